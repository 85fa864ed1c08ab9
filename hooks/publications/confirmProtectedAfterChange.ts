import type { CollectionAfterChangeHook } from 'payload'

import { changeOf, readPublicRow } from '../operations/changeInProgress.ts'
import { publicationProtected } from '../operations/protection.ts'
import { publicationContent } from '../rules/publicationContent.ts'
import { isProtected, protectionBreach } from '../rules/twelve-month-protection/protectionBreach.ts'
import type { PublicationKey, PublishingSettings } from '../settings.ts'

/**
 * Looks again at what the public would see once the change is written: a hook of the host, or an operation
 * inside an operation, may have changed it after our own check. Refusing here rolls the transaction back.
 */
export const confirmProtectedAfterChange =
  (key: PublicationKey, settings: PublishingSettings): CollectionAfterChangeHook =>
  async ({ collection: { slug }, context, doc, operation, req }) => {
    if (operation === 'create') return
    const { row } = changeOf(context, slug, doc.id)
    if (!isProtected(row, { now: new Date(), timeZone: settings.timeZone })) return
    const next = (await readPublicRow(req, slug, doc.id)) ?? {}
    const breach = protectionBreach(row, next, publicationContent[key].promised)
    if (breach) throw publicationProtected(req, key, row, breach, settings)
  }
