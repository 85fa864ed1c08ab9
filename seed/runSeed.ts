import { DatabaseError } from '../src/database/errors.ts'
import { withOwnPayload } from '../src/database/ownPayload.ts'
import type { Unfinished } from '../src/database/unfinished.ts'
import type { SeedArguments } from './arguments.ts'
import { readSource } from './read/readSource.ts'
import { seed, type SeedResult } from './seed.ts'

const say = (line: string): void => console.error(line)

/** Where nothing may be written, refuses a database that must be migrated first. */
const refuseUnmigrated = ({ migrations, sample: isEmpty }: Unfinished): void => {
  if (migrations && !isEmpty)
    throw new DatabaseError(
      'The database must be migrated before it can be compared: start the app once, or leave out --dry-run.',
    )
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
  return withOwnPayload(
    { migrates: !dryRun, check: dryRun ? refuseUnmigrated : undefined, say },
    (payload) =>
      seed({
        payload,
        source: page,
        dryRun,
        signal: stop.signal,
        log: json ? say : console.log,
      }),
  )
}
