import type { CollectionBeforeChangeHook } from 'payload'

import { Refusal, say } from '../errors.ts'
import { changeOf } from '../operations/changeInProgress.ts'
import { publicationProtected } from '../operations/protection.ts'
import { publicationContent } from '../rules/publicationContent.ts'
import { isPublic } from '../rules/publication.ts'
import { isProtected, protectionBreach } from '../rules/twelve-month-protection/protectionBreach.ts'
import type { PublicationKey, PublishingSettings } from '../settings.ts'

/** Refuses what would take a protected publication from the public; a draft over it changes nothing there. */
export const keepProtectedBeforeChange =
  (key: PublicationKey, settings: PublishingSettings): CollectionBeforeChangeHook =>
  ({ collection: { slug }, context, data, originalDoc, req }) => {
    const { intent, row } = changeOf(context, slug, originalDoc?.id)
    if (intent.isDraftSave && !data.deletedAt) return
    if (isProtected(row, { now: new Date(), timeZone: settings.timeZone })) {
      const breach = protectionBreach(row, data, publicationContent[key].promised)
      if (breach) throw publicationProtected(req, key, row, breach, settings)
    } else if (isPublic(row) && !isPublic(data) && !intent.setsStatus) {
      const code = 'UNPUBLISHING_NOT_ASKED_FOR'
      throw new Refusal(say(req, code), { code, collection: slug, id: originalDoc?.id })
    }
  }
