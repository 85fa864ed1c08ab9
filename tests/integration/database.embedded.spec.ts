import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'

import pg from 'pg'
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest'

import { identityOf } from '../../src/database/embedded/running.ts'
import { openDatabase } from '../../src/database/open.ts'
import { runSetUp } from '../../src/server/runSetUp.ts'
import { Command } from '../helpers/processes/command.ts'

const templates = inject('templates')

// On a Postgres server there is no embedded database, and the run on PGlite has tried it.
describe.skipIf(templates.kind === 'server')('the embedded database', () => {
  let dataDir: string
  const commands: Command[] = []

  beforeEach(async () => {
    dataDir = await mkdtemp(path.join(tmpdir(), 'reviews-embedded-'))
    if (templates.kind === 'folder') await cp(templates.empty, dataDir, { recursive: true })
  })

  afterEach(async () => {
    for (const command of commands.splice(0)) {
      command.kill('SIGKILL')
      await command.exited
    }
    await ended()
    await rm(dataDir, { force: true, recursive: true })
  })

  const lock = (): string => path.join(dataDir, 'database.lock')
  const ended = (): Promise<void> =>
    expect.poll(() => existsSync(lock()), { timeout: 20_000 }).toBe(false)

  const start = (name: string): Command => {
    const command = new Command('databaseCommand.ts', [dataDir, name])
    commands.push(command)
    return command
  }

  const written = async (): Promise<{ name: string; number: number }[]> => {
    const database = await openDatabase({ dataDir })
    const client = new pg.Client({ connectionString: database.url })
    await client.connect()
    try {
      const { rows } = await client.query<{ name: string; number: number }>(
        'select name, number from written order by number',
      )
      return rows
    } finally {
      await client.end()
      await database.close()
    }
  }

  const startProcess = (): ChildProcess => {
    const script = path.resolve('src/database/embedded/process.ts')
    return spawn(process.execPath, ['--import', 'tsx', script, dataDir], {
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    })
  }

  const acknowledged = ({ lines }: Command): number =>
    lines.filter((line) => line.startsWith('written')).length

  const databaseProcess = async (): Promise<number> =>
    (JSON.parse(await readFile(lock(), 'utf8')) as { pid: number }).pid

  it('is one and the same for commands that start at the same moment, also when it is new', async () => {
    await rm(path.join(dataDir, 'database'), { recursive: true })
    const together = ['a', 'b', 'c', 'd', 'e'].map(start)
    const urls = await Promise.all(together.map((command) => command.said(/^url/)))
    expect(new Set(urls).size).toBe(1)
    await Promise.all(together.map((command) => command.said(/^written 5$/)))
    for (const command of together) expect(await command.finish()).toBe(0)
    expect(
      together.flatMap(({ lines }) => lines).filter((line) => /Making/.test(line)),
    ).toHaveLength(1)
    const rows = await written()
    expect(rows).toHaveLength(together.reduce((sum, command) => sum + acknowledged(command), 0))
  })

  it('ends with the last command that leaves, and leaves no lock behind', async () => {
    const [first, second] = [start('first'), start('second')]
    await Promise.all([first.said(/^written 3$/), second.said(/^written 3$/)])
    const pid = await databaseProcess()
    await first.finish()
    expect(existsSync(lock())).toBe(true)
    await second.finish()
    expect(existsSync(lock())).toBe(false)
    await expect.poll(() => identityOf(pid), { timeout: 20_000 }).toBeUndefined()
  })

  it('loses nothing acknowledged when the command is killed, and ends by itself', async () => {
    const command = start('killed')
    await command.said(/^written 200$/)
    command.kill('SIGKILL')
    await command.exited
    await ended()
    expect((await written()).length).toBeGreaterThanOrEqual(acknowledged(command))
  })

  it('loses nothing acknowledged when its own process is killed, and recovers the lock', async () => {
    const command = start('orphaned')
    await command.said(/^written 200$/)
    process.kill(await databaseProcess(), 'SIGKILL')
    expect(await command.exited).toBe(3)
    expect(existsSync(lock())).toBe(true)
    expect((await written()).length).toBeGreaterThanOrEqual(acknowledged(command))
  })

  it('tells the commands that use it when it is lost', async () => {
    const lost: string[] = []
    const database = await openDatabase({ dataDir, onLost: ({ message }) => lost.push(message) })
    process.kill(await databaseProcess(), 'SIGTERM')
    await expect
      .poll(() => lost, { timeout: 20_000 })
      .toEqual([expect.stringMatching(/was ended; start again/)])
    await database.close()
  })

  it('rolls back what a killed command had not committed, and serves the others', async () => {
    const database = await openDatabase({ dataDir })
    const [killed, other] = [1, 2].map(() => new pg.Client({ connectionString: database.url }))
    killed!.on('error', () => {})
    await killed!.connect()
    await other!.connect()
    await other!.query('create table written (name text)')
    await killed!.query('begin')
    await killed!.query("insert into written values ('half')")
    const waiting = other!.query('select * from written')
    ;(
      killed as unknown as { connection: { stream: { destroy(): void } } }
    ).connection.stream.destroy()
    expect((await waiting).rows).toEqual([])
    await other!.end()
    await database.close()
  })

  it.each([
    ['of a process that is gone', { pid: 2 ** 22 - 7, identity: 'x' }],
    ['of a process whose id another one has now', { pid: process.pid, identity: 'x' }],
  ])('recovers a lock %s', async (_case, owner) => {
    const stale = { format: 1, socketDir: path.join(dataDir, 'gone'), token: 't', ...owner }
    await writeFile(lock(), JSON.stringify(stale))
    const database = await openDatabase({ dataDir })
    expect(await databaseProcess()).not.toBe(owner.pid)
    await database.close()
  })

  it('is left alone by a process whose command is gone before it began', async () => {
    await rm(path.join(dataDir, 'database'), { force: true, recursive: true })
    const orphan = startProcess()
    orphan.disconnect()
    const [code] = (await once(orphan, 'exit')) as [number]
    expect(code).toBe(0)
    expect(await readdir(dataDir)).not.toContain('database')
  })

  it('is opened by one of two processes that begin at the same moment', async () => {
    const processes = [startProcess(), startProcess()]
    const said = await Promise.all(processes.map((one) => once(one, 'message')))
    expect(said.flat().filter((part) => typeof part === 'string')).toEqual(
      expect.arrayContaining(['ready', 'taken']),
    )
    // The one that came too late has nothing to wait for; the other ends with its command.
    for (const one of processes) if (one.connected) one.disconnect()
  })

  it('is set up by one of two apps that start at the same moment', async () => {
    await rm(path.join(dataDir, 'database'), { recursive: true })
    process.env.PAYLOAD_SECRET = 'a secret for tests only'
    const database = await openDatabase({ dataDir })
    const said: string[] = []
    const setUp = () =>
      runSetUp({
        url: database.url,
        ownerURL: undefined,
        dataDir,
        onProgress: (line) => said.push(line),
        onStarted: () => {},
      })
    const administrators = await Promise.all([setUp(), setUp()])
    expect(said.sort()).toEqual([
      'Applying migrations',
      'Bringing in the sample page',
      'Making the first administrator',
      'Waiting for another app that sets the database up',
    ])
    expect(administrators.filter(Boolean)).toHaveLength(1)
    await database.close()
  })

  it('recovers a lock that was cut short', async () => {
    await writeFile(lock(), '{"format":1,"pi')
    const database = await openDatabase({ dataDir })
    await database.close()
  })
})
