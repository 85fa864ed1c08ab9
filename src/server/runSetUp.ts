import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { open } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

import { grantToApp } from '../database/grants.ts'
import { oneAtATime } from '../database/oneAtATime.ts'
import { findUnfinished, type Unfinished } from '../database/unfinished.ts'
import type { Administrator } from './administrator.ts'
import { StartError } from './settings.ts'

export type SetUpTask = { unfinished: Unfinished; dataDir: string; sampleMark: string }
export type SetUpMessage =
  { progress: string } | { administrator: Administrator } | { failed: string }

type Options = {
  url: string
  ownerURL: string | undefined
  dataDir: string
  onProgress: (line: string) => void
  onStarted: (child: ChildProcess) => void
}

/**
 * Sets the database up where something is lacking; returns the administrator if one was made. With a role
 * that owns the tables, that is the one that sets up, and the app's role gets what it needs.
 */
export const runSetUp = (options: Options): Promise<Administrator | undefined> =>
  oneAtATime(
    { dataDir: options.dataDir, url: options.ownerURL ?? options.url },
    () => setUpAlone(options),
    () => options.onProgress('Waiting for another app that sets the database up'),
  )

async function setUpAlone(options: Options): Promise<Administrator | undefined> {
  const { dataDir, onProgress, ownerURL, url } = options
  const unfinished = await findUnfinished(ownerURL ?? url)
  const sampleMark = path.join(dataDir, 'sample-unfinished')
  const isFinished = !Object.values(unfinished).some(Boolean) && !existsSync(sampleMark)
  const administrator = isFinished
    ? undefined
    : await inProcess({ unfinished, dataDir, sampleMark }, options)
  if (ownerURL && !(await grantToApp(ownerURL, url)))
    onProgress(
      'The role of DATABASE_URL may act as the owner of the tables, and so could take their seal away',
    )
  return administrator
}

async function inProcess(
  task: SetUpTask,
  { url, ownerURL = url, dataDir, onProgress, onStarted }: Options,
): Promise<Administrator | undefined> {
  const logFile = path.join(dataDir, 'setup.log')
  const log = await open(logFile, 'w', 0o600)
  const child = spawn(
    process.execPath,
    [...process.execArgv, '--import', 'tsx', fileURLToPath(new URL('./setUp.ts', import.meta.url))],
    {
      env: { ...process.env, DATABASE_URL: ownerURL, NODE_ENV: 'production' },
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
  if (code === 0) return administrator
  const reason = (failure ?? 'it ended before its time').split('\n')[0]?.replace(/\.$/, '')
  throw new StartError(`The database could not be set up; ${logFile} says why (${reason}).`)
}
