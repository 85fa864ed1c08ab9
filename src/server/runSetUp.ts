import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { open } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

import { findUnfinished, type Unfinished } from '../database/unfinished.ts'
import type { Administrator } from './administrator.ts'
import { StartError } from './settings.ts'

export type SetUpTask = { unfinished: Unfinished; dataDir: string; sampleMark: string }
export type SetUpMessage =
  { progress: string } | { administrator: Administrator } | { failed: string }

type Options = {
  url: string
  dataDir: string
  onProgress: (line: string) => void
  onStarted: (child: ChildProcess) => void
}

const attempts = 5
/** How Node ends when it waits for something that will not come. */
const silentEnds = [0, 13]

/**
 * Sets the database up where something is lacking; returns the administrator if one was made.
 *
 * Asked again afterwards, because on Node 20 a process now and then ends before it has begun, in silence and
 * with success: a module that it asked its translating thread for never arrives.
 */
export async function runSetUp(options: Options): Promise<Administrator | undefined> {
  const { dataDir, url } = options
  const sampleMark = path.join(dataDir, 'sample-unfinished')
  let administrator: Administrator | undefined
  for (let attempt = 0; attempt < attempts; attempt++) {
    const unfinished = await findUnfinished(url)
    if (!Object.values(unfinished).some(Boolean) && !existsSync(sampleMark)) return administrator
    administrator = (await inProcess({ unfinished, dataDir, sampleMark }, options)) ?? administrator
  }
  throw new StartError(`The database was not set up in ${attempts} attempts; start again.`)
}

async function inProcess(
  task: SetUpTask,
  { url, dataDir, onProgress, onStarted }: Options,
): Promise<Administrator | undefined> {
  const logFile = path.join(dataDir, 'setup.log')
  const log = await open(logFile, 'w', 0o600)
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', fileURLToPath(new URL('./setUp.ts', import.meta.url))],
    {
      env: { ...process.env, DATABASE_URL: url, NODE_ENV: 'production' },
      stdio: ['ignore', log.fd, log.fd, 'ipc'],
    },
  )
  onStarted(child)
  child.send(task)
  let administrator: Administrator | undefined
  let failure: string | undefined
  child.on('message', (message: SetUpMessage) => {
    if ('progress' in message) onProgress(message.progress)
    else if ('administrator' in message) administrator = message.administrator
    else failure = message.failed
  })
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject).once('exit', resolve)
  })
  await log.close()
  if (failure === undefined && silentEnds.includes(code ?? -1)) return administrator
  const reason = (failure ?? 'it ended before its time').split('\n')[0]?.replace(/\.$/, '')
  throw new StartError(`The database could not be set up; ${logFile} says why (${reason}).`)
}
