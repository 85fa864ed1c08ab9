import { randomUUID } from 'node:crypto'
import path from 'node:path'

import type { Config, Payload, SanitizedConfig } from 'payload'

import { closePayload } from '../src/database/closePayload.ts'
import { DatabaseError, isLostConnection } from '../src/database/errors.ts'
import { openDatabase } from '../src/database/open.ts'
import { findUnfinished } from '../src/database/unfinished.ts'
import type { SeedArguments } from './arguments.ts'
import { readSource } from './read/readSource.ts'
import { seed, type SeedResult } from './seed.ts'

const say = (line: string): void => console.error(line)

/** Starts the app's own Payload on a database. Its config reads the environment when it is imported. */
async function startPayload(url: string, dryRun: boolean): Promise<Payload> {
  process.env.DATABASE_URL = url
  // Seeding signs nothing; the server's secret need not be known here.
  process.env.PAYLOAD_SECRET ||= randomUUID()
  // In production the adapter migrates as it connects; a dry run leaves the database as it is.
  Object.assign(process.env, { NODE_ENV: dryRun ? 'test' : 'production' })
  const { default: config } = await import('../src/payload.config.ts')
  const { getPayload } = await import('payload')
  // Standard output belongs to the plan.
  const logger: Config['logger'] = { options: { level: 'error' }, destination: process.stderr }
  const { typescript, ...rest } = await config
  return getPayload({
    config: {
      ...rest,
      logger,
      typescript: { ...typescript, autoGenerate: false },
    } as SanitizedConfig,
    disableOnInit: true,
  })
}

/** Without the database nothing can be finished; what was written in whole stays. */
function endAtOnce(error: unknown): void {
  say(error instanceof Error ? error.message : String(error))
  process.exit(1)
}

/** Refuses a newer program's database; and, where nothing may be written, one that must be migrated first. */
async function checkVersion(url: string, dryRun: boolean): Promise<void> {
  const { migrations, sample: isEmpty } = await findUnfinished(url)
  if (dryRun && migrations && !isEmpty) {
    throw new DatabaseError(
      'The database must be migrated before it can be compared: start the app once, or leave out --dry-run.',
    )
  }
}

/** Runs a seed on the app's own database, which a running app may be using at the same time. */
export async function runSeed({
  source,
  pageAddress,
  dryRun,
  json,
}: SeedArguments): Promise<SeedResult> {
  // A page that is not there is said before a database is started for it.
  const page = await readSource(source, pageAddress)
  const stop = new AbortController()
  const onInterrupt = () => {
    say('Stopping after this document; press Ctrl-C again to stop at once.')
    process.off('SIGINT', onInterrupt)
    stop.abort()
  }
  process.on('SIGINT', onInterrupt)
  // A pool has no listener for the end of an idle connection, which comes when its server goes.
  process.on('uncaughtException', (error) => {
    if (!isLostConnection(error)) throw error
    endAtOnce(new Error(`The database was lost: ${error.message}`))
  })
  const database = await openDatabase({
    dataDir: path.resolve(process.env.DATA_DIR || '.data'),
    url: process.env.DATABASE_URL || undefined,
    onProgress: say,
    onLost: endAtOnce,
  })
  let payload: Payload | undefined
  try {
    await checkVersion(database.url, dryRun)
    payload = await startPayload(database.url, dryRun)
    return await seed({
      payload,
      source: page,
      dryRun,
      signal: stop.signal,
      log: json ? say : console.log,
    })
  } finally {
    if (payload) await closePayload(payload)
    await database.close()
  }
}
