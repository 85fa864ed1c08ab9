import type { Payload } from 'payload'

import type { SQLAdapter } from '../../hooks/operations/sqlAdapter.ts'
import { raiseSeal, sealOf } from './raise.ts'
import { sealedTables } from './tables.ts'
import { triggerPrefix, triggers } from './triggers.ts'

/** What is wrong with the seal, one sentence each; none when it is in place and as it should be. */
export async function sealFaults(payload: Payload): Promise<string[]> {
  const adapter = payload.db as unknown as SQLAdapter
  if (adapter.name !== 'postgres')
    return ['The database is not Postgres, which alone can be sealed.']
  const { drizzle } = adapter
  const tables = await sealedTables(payload, drizzle)
  const { rows: found } = await drizzle.execute(
    `select tgrelid::regclass::text as "table", tgname as name from pg_trigger where tgname like '${triggerPrefix.replace('_', '\\_')}%' and tgenabled in ('O', 'A')`,
  )
  const inPlace = new Set(found.map(({ name, table }) => `${unqualified(String(table))} ${name}`))
  const missing = triggers(tables).filter(
    ({ name, table }) => !inPlace.has(`${unqualified(table)} ${triggerPrefix}${name}`),
  )
  if (missing.length > 0)
    return missing.map(
      ({ name, table }) =>
        `The trigger ${triggerPrefix}${name} on ${table} is missing or disabled.`,
    )
  const { rows } = await drizzle.execute(
    `select obj_description(oid, 'pg_namespace') as fingerprint from pg_namespace where nspname = '${tables.schema}'`,
  )
  return rows[0]?.fingerprint === sealOf(tables).fingerprint
    ? []
    : ['The seal is of another version or of other options than the app.']
}

const unqualified = (table: string): string => table.replaceAll('"', '').split('.').at(-1)!

/** At boot: seals a database whose schema Payload pushes in development, and says when another is not sealed. */
export async function checkSeal(payload: Payload): Promise<void> {
  const adapter = payload.db as unknown as SQLAdapter & { push?: boolean }
  const faults = await sealFaults(payload)
  if (faults.length === 0) return
  const isPushed = adapter.push !== false && process.env.NODE_ENV !== 'production'
  if (adapter.name === 'postgres' && isPushed) return raiseSeal({ db: adapter.drizzle, payload })
  payload.logger.warn(
    `safeguardingReviews: the database does not keep the promise by itself: ${faults[0]} ${unsealed}`,
  )
}

/** What a host loses without the seal. */
export const unsealed =
  'What is written to it by hand or around the collections is neither refused nor recorded, and no certificate can be made. Make a migration that calls raiseSeal from “payload-safeguarding-reviews/migrations”.'
