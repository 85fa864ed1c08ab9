import type { CollectionAfterChangeHook } from 'payload'

import { askForCheck, forNobody } from '../operations/fileChecks.ts'
import type { PublishingSettings } from '../settings.ts'

/** A new file is checked long before anybody wants to publish it. */
export const askForCheckAfterChange =
  (settings: PublishingSettings): CollectionAfterChangeHook =>
  async ({ doc, operation, req }) => {
    if (operation === 'create' && settings.fileChecks)
      await askForCheck(req, settings, doc.id, forNobody)
  }
