import { readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'

import { identityOf } from './embedded/running.ts'
import { codeOf, DatabaseError, isMissing } from './errors.ts'

/** Lies in the data folder from before a restore writes anything until all of it is there. */
const markPath = (dataDir: string): string => path.join(dataDir, RESTORE_MARK)

export const RESTORE_MARK = 'restore-unfinished'

type Mark = { pid: number; identity: string | undefined }

/** `running` by a process that lives, `stopped` half-way, or none. */
export async function restoreUnder(dataDir: string): Promise<'running' | 'stopped' | undefined> {
  const text = await readFile(markPath(dataDir), 'utf8').catch((error: unknown) => {
    // In place of a folder; whoever opens the database says what is wrong with it.
    if (isMissing(error) || codeOf(error) === 'ENOTDIR') return undefined
    throw error
  })
  if (text === undefined) return undefined
  const { pid, identity } = parse(text)
  return identity !== undefined && identityOf(pid) === identity ? 'running' : 'stopped'
}

/** A mark that was cut short was written by nobody who lives. */
function parse(text: string): Mark {
  try {
    return JSON.parse(text) as Mark
  } catch {
    return { pid: 0, identity: undefined }
  }
}

export async function markRestore(dataDir: string): Promise<void> {
  const mark: Mark = { pid: process.pid, identity: identityOf(process.pid) }
  await writeFile(markPath(dataDir), `${JSON.stringify(mark)}\n`, { mode: 0o600 })
}

export const unmarkRestore = (dataDir: string): Promise<void> => rm(markPath(dataDir))

/** Half of a backup must not be served, seeded or backed up as if it were the whole. */
export async function refuseUnfinishedRestore(dataDir: string): Promise<void> {
  const state = await restoreUnder(dataDir)
  if (!state) return
  throw new DatabaseError(
    state === 'running'
      ? `A backup is being restored into ${dataDir}: wait until that has ended.`
      : `A restore into ${dataDir} was stopped half-way: run "npm run restore" again, or set DATA_DIR to another folder.`,
  )
}
