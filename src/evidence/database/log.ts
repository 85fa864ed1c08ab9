import type { Payload } from 'payload'

import type { SQLAdapter } from '../../../hooks/operations/sqlAdapter.ts'
import { canonicalJSON } from '../../../hooks/rules/canonicalJSON.ts'
import type { EventContent } from '../../../hooks/rules/events.ts'
import type { Settings } from '../../options/index.ts'
import { sealSchema } from '../../seal/tables.ts'
import type { StoredEvent } from '../certificate.ts'
import { beforeTheFirst, type Head, linkHash } from '../chain.ts'
import { eventColumns, inSnapshot } from '../readEvents.ts'
import type { Reporter } from './report.ts'

/** An event with the columns that repeat what its body says. */
interface LoggedEvent extends StoredEvent {
  kind: string
  actor: string | null
}

const batch = 1000

/** What an event says; undefined where its body is no longer JSON. */
export function contentOf(body: string): EventContent | undefined {
  try {
    return JSON.parse(body) as EventContent
  } catch {
    return undefined
  }
}

/** What is wrong with an event by itself and after the one before. */
function faultsOf(event: LoggedEvent, last: { sequence: number; hash: string }): string[] {
  const { actor, body, hash, kind, previous, publication, sequence } = event
  const said = contentOf(body)
  const isCanonical = said !== undefined && canonicalJSON(said) === body
  const isRepeated =
    said?.kind === kind &&
    (said.publication ?? null) === publication &&
    said.actor === (actor ?? undefined)
  return [
    sequence !== last.sequence + 1 &&
      `does not follow event ${last.sequence}: something is missing`,
    previous !== last.hash && 'does not hold the hash of the event before',
    linkHash(event) !== hash && 'has another hash than what it says and where it stands',
    !isCanonical && 'does not say what it says in canonical JSON',
    !isRepeated && 'says something else than its columns',
  ].filter((fault) => fault !== false)
}

/**
 * Recomputes the whole chain, and compares its end with where the seal says that it ends.
 *
 * @param kept heads that somebody kept elsewhere: only these show that the whole log was formed anew
 */
export async function verifyLog(
  payload: Payload,
  { slugs }: Settings,
  reporter: Reporter,
  kept: Head[],
): Promise<void> {
  const log = slugs.publicationEvents
  const fault = (subject: string, sentence: string) => reporter.fault('log', subject, sentence)
  const awaited = new Map(kept.map((head) => [head.sequence, head]))
  let last = { sequence: 0, hash: beforeTheFirst }
  for (;;) {
    const events = await inSnapshot(payload, ({ rows, table }) =>
      rows<LoggedEvent>(`select ${eventColumns}, kind::text as kind, actor from ${table(log)}
        where sequence > ${last.sequence} order by sequence limit ${batch}`),
    )
    for (const event of events) {
      for (const sentence of faultsOf(event, last)) fault(`event ${event.sequence}`, sentence)
      const head = awaited.get(event.sequence)
      if (head && head.hash !== event.hash)
        fault(`event ${event.sequence}`, `is another than the head kept of ${head.at}`)
      awaited.delete(event.sequence)
      last = event
    }
    reporter.done('log', events.length)
    if (events.length < batch) break
  }
  for (const { at, sequence } of awaited.values())
    fault(`event ${sequence}`, `is missing, though a head was kept of it, ${at}`)
  await verifyEnd(payload, log, fault)
}

async function verifyEnd(
  payload: Payload,
  log: Settings['slugs']['publicationEvents'],
  fault: (subject: string, sentence: string) => void,
): Promise<void> {
  const head = `${sealSchema(payload.db as unknown as SQLAdapter)}.head`
  await inSnapshot(payload, async ({ rows, table }) => {
    const [unchained] = await rows<{ number: number }>(
      `select count(*)::int as number from ${table(log)} where sequence is null or sequence < 1`,
    )
    if (unchained!.number > 0) fault(`${unchained!.number} events`, 'stand outside the chain')
    const [seal] = await rows<{ found: boolean }>(
      `select to_regclass('${head}') is not null as found`,
    )
    if (!seal!.found) return fault('the end', 'is not kept: the seal is not in place')
    const [end] = await rows<{ kept: string; found: string }>(`select
      (select coalesce(string_agg(sequence || ' ' || hash, ','), '') from ${head}) as kept,
      coalesce((select sequence || ' ' || hash from ${table(log)} where sequence is not null
        order by sequence desc limit 1), '0 ${beforeTheFirst}') as found`)
    if (end!.kept !== end!.found)
      fault('the end', `is event ${end!.found}, and by the seal event ${end!.kept || 'none'}`)
  })
}
