import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import path from 'node:path'

import type { Config, Payload, SanitizedConfig } from 'payload'

import { closePayload } from '../src/database/closePayload.ts'
import { DatabaseError, isLostConnection } from '../src/database/errors.ts'
import { openDatabase } from '../src/database/open.ts'
import { findUnfinished } from '../src/server/unfinished.ts'
import { readArguments, type SeedArguments, usage, UsageError } from './arguments.ts'
import { SeedError } from './errors.ts'
import { isAddress, readSource } from './read/readSource.ts'
import { seed, type SeedResult } from './seed.ts'

const say = (line: string): void => console.error(line)

/** A path as the person who typed it means it: npm runs its scripts in the project's folder. */
function sourceOf(source: string): string {
  const asTyped = path.resolve(process.env.INIT_CWD ?? '', source)
  return isAddress(source) || !existsSync(asTyped) ? source : asTyped
}

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

async function run({ source, pageAddress, dryRun, json }: SeedArguments): Promise<SeedResult> {
  // A page that is not there is said before a database is started for it.
  const page = await readSource(sourceOf(source), pageAddress)
  const stop = new AbortController()
  const onInterrupt = () => {
    say('Stopping after this document; press Ctrl-C again to stop at once.')
    process.off('SIGINT', onInterrupt)
    stop.abort()
  }
  process.on('SIGINT', onInterrupt)
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

function report({ items, errors, failed, stopped }: SeedResult, { json, dryRun }: SeedArguments) {
  if (json) process.stdout.write(`${JSON.stringify({ items, ...(errors.length && { errors }) })}\n`)
  if (stopped) say('Stopped. What was written stays; run it again to go on.')
  else if (failed)
    say('Some documents could not be written; the others were. Mend them and run it again.')
  else if (!dryRun && !json) console.log('Done.')
  return stopped ? 130 : failed ? 1 : 0
}

async function main(): Promise<number> {
  try {
    const asked = readArguments(process.argv.slice(2))
    if (!asked) {
      console.log(usage)
      return 0
    }
    return report(await run(asked), asked)
  } catch (error) {
    if (error instanceof UsageError) {
      say(`${error.message}\n\n${usage}`)
      return 2
    }
    const isExpected = error instanceof SeedError || error instanceof DatabaseError
    say(isExpected ? error.message : String((error instanceof Error && error.stack) || error))
    return 1
  }
}

// A pool has no listener for the end of an idle connection, which comes when its server goes.
process.on('uncaughtException', (error) => {
  if (!isLostConnection(error)) throw error
  endAtOnce(new Error(`The database was lost: ${error.message}`))
})
process.exitCode = await main()
