import {
  APIError,
  type CollectionSlug,
  createLocalReq,
  type Payload,
  type PayloadRequest,
} from 'payload'

import { type Session, type SQLAdapter, tableOf } from '../../hooks/operations/sqlAdapter.ts'
import type { Reference } from '../../hooks/rules/references.ts'
import { literal } from '../seal/functions/define.ts'
import { qualifiedName } from '../seal/tables.ts'
import type { ForeignLink, StoredEvent } from './certificate.ts'
import type { Head } from './chain.ts'

/** A moment at which the database is read: everything in it belongs together. */
export interface Snapshot {
  req: PayloadRequest
  /** Runs SQL in it. */
  rows: <Row>(statement: string) => Promise<Row[]>
  /** A collection’s table, quoted and with its schema. */
  table: (slug: CollectionSlug) => string
}

/**
 * Reads in one read-only transaction that sees one moment. Keep it short: the embedded database serves
 * nobody else meanwhile.
 *
 * @throws on databases other than Postgres, which keep no chain
 */
export async function inSnapshot<Result>(
  payload: Payload,
  read: (snapshot: Snapshot) => Promise<Result>,
): Promise<Result> {
  const adapter = payload.db as unknown as SQLAdapter
  if (adapter.name !== 'postgres')
    throw new APIError('Nothing can be certified here: only Postgres keeps the event log.', 501)
  const transaction = await payload.db.beginTransaction({
    accessMode: 'read only',
    isolationLevel: 'repeatable read',
  })
  const req = await createLocalReq({}, payload)
  if (transaction !== null) req.transactionID = transaction
  const session: Session = adapter.sessions[String(transaction)]?.db ?? adapter.drizzle
  try {
    return await read({
      req,
      rows: async <Row>(statement: string) => (await session.execute(statement)).rows as Row[],
      table: (slug) => qualifiedName(adapter, tableOf(adapter, slug)!.name),
    })
  } finally {
    if (transaction !== null) await payload.db.rollbackTransaction(transaction)
  }
}

/** A time as the links write it. */
export const timeOf = (column: string): string =>
  `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`

/** Columns of a link, under the names of `StoredEvent`. */
export const eventColumns = `sequence::float8 as sequence, ${timeOf('at')} as at, publication, body,
  encode(sha256(convert_to(body, 'UTF8')), 'hex') as content, previous_hash as previous, hash`

/** All events of a publication, in their order. */
export const eventsOf = (
  { rows, table }: Snapshot,
  log: CollectionSlug,
  publication: Reference,
): Promise<StoredEvent[]> =>
  rows(`select ${eventColumns} from ${table(log)}
    where publication = ${literal(publication)} and sequence is not null order by sequence`)

/** The links of all other events since a number, in their order. */
export const linksBeside = (
  { rows, table }: Snapshot,
  log: CollectionSlug,
  publication: Reference,
  since: number,
): Promise<ForeignLink[]> =>
  rows(`select ${timeOf('at')} as at, publication, encode(sha256(convert_to(body, 'UTF8')), 'hex') as content
    from ${table(log)} where sequence > ${since} and publication is distinct from ${literal(publication)}
    order by sequence`)

const headColumns = `sequence::float8 as sequence, hash, ${timeOf('at')} as at`

/** Where the chain ends; undefined where it has not begun. */
export async function readHead(
  { rows, table }: Snapshot,
  log: CollectionSlug,
): Promise<Head | undefined> {
  const [head] = await rows<Head>(
    `select ${headColumns} from ${table(log)} where sequence is not null order by sequence desc limit 1`,
  )
  return head
}

/** The last link of each day (UTC) on which something was recorded, in their order. */
export const readDailyHeads = ({ rows, table }: Snapshot, log: CollectionSlug): Promise<Head[]> =>
  rows(`select * from (select distinct on (date(at at time zone 'UTC')) ${headColumns}
      from ${table(log)} where sequence is not null
      order by date(at at time zone 'UTC'), sequence desc) heads order by sequence`)
