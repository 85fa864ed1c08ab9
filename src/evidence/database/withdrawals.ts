import type { Payload } from 'payload'

import type { EventContent, EventKind } from '../../../hooks/rules/events.ts'
import type { Withdrawal } from '../../../hooks/rules/withdrawals.ts'
import type { Settings } from '../../options/index.ts'
import { inSnapshot, type Snapshot } from '../readEvents.ts'
import { contentOf } from './log.ts'
import { listed } from './publications.ts'
import type { Reporter } from './report.ts'

interface Row {
  id: string
  state: Withdrawal['state']
  publication: string
  isEmergency: boolean
  askedBy: string | null
  approvedBy: string | null
}

const batch = 100
const withdrawalKinds: EventKind[] = [
  'withdrawalAsked',
  'withdrawalApproved',
  'withdrawalDeclined',
  'withdrawn',
]

const idIn = ({ detail }: EventContent): string | undefined =>
  (detail as { withdrawal?: string } | undefined)?.withdrawal

/** What a withdrawal’s row says and its events do not. */
function faultsOf(row: Row, events: EventContent[]): string[] {
  const by = (kind: EventKind) =>
    events.find((event) => event.kind === kind && event.publication === row.publication)?.actor
  const { approvedBy, askedBy, isEmergency, state } = row
  const isTaken = state === 'executed' || state === 'reinstated'
  return [
    by('withdrawalAsked') !== (askedBy ?? undefined) && 'was asked for by somebody else',
    by('withdrawalApproved') !== (approvedBy ?? undefined) && 'was approved by somebody else',
    approvedBy && approvedBy === askedBy && 'was approved by who asked for it',
    isTaken && !approvedBy && !isEmergency && 'was carried out without a second person',
    isTaken && !by('withdrawn') && 'was carried out by its row, and not by the log',
    state === 'asked' && by('withdrawn') && 'was carried out by the log, and not by its row',
    (state === 'declined') !== Boolean(by('withdrawalDeclined')) &&
      'was declined by its row or by the log, not by both',
  ].filter((fault) => typeof fault === 'string' && fault !== '') as string[]
}

/** Compares each withdrawal with its events, and the events with the withdrawals. */
export async function verifyWithdrawals(
  payload: Payload,
  settings: Settings,
  reporter: Reporter,
): Promise<void> {
  const { slugs } = settings
  let last = 0
  for (;;) {
    const found = await inSnapshot(payload, async (snapshot) => {
      const rows = await snapshot.rows<Row>(
        `select id::text as id, state::text as state, publication, coalesce(is_emergency, false) as "isEmergency",
           asked_by as "askedBy", approved_by as "approvedBy"
         from ${snapshot.table(slugs.withdrawals)} w order by w.id limit ${batch} offset ${last}`,
      )
      const events = await eventsAbout(snapshot, settings, rows)
      for (const row of rows)
        for (const sentence of faultsOf(
          row,
          events.filter((event) => idIn(event) === row.id),
        ))
          reporter.fault('withdrawals', `withdrawal ${row.id}`, sentence)
      return rows
    })
    reporter.done('withdrawals', found.length)
    if (found.length < batch) break
    last += found.length
  }
  await findLost(payload, settings, reporter)
}

async function eventsAbout(
  { rows, table }: Snapshot,
  { slugs }: Settings,
  withdrawals: Row[],
): Promise<EventContent[]> {
  if (withdrawals.length === 0) return []
  const found = await rows<{ body: string }>(
    `select body from ${table(slugs.publicationEvents)} where kind::text in (${listed(withdrawalKinds)})
     and publication in (${listed(withdrawals.map(({ publication }) => publication ?? ''))})
     order by sequence`,
  )
  return found.flatMap(({ body }) => contentOf(body) ?? [])
}

/** Withdrawals that the log tells of and that have no row any more. */
async function findLost(payload: Payload, { slugs }: Settings, reporter: Reporter): Promise<void> {
  let last = 0
  for (;;) {
    const asked = await inSnapshot(payload, async ({ rows, table }) => {
      const events = await rows<{ sequence: number; body: string }>(
        `select sequence::float8 as sequence, body from ${table(slugs.publicationEvents)}
         where kind::text = 'withdrawalAsked' and sequence > ${last} order by sequence limit ${batch}`,
      )
      const ids = events.flatMap(({ body }) => idIn(contentOf(body) ?? ({} as EventContent)) ?? [])
      const stored = ids.length
        ? await rows<{ id: string }>(
            `select id::text as id from ${table(slugs.withdrawals)} where id::text in (${listed(ids)})`,
          )
        : []
      const known = new Set(stored.map(({ id }) => id))
      for (const id of ids)
        if (!known.has(id))
          reporter.fault('withdrawals', `withdrawal ${id}`, 'is gone, and the log tells of it')
      return events
    })
    if (asked.length < batch) return
    last = asked.at(-1)!.sequence
  }
}
