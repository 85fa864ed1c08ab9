import type {
  CollectionBeforeChangeHook,
  CollectionBeforeDeleteHook,
  CollectionSlug,
  PayloadRequest,
} from 'payload'

import { Refusal, say } from '../errors.ts'
import { findKeptReferrers, lockWithReferrers } from '../operations/references.ts'
import { reference } from '../rules/references.ts'
import type { PublishingSettings } from '../settings.ts'

async function refuseWhileReferredTo(
  req: PayloadRequest,
  settings: PublishingSettings,
  collection: CollectionSlug,
  id: number | string,
): Promise<void> {
  await lockWithReferrers(req, settings, collection, id)
  const usedBy = await findKeptReferrers(req, settings, reference(collection, id))
  if (usedBy.length === 0) return
  const users = usedBy.map(({ name }) => `“${name}”`).join(', ')
  throw new Refusal(say(req, 'IN_USE', { users }), { code: 'IN_USE', collection, id, usedBy })
}

/** Refuses to delete what something published or withdrawn refers to; the answer lists what uses it. */
export const keepReferredToBeforeDelete =
  (settings: PublishingSettings): CollectionBeforeDeleteHook =>
  ({ collection: { slug }, id, req }) =>
    refuseWhileReferredTo(req, settings, slug, id)

/** Refuses the same by way of the trash. */
export const keepReferredToBeforeChange =
  (settings: PublishingSettings): CollectionBeforeChangeHook =>
  async ({ collection: { slug }, data, originalDoc, req }) => {
    if (data.deletedAt && originalDoc && !originalDoc.deletedAt)
      await refuseWhileReferredTo(req, settings, slug, originalDoc.id)
    return data
  }
