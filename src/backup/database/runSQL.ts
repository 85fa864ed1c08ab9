import type pg from 'pg'

import { fromCopyLine } from './copyText.ts'

/** Postgres takes 65,535 values a statement; far fewer are as fast. */
const VALUES_AT_ONCE = 5_000
const CHARACTERS_AT_ONCE = 1_000_000

const copy = /^COPY (\S.*) (\(.*\)) FROM stdin;$/
/** What newer versions of `pg_dump` say to `psql` alone. */
const forPsql = /^\\(un)?restrict /

/**
 * Runs a script such as `dumpSQL` or `pg_dump` writes. Its rows become statements with values, which is how the
 * embedded database can take them. The caller's transaction makes it all or nothing.
 */
export async function runSQL(client: pg.ClientBase, script: AsyncIterable<Buffer>): Promise<void> {
  let statements = ''
  let rows: Rows | undefined
  const runStatements = async (): Promise<void> => {
    if (statements.trim()) await client.query(statements)
    statements = ''
  }
  for await (const line of linesOf(script)) {
    if (rows) {
      if (line === '\\.') {
        await rows.insert()
        rows = undefined
      } else await rows.add(line)
      continue
    }
    const [, table, columns] = copy.exec(line) ?? []
    if (table && columns) {
      await runStatements()
      rows = new Rows(client, table, columns)
    } else if (!forPsql.test(line)) statements += `${line}\n`
  }
  if (rows) throw new Error('The rows of a table have no end.')
  await runStatements()
}

class Rows {
  readonly #client: pg.ClientBase
  readonly #into: string
  #rows: string[] = []
  #values: (string | null)[] = []
  #characters = 0

  constructor(client: pg.ClientBase, table: string, columns: string) {
    this.#client = client
    this.#into = `INSERT INTO ${table} ${columns} OVERRIDING SYSTEM VALUE VALUES`
  }

  async add(line: string): Promise<void> {
    const values = fromCopyLine(line)
    const first = this.#values.length + 1
    this.#rows.push(`(${values.map((_, index) => `$${first + index}`).join(',')})`)
    this.#values.push(...values)
    this.#characters += line.length
    if (this.#values.length >= VALUES_AT_ONCE || this.#characters >= CHARACTERS_AT_ONCE)
      await this.insert()
  }

  async insert(): Promise<void> {
    if (this.#rows.length > 0)
      await this.#client.query(`${this.#into} ${this.#rows.join(',')}`, this.#values)
    this.#rows = []
    this.#values = []
    this.#characters = 0
  }
}

/** Not `node:readline`, which also ends a line at signs that a text may hold. */
async function* linesOf(script: AsyncIterable<Buffer>): AsyncGenerator<string> {
  let rest: Buffer[] = []
  for await (const piece of script) {
    let begin = 0
    for (let end = piece.indexOf(10); end >= 0; end = piece.indexOf(10, begin)) {
      yield Buffer.concat([...rest, piece.subarray(begin, end)]).toString()
      rest = []
      begin = end + 1
    }
    rest.push(piece.subarray(begin))
  }
  const last = Buffer.concat(rest).toString()
  if (last) yield last
}
