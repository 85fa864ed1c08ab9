import pg from 'pg'

import { codeOf, DatabaseError } from './errors.ts'

const CONNECT_TIMEOUT_MS = 10_000

/** Connects once and leaves. Throws a `DatabaseError` that never contains the password. */
export async function checkServer(url: string, setting = 'DATABASE_URL'): Promise<void> {
  const address = parseAddress(url, setting)
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
  })
  client.on('error', () => {})
  try {
    await client.connect()
    await client.query('select 1')
  } catch (error) {
    throw new DatabaseError(
      `The database server at ${address} cannot be used: ${reason(error, client)}. Check ${setting} and that the server is running.`,
    )
  } finally {
    await client.end().catch(() => {})
  }
}

function parseAddress(url: string, setting: string): string {
  const wrong = new DatabaseError(
    `${setting} is not the address of a Postgres database; it looks like postgresql://user:password@host:5432/name.`,
  )
  if (!URL.canParse(url)) throw wrong
  const { protocol, host, pathname, searchParams } = new URL(url)
  if (protocol !== 'postgres:' && protocol !== 'postgresql:') throw wrong
  return `${host || searchParams.get('host') || 'localhost'}${pathname}`
}

function reason(error: unknown, client: pg.Client): string {
  switch (codeOf(error)) {
    case 'ECONNREFUSED':
      return 'nothing listens there'
    case 'ENOENT':
      return 'its socket does not exist'
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return 'the name of its host is not known'
    case 'ETIMEDOUT':
    case 'EHOSTUNREACH':
      return 'its host does not answer'
    case '28P01':
    case '28000':
      return `it refuses the user "${client.user ?? ''}" or the password`
    case '3D000':
      return `it has no database "${client.database ?? ''}"`
    case '53300':
      return 'it has no connection left'
    default:
      return plain(error)
  }
}

/** The driver's own words, for what is not in the list; its messages never quote the password. */
const plain = (error: unknown): string =>
  (error instanceof Error ? error.message || codeOf(error) : String(error)).replace(/\.$/, '')
