import { execFile, spawn } from 'node:child_process'
import { readdir } from 'node:fs/promises'
import path from 'node:path'
import type { Readable, Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { promisify } from 'node:util'

import { BackupError } from '../errors.ts'
import { environmentFor } from './connection.ts'

type ToolName = 'pg_dump' | 'pg_restore'
export type Tool = { command: string; version: number }

const DEBIAN = '/usr/lib/postgresql'

/**
 * The oldest of the installed ones that is no older than needed: an older one cannot read what a newer Postgres
 * has, and a newer one may say what an older Postgres does not understand.
 */
export async function findTool(
  name: ToolName,
  needed: number,
  folders: Promise<string[]> | string[] = foldersWithTools(),
): Promise<Tool> {
  const commands = (await folders).map((folder) => path.join(folder, name))
  const found = (await Promise.all(commands.map(toolAt))).filter((tool) => tool !== undefined)
  const [oldest] = found
    .filter(({ version }) => version >= needed)
    .sort((one, other) => one.version - other.version)
  if (oldest) return oldest
  const newest = Math.max(...found.map(({ version }) => version))
  const problem = found.length
    ? `${name} is of Postgres ${newest}, too old for this one of Postgres ${needed}`
    : `${name} is not installed`
  throw new BackupError(
    `${problem}: install the client tools of Postgres ${needed} (on Debian: postgresql-client-${needed}), or put their folder on PATH.`,
  )
}

async function foldersWithTools(): Promise<string[]> {
  const versions = await readdir(DEBIAN).catch(() => [])
  return [
    ...(process.env.PATH ?? '').split(path.delimiter).filter(Boolean),
    ...versions.map((version) => path.join(DEBIAN, version, 'bin')),
  ]
}

async function toolAt(command: string): Promise<Tool | undefined> {
  const said = await promisify(execFile)(command, ['--version']).catch(() => undefined)
  const version = Number(/ (\d+)[\d.]*/.exec(said?.stdout ?? '')?.[1])
  return version ? { command, version } : undefined
}

type Run = {
  /** The server that it speaks to, if it does. */
  url?: string
  args: string[]
  input?: Readable
  output?: Writable
  signal: AbortSignal
}

/** Runs a tool to its end; what it said is in the error when it fails. */
export async function runTool({ command }: Tool, run: Run): Promise<void> {
  const { url, args, input, output, signal } = run
  const child = spawn(command, args, {
    env: url ? environmentFor(url) : process.env,
    signal,
    stdio: [input ? 'pipe' : 'ignore', output ? 'pipe' : 'ignore', 'pipe'],
  })
  let said = ''
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (said += text))
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject).once('close', resolve)
  })
  const [end, ...streams] = await Promise.allSettled([
    ended,
    input && child.stdin && pipeline(input, child.stdin),
    output && child.stdout && pipeline(child.stdout, output),
  ])
  signal.throwIfAborted()
  if (end.status === 'rejected') throw end.reason
  if (end.value !== 0) {
    throw new BackupError(`${path.basename(command)} failed: ${lastWords(said)}.`)
  }
  for (const stream of streams) if (stream.status === 'rejected') throw stream.reason
}

const lastWords = (said: string): string =>
  said
    .split('\n')
    .find((line) => /error:/.test(line))
    ?.replace(/^.*?error:\s*/, '')
    .replace(/\.$/, '') ??
  (said.trim().split('\n').at(-1) || 'it did not say why')
