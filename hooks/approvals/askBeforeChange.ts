import type { CollectionBeforeChangeHook, CollectionSlug, PayloadRequest } from 'payload'

import { invalid, Refusal, say } from '../errors.ts'
import { actorOf } from '../operations/events.ts'
import {
  approverOf,
  findLatestVersion,
  findOpenApproval,
  hashOfRow,
} from '../operations/approvals.ts'
import { lockPublicRow } from '../operations/publicRow.ts'
import type { MessageCode } from '../rules/messages.ts'
import { idOf } from '../rules/publication.ts'
import { publicationContent } from '../rules/publicationContent.ts'
import { publicationDateViolations } from '../rules/publicationDates.ts'
import { reference } from '../rules/references.ts'
import { publicationKeys, type PublishingSettings } from '../settings.ts'

/**
 * A draft is submitted by a person, complete enough to be published, and as it is now: what was submitted
 * before is taken back.
 */
export const askBeforeChange =
  (settings: PublishingSettings): CollectionBeforeChangeHook =>
  async ({ collection: { slug }, data, req }) => {
    const { relationTo, value } = data.document as { relationTo: CollectionSlug; value: unknown }
    const id = idOf(value)!
    const refuse = (code: MessageCode): never => {
      throw new Refusal(say(req, code), { code, collection: slug })
    }
    const person = await approverOf(req, settings)
    if (!person.isPresent) refuse('APPROVAL_NEEDS_A_PERSON')
    if (!person.mayEdit) refuse('APPROVAL_NOT_YOURS')
    // Nobody else submits it, or publishes it, meanwhile.
    await lockPublicRow(req, relationTo, id, { withoutLists: true })
    const draft = await findLatestVersion(req, relationTo, id)
    if (draft?._status !== 'draft' || draft.deletedAt) return refuse('APPROVAL_NOT_NEEDED')
    demandComplete(req, settings, relationTo, draft)

    const publication = reference(relationTo, id)
    await takeBackEarlier(req, settings, publication)
    return {
      document: { relationTo, value: id },
      message: data.message,
      publication,
      title: draft.name || draft.title,
      contentHash: await hashOfRow(req, relationTo, draft),
      state: 'asked',
      askedBy: actorOf(req),
      askedAt: new Date().toISOString(),
    }
  }

/** What cannot be published need not be looked at by a second person. */
function demandComplete(
  req: PayloadRequest,
  settings: PublishingSettings,
  collection: CollectionSlug,
  draft: Parameters<typeof hashOfRow>[2],
): void {
  const key = publicationKeys.find((key) => settings.slugs[key] === collection)!
  const violations = [
    ...publicationContent[key].violations(draft, settings),
    ...publicationDateViolations(draft, { now: new Date(), timeZone: settings.timeZone }),
  ]
  if (violations.length) throw invalid(req, collection, violations, draft.id)
}

async function takeBackEarlier(
  req: PayloadRequest,
  settings: PublishingSettings,
  publication: string,
): Promise<void> {
  const earlier = await findOpenApproval(req, settings, publication)
  if (earlier)
    await req.payload.db.updateOne({
      collection: settings.slugs.approvals,
      data: { state: 'takenBack' },
      id: earlier.id,
      req,
    })
}
