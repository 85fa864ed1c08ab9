import type { CollectionBeforeChangeHook, CollectionSlug } from 'payload'

import { Refusal, say } from '../errors.ts'
import { lockPublicRow } from '../operations/publicRow.ts'
import { lockRow } from '../operations/rows.ts'
import { personOf } from '../operations/people.ts'
import { findWithdrawal } from '../operations/withdraw.ts'
import { idOf } from '../rules/publication.ts'
import { reference } from '../rules/references.ts'
import { isProtected } from '../rules/twelve-month-protection/protectionBreach.ts'
import { askingFault } from '../rules/withdrawals.ts'
import type { PublishingSettings } from '../settings.ts'

const hour = 60 * 60 * 1000

/** What may be written once a withdrawal is asked for: what readers are told in the document's place. */
const editable = ['notice', 'leaflets', 'improvements']

/** A new withdrawal is asked for by a person and for something protected; later, only its notice changes. */
export const askBeforeChange =
  (settings: PublishingSettings): CollectionBeforeChangeHook =>
  async ({ collection: { slug }, data, operation, originalDoc, req }) => {
    if (operation === 'update') {
      // Somebody may have approved or reinstated it since this change read it.
      const { id } = originalDoc!
      await lockRow(req, slug, id)
      const now = await req.payload.db.findOne({
        collection: slug as CollectionSlug,
        req,
        where: { id: { equals: id } },
      })
      const notice = Object.entries(data).filter(([field]) => editable.includes(field))
      return { ...originalDoc, ...now, ...Object.fromEntries(notice) }
    }
    const { relationTo, value } = data.document as { relationTo: CollectionSlug; value: unknown }
    const id = idOf(value)!
    const row = await lockPublicRow(req, relationTo, id)
    const publication = reference(relationTo, id)
    const person = personOf(req, settings)
    const now = new Date()
    const isEmergency = Boolean(data.isEmergency)
    const fault = askingFault(person, row, {
      isEmergency,
      isProtected: isProtected(row, { now, timeZone: settings.timeZone }),
      isOpen: Boolean(await findWithdrawal(req, settings, publication, ['asked', 'executed'])),
    })
    if (fault) throw new Refusal(say(req, fault), { code: fault, collection: slug })
    const { ground, improvements, leaflets, notice, reason } = data
    return {
      document: { relationTo, value: id },
      ground,
      notice,
      reason,
      leaflets,
      improvements,
      isEmergency,
      publication,
      publishedIn: relationTo,
      slug: row!.slug,
      state: 'asked',
      askedBy: person.account,
      askedAt: now.toISOString(),
      ...(isEmergency && {
        approvalDueAt: new Date(
          now.getTime() + settings.withdrawal.approvalHours * hour,
        ).toISOString(),
      }),
    }
  }
