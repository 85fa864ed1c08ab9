import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { chown, mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { promisify } from 'node:util'

import type { Templates } from '../globalSetup.ts'
import { addressOf, onServer } from '../templates/server.ts'

const debian = '/usr/lib/postgresql'

/** Where Postgres itself is installed, the newest of several. */
const bin = existsSync(debian)
  ? readdirSync(debian)
      .sort((one, other) => Number(one) - Number(other))
      .map((version) => path.join(debian, version, 'bin'))
      .findLast((folder) => existsSync(path.join(folder, 'initdb')))
  : undefined

export const hasPostgres = bin !== undefined

/** Postgres refuses to run as root; its package brings a user of its own. */
const isRoot = process.getuid?.() === 0
const asPostgres = (command: string, args: string[]): [string, string[]] =>
  isRoot
    ? ['setpriv', ['--reuid=postgres', '--regid=postgres', '--init-groups', command, ...args]]
    : [command, args]

const run = (command: string, args: string[]) => promisify(execFile)(command, args)

/** A server of the test's own, with the migrated database in it: one that may be killed, and forces its writes. */
export async function startCluster(templates: Extract<Templates, { kind: 'server' }>): Promise<{
  url: string
  /** Kills every process of it at once, as when the machine goes down. */
  kill: () => Promise<void>
  start: () => Promise<void>
  stop: () => Promise<void>
}> {
  const folder = await mkdtemp(path.join(tmpdir(), 'reviews-cluster-'))
  if (isRoot) {
    const { stdout } = await run('id', ['-u', 'postgres'])
    await chown(folder, Number(stdout), 0)
  }
  const data = path.join(folder, 'data')
  const port = await freePort()
  const at = (name: string) => path.join(bin!, name)
  const initialise = ['-D', data, '-U', 'postgres', '--auth=trust', '-E', 'UTF8', '--no-sync']
  await run(...asPostgres(at('initdb'), initialise))

  const settings = [
    `listen_addresses=127.0.0.1`,
    `port=${port}`,
    `unix_socket_directories=${folder}`,
  ]
  let server: ChildProcess | undefined
  const postgres = `postgresql://postgres@127.0.0.1:${port}/postgres`
  const start = async (): Promise<void> => {
    const options = [...settings, 'fsync=on'].flatMap((setting) => ['-c', setting])
    server = spawn(...asPostgres(at('postgres'), ['-D', data, ...options]), { stdio: 'ignore' })
    for (;;) {
      const isUp = await onServer(postgres, 'select 1').then(
        () => true,
        () => false,
      )
      if (isUp) return
      if (server.exitCode !== null) throw new Error('The cluster does not start.')
      await delay(50)
    }
  }
  const end = async (signal: NodeJS.Signals, pids: number[]): Promise<void> => {
    if (server?.exitCode !== null || server.signalCode !== null) return
    const ended = new Promise((resolve) => server!.once('exit', resolve))
    for (const pid of pids) kill(pid, signal)
    await ended
    while (pids.some((pid) => parentOf(pid) !== undefined)) await delay(20)
  }
  const stop = async (): Promise<void> => {
    if (server) await end('SIGQUIT', [server.pid!])
    await rm(folder, { force: true, recursive: true })
  }

  const url = addressOf(postgres, 'reviews')
  try {
    await start()
    await onServer(postgres, 'create database reviews')
    const dump = path.join(folder, 'template')
    const template = addressOf(templates.url, templates.migrated)
    const plain = ['--no-owner', '--no-privileges']
    await run(at('pg_dump'), ['--format=custom', `--file=${dump}`, ...plain, template])
    await run(at('pg_restore'), ['--exit-on-error', `--dbname=${url}`, ...plain, dump])
  } catch (error) {
    await stop()
    throw error
  }
  return {
    url,
    start,
    stop,
    kill: () => end('SIGKILL', [server!.pid!, ...childrenOf(server!.pid!)]),
  }
}

function kill(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal)
  } catch {
    // It ended by itself, as a connection's process does now and then.
  }
}

const childrenOf = (pid: number): number[] =>
  readdirSync('/proc')
    .map(Number)
    .filter((other) => other > 0 && parentOf(other) === pid)

/** The parent of a process that runs; the field after its state, which follows its name in brackets. */
function parentOf(pid: number): number | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const [state, parent] = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return state === 'Z' ? undefined : Number(parent)
  } catch {
    return undefined
  }
}

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer()
      .once('error', reject)
      .listen(0, '127.0.0.1', () => {
        const { port } = probe.address() as { port: number }
        probe.close(() => resolve(port))
      })
  })
