import type { CollectionBeforeChangeHook, PayloadRequest } from 'payload'

import { Refusal, say } from '../errors.ts'
import { changeOf } from '../operations/changeInProgress.ts'
import { publicationProtected, withdrawn } from '../operations/protection.ts'
import { findWithdrawal } from '../operations/withdraw.ts'
import { publicationContent } from '../rules/publicationContent.ts'
import { isPublic, type Publication } from '../rules/publication.ts'
import { reference } from '../rules/references.ts'
import { isProtected, protectionBreach } from '../rules/twelve-month-protection/protectionBreach.ts'
import type { PublicationKey, PublishingSettings } from '../settings.ts'

/** A withdrawal is recorded as carried out; while the row is still public, in this very transaction. */
const isWithdrawn = async (
  req: PayloadRequest,
  settings: PublishingSettings,
  slug: string,
  { id }: Publication,
) => Boolean(await findWithdrawal(req, settings, reference(slug, id!), ['executed']))

/** Refuses what would take a protected publication from the public; a draft over it changes nothing there. */
export const keepProtectedBeforeChange =
  (key: PublicationKey, settings: PublishingSettings): CollectionBeforeChangeHook =>
  async ({ collection: { slug }, context, data, originalDoc, req }) => {
    const change = changeOf(context, slug, originalDoc?.id)
    const { intent, row } = change
    if (intent.isDraftSave && !data.deletedAt) return
    if (row?.withdrawnAt) {
      if (data.deletedAt || (isPublic(data) && (await isWithdrawn(req, settings, slug, row))))
        throw withdrawn(req, slug, row)
    } else if (isProtected(row, { now: new Date(), timeZone: settings.timeZone })) {
      const breach = protectionBreach(row, data, publicationContent[key].promised)
      change.isWithdrawal =
        breach?.reason === 'PROTECTED_FROM_UNPUBLISHING' &&
        (await isWithdrawn(req, settings, slug, row))
      if (breach && !change.isWithdrawal)
        throw publicationProtected(req, key, row, breach, settings)
    } else if (isPublic(row) && !isPublic(data) && !intent.setsStatus) {
      const code = 'UNPUBLISHING_NOT_ASKED_FOR'
      throw new Refusal(say(req, code), { code, collection: slug, id: originalDoc?.id })
    }
  }
