import { connect, type Socket } from 'node:net'

import pg from 'pg'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'

import { createTestDatabase, type TestDatabase } from '../helpers/database.ts'

const text = (value: string): Buffer => Buffer.from(`${value}\0`)
const zeros = (bytes: number): Buffer => Buffer.alloc(bytes)

function message(type: string, ...parts: Buffer[]): Buffer {
  const body = Buffer.concat(parts)
  const head = Buffer.alloc(4)
  head.writeInt32BE(body.length + 4)
  return Buffer.concat([Buffer.from(type), head, body])
}

const startup = message(
  '',
  Buffer.from([0, 3, 0, 0]),
  text('user'),
  text('postgres'),
  text('database'),
  text('postgres'),
  zeros(1),
)
const parse = (sql: string): Buffer => message('P', text(''), text(sql), zeros(2))
const run = Buffer.concat([
  message('B', text(''), text(''), zeros(6)),
  message('E', text(''), zeros(4)),
  message('S'),
])

/** A connection of which each piece of a statement is sent by hand, as a large one arrives in pieces. */
class RawConnection {
  readonly socket: Socket
  received = ''

  constructor(url: string) {
    const folder = new URL(url.replace('postgres@/', 'postgres@localhost/')).searchParams.get(
      'host',
    )
    this.socket = connect(`${folder}/.s.PGSQL.5432`)
    this.socket.on('data', (data) => (this.received += data.toString('latin1')))
    this.socket.write(startup)
  }

  async send(data: Buffer): Promise<void> {
    this.socket.write(data)
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}

describe.skipIf(inject('templates').kind === 'server')('statements that arrive in pieces', () => {
  let database: TestDatabase

  beforeAll(async () => {
    database = await createTestDatabase({ empty: true })
  })
  afterAll(() => database.drop())

  it('are not mixed with those of another connection', async () => {
    const [first, second] = [new RawConnection(database.url), new RawConnection(database.url)]
    await first.send(parse("select 'of the first'"))
    await second.send(Buffer.concat([parse("select 'of the second'"), run]))
    await first.send(run)
    await expect.poll(() => second.received, { timeout: 20_000 }).toContain('of the second')
    expect(first.received).toContain('of the first')
    expect(first.received).not.toContain('of the second')
    first.socket.destroy()
    second.socket.destroy()
  })

  it('hold nobody up when their connection goes away', async () => {
    const gone = new RawConnection(database.url)
    await gone.send(parse("select 'never run'"))
    const client = new pg.Client({ connectionString: database.url })
    const waiting = client.connect().then(() => client.query('select 1 as one'))
    gone.socket.destroy()
    expect((await waiting).rows).toEqual([{ one: 1 }])
    await client.end()
  })

  it('bring large values whole, many at a time', async () => {
    const pool = new pg.Pool({ connectionString: database.url, max: 8 })
    const answers = await Promise.all(
      Array.from({ length: 60 }, async (_, index) => {
        const value = `${'x'.repeat(9_000 * index)}${index}`
        const { rows } = await pool.query<{ same: string }>('select $1::text as same', [value])
        return rows[0]?.same === value
      }),
    )
    await pool.end()
    expect(answers.every(Boolean)).toBe(true)
  })
})
