import { type CollectionBeforeDeleteHook, NotFound } from 'payload'

import { beginChange } from '../operations/changeInProgress.ts'
import { publicationProtected, withdrawn } from '../operations/protection.ts'
import { demandPublisher } from '../operations/people.ts'
import { lockPublicRow } from '../operations/publicRow.ts'
import { isPublic } from '../rules/publication.ts'
import { isProtected } from '../rules/twelve-month-protection/protectionBreach.ts'
import type { PublicationKey, PublishingSettings } from '../settings.ts'

/** Refuses to delete a protected publication, and remembers the row whose files may lose their reader. */
export const keepProtectedBeforeDelete =
  (key: PublicationKey, settings: PublishingSettings): CollectionBeforeDeleteHook =>
  async ({ collection: { slug }, context, id, req }) => {
    const row = await lockPublicRow(req, slug, id)
    // Somebody else deleted it while this one waited.
    if (!row) throw new NotFound(req.t)
    if (row.withdrawnAt) throw withdrawn(req, slug, row)
    if (isProtected(row, { now: new Date(), timeZone: settings.timeZone }))
      throw publicationProtected(req, key, row, { reason: 'PROTECTED_FROM_DELETION' }, settings)
    if (isPublic(row)) await demandPublisher(req, settings, slug, id)
    beginChange(context, slug, id, {
      intent: { id, isDraftSave: false, setsStatus: true, isRestoring: false },
      row,
    })
  }
