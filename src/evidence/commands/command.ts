import path from 'node:path'
import { parseArgs, type ParseArgsConfig } from 'node:util'

import { DatabaseError } from '../../database/errors.ts'
import type { Unfinished } from '../../database/unfinished.ts'

/** A command line that cannot be understood; its message is one sentence. */
export class UsageError extends Error {
  override name = 'UsageError'
}

/** What cannot be done, in one sentence for the person at the terminal. */
export class CommandError extends Error {
  override name = 'CommandError'
}

/** Standard output belongs to what was asked for. */
export const say = (line: string): void => console.error(line)

/** A path as the person who typed it means it: npm runs its scripts in the project’s folder. */
export const asTyped = (file: string): string => path.resolve(process.env.INIT_CWD ?? '', file)

/** Reads the command line. Node explains in further sentences what is of no use here. */
export function readCommandLine<Options extends NonNullable<ParseArgsConfig['options']>>(
  options: Options,
) {
  try {
    return parseArgs({ args: process.argv.slice(2), options, allowPositionals: true })
  } catch (error) {
    const [sentence] = (error as Error).message.split(/\.\s/)
    throw new UsageError(`${sentence!.replace(/\.$/, '')}.`)
  }
}

/** The commands read only; what they read must have the tables that they know. */
export const refuseUnmigrated = ({ migrations }: Unfinished): void => {
  if (migrations)
    throw new DatabaseError('The database must be migrated first: start the app once.')
}

/** Runs a command to its exit code: 2 for a command line that cannot be understood, 1 for what cannot be done. */
export async function runCommand(usage: string, main: () => Promise<number>): Promise<void> {
  try {
    process.exitCode = await main()
  } catch (error) {
    process.exitCode = error instanceof UsageError ? 2 : 1
    if (error instanceof UsageError) say(`${error.message}\n\n${usage}`)
    else if (error instanceof DatabaseError || error instanceof CommandError) say(error.message)
    else console.error(error)
  }
}
