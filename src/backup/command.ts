import { parseArgs } from 'node:util'
import path from 'node:path'

import { explainFolderError } from '../database/embedded/folder.ts'
import { isLostConnection } from '../database/errors.ts'

export type Installation = { dataDir: string; url?: string | undefined }

export type Asked = Installation & {
  /** The file or folder that was named. */
  file?: string
  signal: AbortSignal
}

type Command = {
  usage: string
  /** Whether a file must be named. */
  needsFile?: boolean
  /** What is true after Ctrl-C. */
  stopped: string
  work: (asked: Asked) => Promise<unknown>
}

const say = (line: string): void => console.error(line)

/** A path as the person who typed it means it: npm runs its scripts in the project's folder. */
export const asTyped = (file = ''): string => path.resolve(process.env.INIT_CWD ?? '', file)

/** Runs a command to its exit code: 0, or 1 with a sentence, 2 for its command line, 130 after Ctrl-C. */
export async function runCommand(command: Command): Promise<number> {
  const asked = readArguments(command, process.argv.slice(2))
  if (typeof asked === 'number') return asked
  const stop = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.once(signal, () => stop.abort())
  const dataDir = path.resolve(process.env.DATA_DIR || '.data')
  const url = process.env.DATABASE_URL || undefined
  try {
    await command.work({ ...asked, dataDir, url, signal: stop.signal })
    return 0
  } catch (error) {
    if (stop.signal.aborted) {
      say(command.stopped)
      return 130
    }
    report(explainFolderError(dataDir, error))
    return 1
  }
}

function report(error: unknown): void {
  if (isLostConnection(error)) say('The database was ended meanwhile: start it and try again.')
  else if (error instanceof Error && ['BackupError', 'DatabaseError'].includes(error.name))
    say(error.message)
  else console.error(error)
}

function readArguments({ usage, needsFile }: Command, args: string[]): { file?: string } | number {
  try {
    const options = { help: { type: 'boolean', short: 'h' } } as const
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
    if (values.help) {
      console.log(usage)
      return 0
    }
    const [file, ...more] = positionals
    if (more.length > 0) throw new Error(`One file at a time: “${more[0]}” is one too many.`)
    if (needsFile && !file) throw new Error('Say which backup.')
    return file === undefined ? {} : { file: asTyped(file) }
  } catch (error) {
    // Node explains in further sentences what is of no use here.
    const [sentence] = String((error as Error).message).split(/\.\s/)
    say(`${sentence!.replace(/\.$/, '')}.\n\n${usage}`)
    return 2
  }
}
