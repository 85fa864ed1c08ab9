import { readdir } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'

import pg from 'pg'

import { DatabaseError } from './errors.ts'

export type Unfinished = { migrations: boolean; sample: boolean; administrator: boolean }

/**
 * What a database still lacks, asked with four cheap statements: a second start need not initialise
 * Payload for that, which takes longer than all the rest of it.
 */
export async function findUnfinished(url: string): Promise<Unfinished> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => {})
  await client.connect()
  try {
    return {
      migrations: await hasPendingMigrations(client),
      sample: await isEmpty(client, 'reviews'),
      administrator: await isEmpty(client, 'users'),
    }
  } finally {
    await client.end()
  }
}

async function hasPendingMigrations(client: pg.Client): Promise<boolean> {
  if (!(await exists(client, 'payload_migrations'))) return true
  const { rows } = await client.query<{ name: string }>(
    'select name from payload_migrations where batch > 0',
  )
  const applied = new Set(rows.map(({ name }) => name))
  const known = new Set(await migrationNames())
  const unknown = [...applied].find((name) => !known.has(name))
  if (unknown) {
    throw new DatabaseError(
      `The database was made by a newer version of this program (its migration ${unknown} is not known here): run that version, or use another database.`,
    )
  }
  return [...known].some((name) => !applied.has(name))
}

/** From the names of the files: the migrations themselves import the whole adapter, for seconds. */
async function migrationNames(): Promise<string[]> {
  const files = await readdir(fileURLToPath(new URL('../migrations/', import.meta.url)))
  return files.flatMap((file) => /^(\d{8}_\d{6}.*)\.ts$/.exec(file)?.[1] ?? [])
}

async function isEmpty(client: pg.Client, table: string): Promise<boolean> {
  if (!(await exists(client, table))) return true
  const { rows } = await client.query<{ empty: boolean }>(
    `select not exists (select from "${table}") as empty`,
  )
  return rows[0]?.empty ?? true
}

async function exists(client: pg.Client, table: string): Promise<boolean> {
  const { rows } = await client.query('select to_regclass($1) as found', [table])
  return rows[0].found !== null
}
