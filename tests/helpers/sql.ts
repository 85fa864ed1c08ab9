import type { Payload } from 'payload'
import pg from 'pg'

type Rows = { rows: Record<string, any>[] }

interface SQLDatabase {
  drizzle: { execute: (statement: string) => Promise<Rows> }
}

const owners = new WeakMap<Payload, pg.Pool>()

/** From now on, `runSQL` speaks to the database of this app as the role that owns the tables. */
export function connectOwner(payload: Payload, ownerURL: string): () => Promise<void> {
  const pool = new pg.Pool({ connectionString: ownerURL, max: 1 })
  owners.set(payload, pool)
  return () => pool.end()
}

/** Runs a statement as somebody at `psql` would, past Payload: with all rights that the owner has. */
export async function runSQL(payload: Payload, statement: string): Promise<Record<string, any>[]> {
  const owner = owners.get(payload)
  const { rows } = await (owner
    ? owner.query(statement)
    : (payload.db as unknown as SQLDatabase).drizzle.execute(statement))
  return rows
}

interface SQLError {
  code: string
  message: string
  cause?: SQLError
}

/** What the database says to a statement: its SQLSTATE and its words, or nothing. */
export async function refusalOfSQL(
  payload: Payload,
  statement: string,
): Promise<{ state?: string; message?: string }> {
  try {
    await runSQL(payload, statement)
    return {}
  } catch (error) {
    const { code, message } = (error as SQLError).cause ?? (error as SQLError)
    return { state: code, message }
  }
}
