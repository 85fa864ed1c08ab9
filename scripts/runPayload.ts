import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

const run = promisify(execFile)
const attempts = 10

/**
 * Runs a command of Payload's until it says something. On Node 20 it now and then ends before it has begun, in
 * silence and with success, because a module that it asked its translating thread for never arrives.
 */
export async function runPayload(
  args: string[],
  { cwd, env }: { cwd?: string; env: NodeJS.ProcessEnv },
): Promise<void> {
  for (let attempt = 0; attempt < attempts; attempt++) {
    const { stderr, stdout } = await run('npx', ['payload', ...args], { cwd, env })
    if (stdout.trim() || stderr.trim()) return
  }
  throw new Error(`payload ${args.join(' ')} said nothing in ${attempts} attempts.`)
}
