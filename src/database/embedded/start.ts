import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

import { DatabaseError } from '../errors.ts'
import { databaseDir } from './folder.ts'

/** `taken` when the process of a killed command was a moment faster. */
type Report = 'ready' | 'taken' | { failed: string }

/**
 * Starts the database process and joins it, or the one that was faster, as soon as it can be joined.
 * It ends at once when this command goes away in between. What it prints goes to `database.log`.
 */
export async function startDatabaseProcess<Joined>(
  dataDir: string,
  onProgress: (line: string) => void = () => {},
  join: () => Promise<Joined>,
): Promise<Joined> {
  if (!existsSync(databaseDir(dataDir))) onProgress('Making a new database')
  const log = await open(path.join(dataDir, 'database.log'), 'w', 0o600)
  const script = fileURLToPath(new URL('./process.ts', import.meta.url))
  const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href
  // A session of its own: Ctrl-C reaches the command alone, which closes its pool and then leaves.
  const child = spawn(process.execPath, ['--import', tsx, script, path.resolve(dataDir)], {
    detached: true,
    env: environment(),
    stdio: ['ignore', log.fd, log.fd, 'ipc'],
  })
  try {
    const report = await new Promise<Report>((resolve, reject) => {
      child.once('message', (message) => resolve(message as Report))
      child.once('error', reject)
      child.once('exit', (code, signal) =>
        resolve({ failed: `The database process ended with ${signal ?? code}` }),
      )
    })
    if (typeof report === 'object') throw failure(dataDir, report.failed)
    return await join()
  } finally {
    await log.close()
    if (child.connected) child.disconnect()
    child.unref()
  }
}

const failure = (dataDir: string, reason: string): DatabaseError =>
  new DatabaseError(
    reason.includes(dataDir)
      ? reason
      : `The database in ${dataDir} cannot be started; ${path.join(dataDir, 'database.log')} says why (${reason.split('\n')[0]}).`,
  )

/** What the process needs, and none of the application's secrets. */
function environment(): NodeJS.ProcessEnv {
  const { HOME, LANG, NODE_ENV, PATH, TMPDIR } = process.env
  return { HOME, LANG, NODE_ENV, PATH, TMPDIR }
}
