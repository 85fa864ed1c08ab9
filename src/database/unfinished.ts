import { readdir } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'

import type pg from 'pg'

import { connected } from './connected.ts'
import { codeOf, DatabaseError } from './errors.ts'

export type Unfinished = { migrations: boolean; sample: boolean; administrator: boolean }

/**
 * What a database still lacks, asked with four cheap statements: a second start need not initialise
 * Payload for that, which takes longer than all the rest of it.
 */
export const findUnfinished = (url: string): Promise<Unfinished> =>
  connected(url, async (client) => {
    try {
      const migrations = await hasPendingMigrations(client)
      if (migrations && !(await mayMigrate(client))) throw mayNot(client)
      const administrator = await isEmpty(client, 'users')
      // Somebody who works here may have deleted the sample, or restored a site that has no review yet.
      const sample = administrator && (await isEmpty(client, 'reviews'))
      return { migrations, sample, administrator }
    } catch (error) {
      throw codeOf(error) === notGranted ? mayNot(client) : error
    }
  })

/** SQLSTATE of what a role has no right to. */
const notGranted = '42501'

const mayNot = ({ user }: pg.Client): DatabaseError =>
  new DatabaseError(
    `The role "${user ?? ''}" of DATABASE_URL may not set the database up: start once with DATABASE_OWNER_URL, the address with the role that owns the tables.`,
  )

/** Where there are tables already, only their owner can change them. */
async function mayMigrate(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ may: boolean }>(
    `select has_schema_privilege('public', 'create') and coalesce((select pg_has_role(relowner, 'usage')
      from pg_class where oid = to_regclass('payload_migrations')), true) as may`,
  )
  return rows[0]!.may
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
