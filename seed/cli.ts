import { existsSync } from 'node:fs'
import path from 'node:path'

import { readArguments, type SeedArguments, usage, UsageError } from './arguments.ts'
import type { SeedResult } from './seed.ts'

const say = (line: string): void => console.error(line)

/** A path as the person who typed it means it: npm runs its scripts in the project's folder. */
function sourceOf(source: string): string {
  if (/^https?:/i.test(source)) return source
  const asTyped = path.resolve(process.env.INIT_CWD ?? '', source)
  return existsSync(asTyped) ? asTyped : source
}

function report({ items, errors, failed, stopped }: SeedResult, { json, dryRun }: SeedArguments) {
  if (json) process.stdout.write(`${JSON.stringify({ items, ...(errors.length && { errors }) })}\n`)
  if (stopped) say('Stopped. What was written stays; run it again to go on.')
  else if (failed)
    say('Some documents could not be written; the others were. Mend them and run it again.')
  else if (!dryRun && !json) console.log('Done.')
  return stopped ? 130 : failed ? 1 : 0
}

/** Errors whose message says everything to the person who can mend them. */
const isExpected = (error: unknown): error is Error =>
  error instanceof Error && ['DatabaseError', 'SeedError'].includes(error.name)

async function main(): Promise<number> {
  try {
    const asked = readArguments(process.argv.slice(2))
    if (!asked) {
      console.log(usage)
      return 0
    }
    // A wrong command line is answered at once: Payload takes seconds to load.
    const { runSeed } = await import('./runSeed.ts')
    return report(await runSeed({ ...asked, source: sourceOf(asked.source) }), asked)
  } catch (error) {
    if (error instanceof UsageError) {
      say(`${error.message}\n\n${usage}`)
      return 2
    }
    if (isExpected(error)) say(error.message)
    else console.error(error)
    return 1
  }
}

process.exitCode = await main()
