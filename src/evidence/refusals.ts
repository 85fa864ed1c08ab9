import type { Payload } from 'payload'

import type { SQLAdapter } from '../../hooks/operations/sqlAdapter.ts'
import type { PublishingSettings } from '../../hooks/settings.ts'
import { sealSchema } from '../seal/tables.ts'
import { inSnapshot } from './readEvents.ts'

/** How often the database itself refused something. */
export interface Refusals {
  counted: number
  /** Of which the log tells. */
  recorded: number
}

/** What an event says that tells of refusals whose own were lost: `detail.reason`. */
export const byHand = 'BY_HAND'

/**
 * Counts what the seal refused, and what the log tells of that. A refusal rolls back, and with it whatever could
 * have told of it; the seal counts in a sequence, which does not. What came through the app is recorded beside it;
 * for what was written by hand, `checkAvailability` records how often it happened.
 */
export const readRefusals = (payload: Payload, { slugs }: PublishingSettings): Promise<Refusals> =>
  inSnapshot(payload, async ({ rows, table }) => {
    const counter = `${sealSchema(payload.db as unknown as SQLAdapter)}.refusals`
    const [seal] = await rows<{ found: boolean }>(
      `select to_regclass('${counter}') is not null as found`,
    )
    if (!seal!.found) return { counted: 0, recorded: 0 }
    const [refusals] = await rows<Refusals>(`select
      (select case when is_called then last_value else 0 end from ${counter})::float8 as counted,
      (select coalesce(sum(case detail ->> 'reason'
        when 'SEALED' then 1 when '${byHand}' then (detail ->> 'attempts')::int else 0 end), 0)
        from (select body::jsonb -> 'detail' as detail from ${table(slugs.publicationEvents)}
          where kind::text = 'refused') refused)::float8 as recorded`)
    return refusals!
  })
