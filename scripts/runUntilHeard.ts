import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

const run = promisify(execFile)
const attempts = 12
/** How Node 20 ends when it waits for an import that never arrives; in Payload's commands it is 0. */
const unsettled = 13

/**
 * Runs a command until it says something: on Node 20 it now and then ends before it has begun, in silence. A
 * command that fails with any other code has failed.
 *
 * @returns what it said on standard output
 */
export async function runUntilHeard(
  command: string,
  args: string[],
  options: { cwd?: string; env?: NodeJS.ProcessEnv } = {},
): Promise<string> {
  for (let attempt = 0; attempt < attempts; attempt++) {
    const { stderr, stdout } = await run(command, args, options).catch((error) => {
      if (error.code !== unsettled) throw error
      return error as { stderr: string; stdout: string }
    })
    if (stdout.trim() || stderr.trim()) return stdout
  }
  throw new Error(`${[command, ...args].join(' ')} said nothing in ${attempts} attempts.`)
}
