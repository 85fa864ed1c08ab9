import type pg from 'pg'

import { BackupError } from '../errors.ts'
import { someOf } from '../names.ts'
import { toCopyLine } from './copyText.ts'
import { afterRows, beforeRows, leftOut, sequences, tablesWithRows } from './schema.ts'

const ROWS_AT_ONCE = 100

/** How values are written must not depend on the settings of whoever reads or writes them. */
const SETTINGS =
  `client_encoding = 'UTF8';standard_conforming_strings = on;check_function_bodies = off;
search_path = '';DateStyle = 'ISO, YMD';IntervalStyle = 'postgres';extra_float_digits = 1;
bytea_output = 'hex';TimeZone = 'UTC'`
    .split(/;\s*/)
    .map((setting) => setting.trim())

/** Values as Postgres writes them, in place of the driver's numbers and dates. */
const asText = { getTypeParser: () => (value: string) => value } as unknown as pg.CustomTypesConfig

type Client = pg.ClientBase

/**
 * Everything in a database as a script that `psql` could run, a piece at a time: the embedded database has no
 * `pg_dump`, and what Postgres 18 writes of itself only Postgres 18 can read. To be called in a transaction that
 * sees one moment.
 */
export async function* dumpSQL(client: Client, postgres: number): AsyncGenerator<string> {
  // For this transaction only: all connections of the embedded database share one session.
  for (const setting of SETTINGS) await client.query(`SET LOCAL ${setting}`)
  await refuseUnknown(client)
  yield `-- A safeguarding reviews database, from Postgres ${postgres}.\n`
  yield SETTINGS.map((setting) => `SET ${setting};\n`).join('')
  for (const query of beforeRows) yield* statements(client, query)
  const { rows: tables } = await client.query<{ name: string; columns: string | null }>(
    tablesWithRows,
  )
  for (const { name, columns } of tables) if (columns) yield* rowsOf(client, name, columns)
  yield* positions(client)
  for (const query of afterRows) yield* statements(client, query)
}

async function refuseUnknown(client: Client): Promise<void> {
  const { rows } = await client.query<{ what: string }>(leftOut)
  if (rows.length === 0) return
  throw new BackupError(
    `The embedded database holds what a backup of it would leave out: ${someOf(rows.map(({ what }) => what))}. Remove it, or move to a Postgres server.`,
  )
}

async function* statements(client: Client, query: string): AsyncGenerator<string> {
  const { rows } = await client.query<{ statement: string }>(query)
  for (const { statement } of rows) yield `${statement}\n`
}

/** With a cursor: a table's rows need not all find room at once. */
async function* rowsOf(client: Client, table: string, columns: string): AsyncGenerator<string> {
  yield `COPY ${table} (${columns}) FROM stdin;\n`
  await client.query(`DECLARE backup NO SCROLL CURSOR FOR SELECT ${columns} FROM ONLY ${table}`)
  for (;;) {
    const { rows } = await client.query<(string | null)[]>({
      text: `FETCH ${ROWS_AT_ONCE} FROM backup`,
      rowMode: 'array',
      types: asText,
    })
    if (rows.length) yield rows.map((row) => `${toCopyLine(row)}\n`).join('')
    if (rows.length < ROWS_AT_ONCE) break
  }
  await client.query('CLOSE backup')
  yield '\\.\n'
}

async function* positions(client: Client): AsyncGenerator<string> {
  const { rows } = await client.query<{ name: string }>(sequences)
  for (const { name } of rows) {
    yield* statements(
      client,
      `select format('SELECT pg_catalog.setval(%L, %s, %L);', '${name.replaceAll("'", "''")}', last_value, is_called)
         as statement from ${name}`,
    )
  }
}
