import { createHash } from 'node:crypto'

import type { Payload } from 'payload'

import type { Session } from '../../hooks/operations/sqlAdapter.ts'
import { canonicalJSON } from '../../hooks/rules/canonicalJSON.ts'
import type { EventContent } from '../../hooks/rules/events.ts'
import { literal } from './functions/define.ts'
import { functions } from './functions/index.ts'
import { type SealedTables, sealedTables } from './tables.ts'
import { dropped, raised, triggers } from './triggers.ts'

/** What Payload hands to a migration, as far as it is needed here. */
export interface MigrationArgs {
  db: Pick<Session, 'execute'>
  payload: Payload
}

/** Everything the seal consists of, in the order in which it is put in place, and a hash of it. */
export function sealOf(tables: SealedTables): { statements: string[]; fingerprint: string } {
  const statements = [
    `create schema if not exists ${tables.schema}`,
    ...functions(tables),
    // In a trigger on a table of one's own, they would do with their owner's rights what they are told to.
    `revoke execute on all functions in schema ${tables.schema} from public`,
    ...triggers(tables).flatMap(raised),
  ]
  const fingerprint = createHash('sha256').update(statements.join(';')).digest('hex').slice(0, 16)
  return { statements, fingerprint }
}

/**
 * Puts the seal in place: the functions and triggers with which Postgres itself keeps the promise. Call it
 * in a migration once the tables are there, and again in one that changes tables or options.
 *
 * @param args what Payload hands to the migration, whose role owns the tables
 */
export async function raiseSeal({ db, payload }: MigrationArgs): Promise<void> {
  const tables = await sealedTables(payload, db)
  const { fingerprint, statements } = sealOf(tables)
  await db.execute(
    [
      ...statements,
      `comment on schema ${tables.schema} is ${literal(fingerprint)}`,
      recorded(tables, { kind: 'sealRaised', actor: 'migration', detail: { fingerprint } }),
    ].join(';\n'),
  )
}

/**
 * Takes the seal away for a migration that rewrites published rows, until `raiseSeal` in the same migration.
 * The log keeps why.
 */
export async function lowerSeal({
  db,
  payload,
  reason,
}: MigrationArgs & { reason: string }): Promise<void> {
  const tables = await sealedTables(payload, db)
  // Payload's migrate:reset takes the oldest migration back first: the tables may be gone, and the seal with them.
  const { rows } = await db.execute(`select to_regclass(${literal(tables.events)}) as log`)
  if (!rows[0]?.log) return
  const record = recorded(tables, { kind: 'sealLowered', actor: 'migration', detail: { reason } })
  // The event gets its place in the chain before the triggers that give it one are gone.
  const settled = 'set constraints all immediate; set constraints all deferred'
  await db.execute([record, settled, ...triggers(tables).map(dropped)].join(';\n'))
}

const recorded = ({ events }: SealedTables, content: EventContent): string =>
  `insert into ${events} (at, kind, actor, body) values (now(), ${literal(content.kind)}, ${literal(content.actor)}, ${literal(canonicalJSON(content))})`
