import type pg from 'pg'

import { connectionTo } from './connection.ts'

export type Snapshot = {
  client: pg.Client
  /** The major version of the Postgres that is asked. */
  postgres: number
  migrations: string[]
  files: string[]
}

/** Lets `work` see the database as it is at one moment, whatever is written meanwhile. */
export async function withSnapshot<Result>(
  url: string,
  work: (snapshot: Snapshot) => Promise<Result>,
): Promise<Result> {
  const client = await connectionTo(url)
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
    // Nothing is asked while pg_dump copies, however long that takes.
    await client.query('SET LOCAL idle_in_transaction_session_timeout = 0')
    const result = await work({ client, ...(await readContents(client)) })
    await client.query('COMMIT')
    return result
  } finally {
    await client.end().catch(() => {})
  }
}

export type Contents = Omit<Snapshot, 'client'>

/** What a database holds, as far as a backup has to agree with it. */
export async function readContents(client: pg.ClientBase): Promise<Contents> {
  return {
    postgres: await versionOf(client),
    migrations: await migrationsOf(client),
    files: (await filesOf(client)).sort(),
  }
}

export async function versionOf(client: pg.ClientBase): Promise<number> {
  const { rows } = await client.query<{ version: number }>(
    "select current_setting('server_version_num')::int / 10000 as version",
  )
  return rows[0]!.version
}

/** Those that the app applied; none where there is no app. */
async function migrationsOf(client: pg.ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ found: boolean }>(
    "select to_regclass('public.payload_migrations') is not null as found",
  )
  if (!rows[0]?.found) return []
  const applied = await client.query<{ name: string }>(
    'select name from public.payload_migrations where batch > 0 order by name',
  )
  return applied.rows.map(({ name }) => name)
}

/** Every upload and its smaller pictures, by the columns in which Payload keeps their names. */
async function filesOf(client: pg.ClientBase): Promise<string[]> {
  const { rows: columns } = await client.query<{ query: string }>(`
    select format('select %I as name from public.%I where %1$I is not null', column_name, table_name) as query
    from information_schema.columns c
    where table_schema = 'public' and column_name ~ '^(sizes_.*_)?filename$' and exists (
      select from information_schema.columns o
      where o.table_schema = 'public' and o.table_name = c.table_name and o.column_name = 'mime_type')`)
  const names = new Set<string>()
  for (const { query } of columns) {
    const { rows } = await client.query<{ name: string }>(query)
    for (const { name } of rows) names.add(name)
  }
  return [...names]
}
