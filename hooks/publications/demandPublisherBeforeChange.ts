import type { CollectionBeforeChangeHook } from 'payload'

import { Refusal, say } from '../errors.ts'
import { changeOf, willBePublic } from '../operations/changeInProgress.ts'
import { demandPublisher, isAlone } from '../operations/people.ts'
import { isPublic } from '../rules/publication.ts'
import type { PublishingSettings } from '../settings.ts'

/**
 * Refuses whoever may not decide what the public sees, and notes whether a second person must have approved it.
 * Code of the host that acts without a user is not asked.
 */
export const demandPublisherBeforeChange =
  (settings: PublishingSettings): CollectionBeforeChangeHook =>
  async ({ collection: { slug }, context, data, originalDoc, req }) => {
    if (!req.user) return
    const id = originalDoc?.id
    const change = changeOf(context, slug, id)
    const { intent, isWithdrawal, row } = change
    const publishes = willBePublic(change, data)
    const takesDown =
      isPublic(row) && !isPublic(data) && !isWithdrawal && !(intent.isDraftSave && !data.deletedAt)
    if (!publishes && !takesDown) return

    // Who may withdraw may also put back what was public before, and nothing else.
    const isReinstating = publishes && Boolean(row?.withdrawnAt)
    if (!isReinstating) await demandPublisher(req, settings, slug, id)
    if (!publishes || (await isAlone(req, settings))) return
    change.needsApproval = true
    // Nobody can have seen what is not there yet.
    const code = 'APPROVAL_NEEDED'
    if (id === undefined) throw new Refusal(say(req, code), { code, collection: slug })
  }
