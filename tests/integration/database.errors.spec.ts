import { execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'

import pg from 'pg'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { DatabaseError } from '../../src/database/errors.ts'
import { openDatabase } from '../../src/database/open.ts'

const refusal = async (options: Parameters<typeof openDatabase>[0]): Promise<string> => {
  const error: unknown = await openDatabase(options).then(
    (database) => database.close(),
    (reason: unknown) => reason,
  )
  expect(error).toBeInstanceOf(DatabaseError)
  const { message } = error as DatabaseError
  expect(message).not.toContain('\n')
  expect(message).toMatch(/\.$/)
  return message
}

const isRoot = process.getuid?.() === 0

/** Only root may mount, and not everywhere. */
function mount(folder: string, ...options: string[]): boolean {
  try {
    execFileSync('mount', ['-t', 'tmpfs', ...options, 'tmpfs', folder], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

describe('a folder that cannot hold the database', () => {
  let dataDir: string
  let mounted = false

  beforeEach(async () => {
    dataDir = await mkdtemp(path.join(tmpdir(), 'reviews-errors-'))
  })

  afterEach(async () => {
    if (mounted) execFileSync('umount', [dataDir])
    mounted = false
    await chmod(dataDir, 0o700).catch(() => {})
    await rm(dataDir, { force: true, recursive: true })
  })

  it('says that a file is in its place', async () => {
    const file = path.join(dataDir, 'file')
    await writeFile(file, '')
    expect(await refusal({ dataDir: file })).toMatch(/is not a folder: remove what is there/)
    expect(await refusal({ dataDir: path.join(file, 'below') })).toMatch(/is not a folder/)
  })

  it('says that it is read-only, and what to do', async (context) => {
    if (isRoot) mounted = mount(dataDir, '-o', 'ro')
    else await chmod(dataDir, 0o500)
    if (isRoot && !mounted) context.skip()
    expect(await refusal({ dataDir })).toMatch(/cannot be written to: .* set DATA_DIR/)
  })

  it('says that the disk is full, and how much it needs', async (context) => {
    mounted = isRoot && mount(dataDir, '-o', 'size=20m')
    if (!mounted) context.skip()
    expect(await refusal({ dataDir })).toMatch(/is full: free at least 150 MB/)
  })

  it('loses nothing that it had acknowledged before the disk was full', async (context) => {
    mounted = isRoot && mount(dataDir, '-o', 'size=210m')
    if (!mounted) context.skip()
    const lost: string[] = []
    const database = await openDatabase({ dataDir, onLost: ({ message }) => lost.push(message) })
    const client = new pg.Client({ connectionString: database.url })
    client.on('error', () => {})
    await client.connect()
    await client.query('create table written (text text)')
    let acknowledged = 0
    const write = async (): Promise<void> => {
      for (; acknowledged < 1_000; acknowledged += 1) {
        await client.query('insert into written values ($1)', [
          randomBytes(400_000).toString('hex'),
        ])
      }
    }
    await expect(write()).rejects.toThrow('No space left on device')
    await expect
      .poll(() => lost, { timeout: 20_000 })
      .toEqual([expect.stringMatching(/is full: free at least 40 MB/)])
    execFileSync('mount', ['-o', 'remount,size=400m', dataDir])
    const again = await openDatabase({ dataDir })
    const reader = new pg.Client({ connectionString: again.url })
    await reader.connect()
    const { rows } = await reader.query('select count(*)::int as count from written')
    expect(rows).toEqual([{ count: acknowledged }])
    await reader.end()
    await again.close()
  })

  it.each([
    [99, /is of Postgres 99, .* run the newer version/],
    [12, /is of Postgres 12, .* run "npm run backup" with the older version/],
  ])('says that the database is of Postgres %i', async (version, sentence) => {
    await mkdir(path.join(dataDir, 'database'))
    await writeFile(path.join(dataDir, 'database/PG_VERSION'), `${version}\n`)
    expect(await refusal({ dataDir })).toMatch(sentence)
  })

  it('says that a newer version of the program has it open', async () => {
    await writeFile(path.join(dataDir, 'database.lock'), '{"format":9,"pid":1}')
    expect(await refusal({ dataDir })).toMatch(/in use by a newer version .* stop that one first/)
  })

  it('says where to look when the database is damaged', async () => {
    await mkdir(path.join(dataDir, 'database'))
    await writeFile(path.join(dataDir, 'database/PG_VERSION'), '18\n')
    expect(await refusal({ dataDir })).toMatch(/cannot be started; .*database\.log says why/)
  })
})

describe('a DATABASE_URL that does not lead to a database', () => {
  const dataDir = tmpdir()
  const servers: Server[] = []

  afterEach(() => {
    for (const server of servers.splice(0)) server.close()
  })

  /** Answers whoever connects with one error of Postgres. */
  const refusingServer = async (code: string): Promise<number> => {
    const fields = Buffer.from(`SFATAL\0C${code}\0Mpassword authentication failed\0\0`)
    const head = Buffer.alloc(5, 'E')
    head.writeInt32BE(fields.length + 4, 1)
    const server = createServer((socket) => {
      socket.on('error', () => {}).once('data', () => socket.end(Buffer.concat([head, fields])))
    })
    servers.push(server)
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    return (server.address() as { port: number }).port
  }

  it.each(['nonsense', 'mysql://me:s3cret@localhost/reviews', 'https://example.org'])(
    'says that %s is no address of one',
    async (url) => {
      const message = await refusal({ dataDir, url })
      expect(message).toMatch(/^DATABASE_URL is not the address of a Postgres database/)
      expect(message).not.toContain('s3cret')
    },
  )

  it('says that nothing listens there', async () => {
    const message = await refusal({ dataDir, url: 'postgresql://me:s3cret@127.0.0.1:1/reviews' })
    expect(message).toMatch(/at 127\.0\.0\.1:1\/reviews cannot be used: nothing listens there/)
    expect(message).not.toContain('s3cret')
  })

  it('says that the host is not known', async () => {
    const message = await refusal({ dataDir, url: 'postgresql://me:s3cret@db.invalid/reviews' })
    expect(message).toMatch(/the name of its host is not known/)
  })

  it.each([
    ['28P01', /refuses the user "me" or the password/],
    ['3D000', /has no database "reviews"/],
    ['53300', /has no connection left/],
  ])('explains what the server answers: %s', async (code, sentence) => {
    const url = `postgresql://me:s3cret@127.0.0.1:${await refusingServer(code)}/reviews`
    const message = await refusal({ dataDir, url })
    expect(message).toMatch(sentence)
    expect(message).not.toContain('s3cret')
  })
})
