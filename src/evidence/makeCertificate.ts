import type { CollectionSlug, Payload, PayloadRequest } from 'payload'

import { fileEvidence } from '../../hooks/operations/events.ts'
import { hashOfForm, publicFormQuery, readAsReader } from '../../hooks/operations/publicForm.ts'
import { readPublicRow } from '../../hooks/operations/publicRow.ts'
import { findWithdrawal } from '../../hooks/operations/withdraw.ts'
import { calendarDateOf } from '../../hooks/rules/calendarDates.ts'
import { partialDate } from '../../hooks/rules/partialDates.ts'
import { nameOf, type Publication } from '../../hooks/rules/publication.ts'
import { partsOf, type Reference, referencesOf } from '../../hooks/rules/references.ts'
import type { Settings } from '../options/index.ts'
import {
  type Certificate,
  certificateFormat,
  certifiedEvent,
  type CertifiedFile,
  type CertifiedPublication,
  isTold,
} from './certificate.ts'
import { gatherChecks } from './checks.ts'
import { readKeys } from './keys.ts'
import { eventsOf, inSnapshot, linksBeside, readHead } from './readEvents.ts'
import { signed } from './signature.ts'

/**
 * What the log proves of a publication, signed. It says the same to everybody, and nothing that readers may
 * not know.
 *
 * @returns undefined for what was never public: there is nothing to certify, and nothing to tell of it
 * @throws on databases that keep no chain
 */
export async function makeCertificate(
  payload: Payload,
  settings: Settings,
  publication: Reference,
): Promise<Certificate | undefined> {
  const { publisher, slugs } = settings
  // In this order, so that the key was already there and not yet out of use at that time.
  const { privateKey } = await readKeys(settings.evidence)
  const madeAt = new Date().toISOString()
  const content = await inSnapshot(payload, async (snapshot) => {
    const { req } = snapshot
    const stored = await eventsOf(snapshot, slugs.publicationEvents, publication)
    const { collection, id } = partsOf<CollectionSlug>(publication)
    const row = stored.length > 0 ? await readPublicRow(req, collection, id) : undefined
    if (!row) return undefined
    const certified = await describe(req, settings, publication, row)
    const pending = await findWithdrawal(req, settings, publication, ['asked'])
    const events = stored.map((event) =>
      certifiedEvent(event, (said) =>
        isTold(said, {
          state: certified.state,
          pendingWithdrawal: pending && String(pending.id),
        }),
      ),
    )
    // Where the log does not know the first publication, the whole of it shows that nothing is left out.
    const first = events[0]!.content?.kind === 'published' ? events[0]!.sequence : 0
    return {
      format: certificateFormat,
      issuer: { ...publisher, keys: address(payload, '/safeguarding-reviews/keys') },
      publication: certified,
      files: certified.state === 'public' ? await publicFiles(req, settings, row) : [],
      checks: gatherChecks(events),
      events,
      links: await linksBeside(snapshot, slugs.publicationEvents, publication, first),
      head: (await readHead(snapshot, slugs.publicationEvents))!,
      madeAt,
    } as const
  })
  return content && signed(content, privateKey)
}

/** Where something stands; without `serverURL` in the config as a path, to be read from the site’s root. */
export const address = ({ config }: Payload, path: string): string =>
  `${config.serverURL}${config.routes.api}${path}`

/** The publication as an anonymous reader finds it. */
async function describe(
  req: PayloadRequest,
  settings: Settings,
  publication: Reference,
  row: Publication,
): Promise<CertifiedPublication> {
  const { timeZone } = settings
  const { collection, id } = partsOf<CollectionSlug>(publication)
  const reader = (await readAsReader(req, collection, id)) as Publication | undefined
  const withdrawal = reader ? undefined : await readNotice(req, settings, publication)
  const published = calendarDateOf(row.publishedOn, timeZone)
  return dropEmpty({
    reference: publication,
    collection,
    slug: row.slug ?? '',
    name: reader && nameOf(reader),
    address: address(req.payload, `/${collection}/${id}?${publicFormQuery(req, collection)}`),
    state: reader ? 'public' : withdrawal ? 'withdrawn' : 'unpublished',
    firstPublishedAt: row.firstPublishedAt ?? '',
    publishedOn: published ? partialDate(published, row.publishedOnPrecision ?? 'day') : '',
    protectedUntil: calendarDateOf(row.protectedUntil, timeZone),
    timeZone,
    publicForm: reader && hashOfForm(reader),
    withdrawal,
  })
}

/** What stands in the place of something withdrawn, read as readers read it. */
async function readNotice(req: PayloadRequest, settings: Settings, publication: Reference) {
  const found = await findWithdrawal(req, settings, publication, ['executed'])
  const notice =
    found && ((await readAsReader(req, settings.slugs.withdrawals, found.id)) as Notice | undefined)
  return notice && { notice: notice.notice, withdrawnAt: notice.withdrawnAt }
}

interface Notice {
  notice: string
  withdrawnAt: string
}

/** The files that readers get with a publication, and of each where. */
async function publicFiles(
  req: PayloadRequest,
  settings: Settings,
  publication: Publication,
): Promise<CertifiedFile[]> {
  const files: CertifiedFile[] = []
  for (const evidence of await fileEvidence(req, settings, referencesOf(publication))) {
    const { collection, id } = partsOf<CollectionSlug>(evidence.file)
    const file = (await readAsReader(req, collection, id)) as { url?: string } | undefined
    files.push({ ...evidence, address: file?.url ?? '' })
  }
  return files
}

/** Without members that say nothing: JSON would not carry them either. */
const dropEmpty = <Value extends object>(value: Value): Value =>
  Object.fromEntries(Object.entries(value).filter(([, entry]) => entry !== undefined)) as Value
