import type { CollectionSlug, Payload } from 'payload'

import { calendarDateOf, dayOfInstant } from '../../../hooks/rules/calendarDates.ts'
import type { EventContent, EventKind } from '../../../hooks/rules/events.ts'
import { idsAmong, type Reference, reference } from '../../../hooks/rules/references.ts'
import { publicationKeys } from '../../../hooks/settings.ts'
import { hashOfForm, readManyAsReader } from '../../../hooks/operations/publicForm.ts'
import type { Settings } from '../../options/index.ts'
import { literal } from '../../seal/functions/define.ts'
import { inSnapshot, type Snapshot } from '../readEvents.ts'
import { contentOf } from './log.ts'
import type { Reporter } from './report.ts'

/** A publication’s row, as far as the promise is about it. */
interface Row {
  id: string
  is_public: boolean
  is_withdrawn: boolean
  protected_until: string | null
}

/** Events after which readers get something, with its hash; and all that say whether they do. */
const formKinds: EventKind[] = ['published', 'corrected', 'reinstated']
const takenKinds: EventKind[] = ['deleted', 'unpublished']
const stateKinds: EventKind[] = [...formKinds, ...takenKinds, 'withdrawn']

export const listed = (values: Iterable<string>): string => [...values].map(literal).join(', ')

const batch = 100

/** Compares every publication with the log: is what readers get what was recorded, and is nothing gone? */
export async function verifyPublications(
  payload: Payload,
  settings: Settings,
  reporter: Reporter,
): Promise<void> {
  for (const key of publicationKeys) {
    const collection = settings.slugs[key]
    let last = ''
    for (;;) {
      const rows = await inSnapshot(payload, async (snapshot) => {
        const found = await readRows(snapshot, collection, last)
        await compare(snapshot, settings, collection, found, reporter)
        return found
      })
      reporter.done('publications', rows.length)
      if (rows.length < batch) break
      last = rows.at(-1)!.id
    }
    await findLost(payload, settings, collection, reporter)
  }
  await verifyTaken(payload, settings, reporter)
}

const readRows = ({ rows, table }: Snapshot, collection: CollectionSlug, after: string) =>
  rows<Row>(`select id::text as id, coalesce(_status = 'published', false) and deleted_at is null as is_public,
      withdrawn_at is not null as is_withdrawn,
      to_char(protected_until at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as protected_until
    from ${table(collection)} p ${after ? `where p.id > ${literal(after)}` : ''} order by p.id limit ${batch}`)

/** What the last event of some kinds says, by publication. */
async function lastEvents(
  { rows, table }: Snapshot,
  { slugs }: Settings,
  publications: Reference[],
  kinds: EventKind[],
): Promise<Map<Reference, Partial<EventContent>>> {
  if (publications.length === 0) return new Map()
  const found = await rows<{ publication: Reference; body: string }>(
    `select distinct on (publication) publication, body from ${table(slugs.publicationEvents)}
     where publication in (${listed(publications)}) and kind::text in (${listed(kinds)})
     order by publication, sequence desc`,
  )
  return new Map(found.map(({ body, publication }) => [publication, contentOf(body) ?? {}]))
}

async function compare(
  snapshot: Snapshot,
  settings: Settings,
  collection: CollectionSlug,
  rows: Row[],
  reporter: Reporter,
): Promise<void> {
  const references = rows.map(({ id }) => reference(collection, id))
  const states = await lastEvents(snapshot, settings, references, stateKinds)
  const forms = await lastEvents(snapshot, settings, references, formKinds)
  const ids = rows.filter((row) => row.is_public).map(({ id }) => id)
  const readers = await readManyAsReader(snapshot.req, collection, ids)
  // What nobody reads any more may have lost its files since.
  const isTaken = (subject: Reference) => {
    const kind = states.get(subject)?.kind
    return kind !== undefined && takenKinds.includes(kind)
  }
  const kept = [...forms].filter(([subject]) => !isTaken(subject))
  await verifyRecordedFiles(snapshot, settings, new Map(kept), reporter)
  for (const row of rows) {
    const subject = reference(collection, row.id)
    const fault = (sentence: string) => reporter.fault('publications', subject, sentence)
    const kind = states.get(subject)?.kind
    const isGone = !kind || kind === 'withdrawn' || takenKinds.includes(kind)
    const form = forms.get(subject)
    const until = calendarDateOf(row.protected_until, settings.timeZone)
    if (row.is_withdrawn !== (kind === 'withdrawn'))
      fault('is withdrawn by its row or by the log, not by both')
    if (row.is_public && isGone) fault('is public, and no event says so')
    else if (!row.is_public && !isGone)
      fault(`is not public, and no event says so; it was promised until ${form?.protectedUntil}`)
    else if (row.is_public) {
      const answer = readers.get(row.id)
      const hash = answer && hashOfForm(answer)
      if (hash !== form?.publicForm) fault('reads otherwise than was recorded last')
      if (until !== form?.protectedUntil)
        fault(`is promised until ${until}, and by the log until ${form?.protectedUntil}`)
    }
  }
}

/** The files of the last events, against the rows of the files. */
async function verifyRecordedFiles(
  { rows, table }: Snapshot,
  { slugs }: Settings,
  forms: Map<Reference, Partial<EventContent>>,
  reporter: Reporter,
): Promise<void> {
  const recorded = [...forms.values()].flatMap(({ files }) => files ?? [])
  const ids = new Set(
    idsAmong(
      recorded.map(({ file }) => file),
      slugs.files,
    ),
  )
  if (ids.size === 0) return
  const found = await rows<{ id: string; sha256: string; size: number }>(
    `select id::text as id, coalesce(sha256, '') as sha256, filesize::float8 as size
     from ${table(slugs.files)} where id::text in (${listed(ids)})`,
  )
  const stored = new Map(found.map((file) => [reference(slugs.files, file.id), file]))
  for (const [publication, { files = [] }] of forms)
    for (const { file, sha256, size } of files) {
      const row = stored.get(file)
      if (row?.sha256 !== sha256 || row.size !== size)
        reporter.fault(
          'publications',
          publication,
          `${file} is not the file that was recorded last`,
        )
    }
}

/** Publications that the log knows as public or withdrawn and that have no row any more; a draft may be deleted. */
async function findLost(
  payload: Payload,
  { slugs }: Settings,
  collection: CollectionSlug,
  reporter: Reporter,
): Promise<void> {
  await inSnapshot(payload, async ({ rows, table }) => {
    const lost = await rows<{ publication: string }>(
      `select publication from (select distinct on (publication) publication, kind::text as kind
         from ${table(slugs.publicationEvents)} where publication like ${literal(`${collection}:%`)}
         and kind::text in (${listed(stateKinds)}) order by publication, sequence desc) known
       where kind not in (${listed(takenKinds)}) and not exists (select from ${table(collection)} p
         where ${literal(`${collection}:`)} || p.id = known.publication) limit ${batch}`,
    )
    for (const { publication } of lost)
      reporter.fault('publications', publication, 'is gone from the database, and no event says so')
  })
}

/** What was unpublished or deleted was so after its promise. */
async function verifyTaken(
  payload: Payload,
  { slugs, timeZone }: Settings,
  reporter: Reporter,
): Promise<void> {
  let last = 0
  for (;;) {
    const taken = await inSnapshot(payload, ({ rows, table }) => {
      const log = table(slugs.publicationEvents)
      return rows<{ sequence: number; publication: string; at: string; body: string }>(
        `select taken.sequence::float8 as sequence, taken.publication, taken.at::text as at, before.body
         from ${log} taken cross join lateral (select body from ${log} p
           where p.publication = taken.publication and p.sequence < taken.sequence
           and p.kind::text in (${listed(formKinds)}) order by p.sequence desc limit 1) before
         where taken.kind::text in (${listed(takenKinds)}) and taken.sequence > ${last}
         order by taken.sequence limit ${batch}`,
      )
    })
    for (const { at, body, publication } of taken) {
      const until = contentOf(body)?.protectedUntil
      if (until && dayOfInstant(new Date(at), timeZone) <= until)
        reporter.fault(
          'publications',
          publication,
          `was taken from the public before ${until} was over`,
        )
    }
    if (taken.length < batch) return
    last = taken.at(-1)!.sequence
  }
}
