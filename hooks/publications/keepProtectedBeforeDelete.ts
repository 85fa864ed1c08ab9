import type { CollectionBeforeDeleteHook } from 'payload'

import { beginChange, readPublicRow } from '../operations/changeInProgress.ts'
import { lockRow } from '../operations/lockRow.ts'
import { publicationProtected } from '../operations/protection.ts'
import { isProtected } from '../rules/twelve-month-protection/protectionBreach.ts'
import type { PublicationKey, PublishingSettings } from '../settings.ts'

/** Refuses to delete a protected publication, and remembers the row whose files may lose their reader. */
export const keepProtectedBeforeDelete =
  (key: PublicationKey, settings: PublishingSettings): CollectionBeforeDeleteHook =>
  async ({ collection: { slug }, context, id, req }) => {
    await lockRow(req, slug, id)
    const row = await readPublicRow(req, slug, id)
    if (isProtected(row, { now: new Date(), timeZone: settings.timeZone }))
      throw publicationProtected(req, key, row, { reason: 'PROTECTED_FROM_DELETION' }, settings)
    beginChange(context, slug, id, {
      intent: { id, isDraftSave: false, setsStatus: true, isRestoring: false },
      row,
    })
  }
