import type { PayloadRequest, UIFieldServerProps } from 'payload'

import { type EventContent, type EventKind, eventKinds } from '../../../hooks/rules/events.ts'
import { reference } from '../../../hooks/rules/references.ts'
import type { PublishingSettings } from '../../../hooks/settings.ts'
import { readNames } from '../readNames.ts'

interface RecordedEvent {
  id: number | string
  at: string
  kind: EventKind
  actor: string
  body: string
}

const shown = 20

/** What happened to this publication, newest first, as the event log has it. */
export async function PublicationHistory({
  collectionSlug,
  field,
  id,
  payload,
  req,
}: UIFieldServerProps) {
  if (!id) return null
  const { slugs, timeZone }: PublishingSettings = payload.config.custom!.safeguardingReviews
  const { docs } = await payload.db.find<RecordedEvent>({
    collection: slugs.publicationEvents,
    limit: shown,
    pagination: false,
    sort: '-sequence',
    where: {
      and: [
        { publication: { equals: reference(collectionSlug, id) } },
        // Each week the same, and seen beside.
        { kind: { not_equals: 'checked' } },
      ],
    },
  })
  if (docs.length === 0) return null
  const moment = new Intl.DateTimeFormat('en-GB', {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone,
  })
  const names = await namesOf(req, new Set(docs.map(({ actor }) => actor)))
  return (
    <div className="field-type publication-history">
      <span className="field-label">{String(field.label)}</span>
      <ol style={{ listStyle: 'none', margin: 0, padding: 0 }}>
        {docs.map(({ actor, at, body, id: event, kind }) => {
          const { note } = JSON.parse(body) as EventContent
          return (
            <li key={event} style={{ marginBottom: 'calc(var(--base) / 2)' }}>
              <strong>{eventKinds[kind]}</strong>
              <br />
              <time dateTime={at}>{moment.format(new Date(at))}</time> · {names.get(actor)}
              {note && <p style={{ margin: 0 }}>“{note}”</p>}
            </li>
          )
        })}
      </ol>
    </div>
  )
}

/** The log names accounts; editors may see whose they are. */
async function namesOf(req: PayloadRequest, actors: Set<string>): Promise<Map<string, string>> {
  const names = await readNames(req, [...actors])
  const others = { job: 'by itself', program: 'a program' } as Record<string, string>
  return new Map(
    [...actors].map((actor) => [
      actor,
      names.get(actor)?.name ?? others[actor] ?? 'an account that is gone',
    ]),
  )
}
