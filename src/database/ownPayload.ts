import { randomUUID } from 'node:crypto'
import path from 'node:path'

import type { Config, Payload, SanitizedConfig } from 'payload'

import { closePayload } from './closePayload.ts'
import { isLostConnection } from './errors.ts'
import { oneAtATime } from './oneAtATime.ts'
import { openDatabase } from './open.ts'
import { findUnfinished, type Unfinished } from './unfinished.ts'

export interface OwnPayloadOptions {
  /** True lets the adapter migrate as it connects; false leaves the database as it is. */
  migrates: boolean
  /** Throws a `DatabaseError` where the database is not in a state to work on. */
  check?: (unfinished: Unfinished) => void
  /** Told what is going on, for standard error. */
  say: (line: string) => void
}

/**
 * Runs a command’s work with the app’s own Payload, on the database of `DATABASE_URL` or the embedded one,
 * which a running app may be using at the same time. Standard output stays the command’s.
 */
export async function withOwnPayload<Result>(
  { check, migrates, say }: OwnPayloadOptions,
  work: (payload: Payload) => Promise<Result>,
): Promise<Result> {
  // Without the database nothing can be finished; what was written in whole stays.
  const endAtOnce = ({ message }: Error): never => {
    say(message)
    process.exit(1)
  }
  // A pool has no listener for the end of an idle connection, which comes when its server goes.
  process.on('uncaughtException', (error) => {
    if (!isLostConnection(error)) throw error
    endAtOnce(new Error(`The database was lost: ${error.message}`))
  })
  const dataDir = path.resolve(process.env.DATA_DIR || '.data')
  const database = await openDatabase({
    dataDir,
    url: process.env.DATABASE_URL || undefined,
    onProgress: say,
    onLost: endAtOnce,
  })
  let payload: Payload | undefined
  try {
    // Also refuses what a newer version has migrated.
    const unfinished = await findUnfinished(database.url)
    check?.(unfinished)
    const start = () => startPayload(database.url, migrates)
    payload =
      migrates && unfinished.migrations
        ? await oneAtATime({ dataDir, url: database.url }, start, () =>
            say('Waiting for another that sets the database up'),
          )
        : await start()
    return await work(payload)
  } finally {
    if (payload) await closePayload(payload)
    await database.close()
  }
}

/** The app’s config, which reads the environment when it is imported. */
export async function ownConfig(): Promise<SanitizedConfig> {
  // A command signs no sessions; the server’s secret need not be known here.
  process.env.PAYLOAD_SECRET ||= randomUUID()
  const { default: config } = await import('../payload.config.ts')
  return config
}

async function startPayload(url: string, migrates: boolean): Promise<Payload> {
  process.env.DATABASE_URL = url
  // In production the adapter migrates as it connects.
  Object.assign(process.env, { NODE_ENV: migrates ? 'production' : 'test' })
  const { typescript, ...config } = await ownConfig()
  const { getPayload } = await import('payload')
  const logger: Config['logger'] = { options: { level: 'error' }, destination: process.stderr }
  return getPayload({
    config: {
      ...config,
      logger,
      typescript: { ...typescript, autoGenerate: false },
    } as SanitizedConfig,
    disableOnInit: true,
  })
}
