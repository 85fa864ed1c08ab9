import type { CollectionSlug, Payload, PayloadRequest, Where, WhereField } from 'payload'

import { recordEvent } from '../../hooks/operations/events.ts'
import { publicFormQuery } from '../../hooks/operations/publicForm.ts'
import { publicRows } from '../../hooks/operations/publicRow.ts'
import { availabilityFaults, type Comparison } from '../../hooks/rules/availability.ts'
import { calendarDateOf, dayOfInstant } from '../../hooks/rules/calendarDates.ts'
import type { EventContent, EventKind } from '../../hooks/rules/events.ts'
import type { Publication } from '../../hooks/rules/publication.ts'
import { type Reference, reference } from '../../hooks/rules/references.ts'
import { publicationKeys, type PublishingSettings } from '../../hooks/settings.ts'
import { fetchDocument, fetchFile } from './fetchAsReader.ts'

/** How many publications are held in memory at a time. */
const batch = 50

/** A publication that readers did not get as it was published. */
export interface Unavailable {
  publication: Reference
  faults: string[]
}

export interface CheckResult {
  checked: number
  unavailable: Unavailable[]
}

/** How long the log may say nothing of checks that all find the same. */
const week = 7 * 24 * 60 * 60 * 1000

/**
 * Fetches every protected publication and its files from the public address as a reader would, compares
 * them with what the log says was published, and records what came of it.
 *
 * @param address where readers reach Payload, for example `https://cms.safeguarding.example`
 */
export async function checkPublications(
  req: PayloadRequest,
  settings: PublishingSettings,
  address: string,
): Promise<CheckResult> {
  const { payload } = req
  const api = `${address.replace(/\/$/, '')}${payload.config.routes.api}`
  const now = new Date()
  const today = dayOfInstant(now, settings.timeZone)
  const result: CheckResult = { checked: 0, unavailable: [] }

  for (const key of publicationKeys) {
    const slug = settings.slugs[key]
    const until = { greater_than_equal: `${today}T00:00:00.000Z` }
    for await (const row of publicRowsOf(payload, slug, until)) {
      const { faults, publication } = await checkOne(req, settings, api, slug, row)
      await payload.db.create({
        collection: settings.slugs.availabilityChecks,
        data: {
          publication,
          checkedAt: now.toISOString(),
          isAvailable: faults.length === 0,
          faults,
        },
        returning: false,
      })
      await recordCheck(req, settings, publication, faults, now)
      result.checked++
      if (faults.length) result.unavailable.push({ publication, faults })
    }
  }
  return result
}

/** Writes a check into the log when it finds something else than the one before, and once a week in any case. */
async function recordCheck(
  req: PayloadRequest,
  settings: PublishingSettings,
  publication: Reference,
  faults: string[],
  now: Date,
): Promise<void> {
  const last = await lastEvent(req.payload, settings, publication, ['checked'])
  const isNews = !last || (last.content.detail as CheckDetail).available !== (faults.length === 0)
  if (!isNews && now.getTime() - new Date(last.at).getTime() < week) return
  const detail: CheckDetail = { available: faults.length === 0, faults }
  await recordEvent(req, settings, { kind: 'checked', publication, actor: 'job', detail })
}

interface CheckDetail {
  available: boolean
  faults: string[]
}

/** Everything public whose protection meets a condition, in batches and with no more than it takes. */
async function* publicRowsOf(
  payload: Payload,
  collection: CollectionSlug,
  protectedUntil: WhereField,
) {
  let after: number | string | undefined
  for (;;) {
    const { docs } = await payload.db.find<Publication & { id: number | string }>({
      collection,
      limit: batch,
      pagination: false,
      select: { protectedUntil: true },
      sort: 'id',
      where: {
        and: [
          publicRows,
          { protectedUntil },
          ...(after === undefined ? [] : [{ id: { greater_than: after } }]),
        ],
      },
    })
    yield* docs
    if (docs.length < batch) return
    after = docs.at(-1)!.id
  }
}

async function checkOne(
  req: PayloadRequest,
  settings: PublishingSettings,
  api: string,
  slug: CollectionSlug,
  { id }: Publication,
): Promise<Unavailable> {
  const { payload } = req
  const publication = reference(slug, id!)
  // What the log says last of what readers get.
  const kinds: EventKind[] = ['published', 'corrected', 'reinstated']
  const promised = (await lastEvent(payload, settings, publication, kinds))?.content
  if (!promised?.publicForm)
    return { publication, faults: [`${publication} has no event in the log`] }
  const comparisons: Comparison[] = [
    {
      what: publication,
      promised: promised.publicForm,
      seen: await fetchDocument(`${api}/${slug}/${id}?${publicFormQuery(req, slug)}`),
    },
  ]
  for (const { file, sha256 } of promised.files ?? []) {
    const [collection, fileID] = file.split(':') as [CollectionSlug, string]
    const row = (await payload.db.findOne({ collection, where: { id: { equals: fileID } } })) as {
      filename?: string
    } | null
    const seen = row?.filename
      ? await fetchFile(`${api}/${collection}/file/${encodeURIComponent(row.filename)}`)
      : { status: 404 }
    comparisons.push({ what: file, promised: sha256, seen })
  }
  return { publication, faults: availabilityFaults(comparisons) }
}

/** The last event of some kinds that concerns a publication. */
async function lastEvent(
  payload: Payload,
  { slugs }: PublishingSettings,
  publication: Reference,
  kinds: EventKind[],
): Promise<{ at: string; content: EventContent } | undefined> {
  const { docs } = await payload.db.find<{ id: number | string; at: string; body: string }>({
    collection: slugs.publicationEvents,
    limit: 1,
    pagination: false,
    sort: '-sequence',
    where: { and: [{ publication: { equals: publication } }, { kind: { in: kinds } }] },
  })
  return docs[0] && { at: docs[0].at, content: JSON.parse(docs[0].body) as EventContent }
}

/** Records for each public publication whose protection has ended that it did; nothing is taken down for it. */
export async function recordEndedPeriods(
  req: PayloadRequest,
  settings: PublishingSettings,
): Promise<void> {
  const { payload } = req
  const { slugs, timeZone } = settings
  const today = dayOfInstant(new Date(), timeZone)
  for (const key of publicationKeys) {
    const collection = slugs[key]
    const until = { less_than: `${today}T00:00:00.000Z` }
    for await (const { id, protectedUntil } of publicRowsOf(payload, collection, until)) {
      const publication = reference(collection, id)
      const where: Where = {
        and: [{ publication: { equals: publication } }, { kind: { equals: 'periodEnded' } }],
      }
      const { totalDocs } = await payload.db.count({ collection: slugs.publicationEvents, where })
      if (totalDocs > 0) continue
      await recordEvent(req, settings, {
        kind: 'periodEnded',
        publication,
        actor: 'job',
        protectedUntil: calendarDateOf(protectedUntil, timeZone),
      })
    }
  }
}
