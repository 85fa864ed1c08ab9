import type { CollectionSlug, PayloadRequest, UIFieldServerProps } from 'payload'

import { readPublicRow } from '../../../hooks/operations/changeInProgress.ts'
import type { PublishingSettings } from '../../../hooks/settings.ts'
import { PublicationStateInWords } from './index.client.tsx'
import { type PublicationFacts, stateInWords } from './words.ts'

/**
 * Says in the sidebar what the public sees of this document. The facts come from the main table's row: the
 * form shows the latest draft, whose status and dates are not what readers get.
 */
export async function PublicationState({ collectionSlug, field, id, req }: UIFieldServerProps) {
  const { timeZone }: PublishingSettings = req.payload.config.custom!.safeguardingReviews
  const facts = await readFacts(req, collectionSlug as CollectionSlug, id)
  return (
    <PublicationStateInWords
      initially={stateInWords(facts, { now: new Date(), timeZone })}
      label={String(field.label)}
      timeZone={timeZone}
    />
  )
}

async function readFacts(
  req: PayloadRequest,
  collection: CollectionSlug,
  id: number | string | undefined,
): Promise<PublicationFacts> {
  const row = await readPublicRow(req, collection, id)
  if (!row) return { row, hasNewerDraft: false }
  const { docs } = await req.payload.db.findVersions({
    collection,
    limit: 1,
    pagination: false,
    req,
    where: { and: [{ parent: { equals: id } }, { latest: { equals: true } }] },
  })
  return { row, hasNewerDraft: docs[0]?.version._status === 'draft' }
}
