import type { CollectionAfterChangeHook } from 'payload'

import { confirmApproved } from '../operations/approvals.ts'
import { changeOf, takeWritten } from '../operations/changeInProgress.ts'
import { actorOf, fileEvidence, recordEvent } from '../operations/events.ts'
import { demandNoPrivateNames, noNames, readPrivateNames } from '../operations/privateNames.ts'
import { confirmProtected } from '../operations/protection.ts'
import { hashOfForm, readAsReader } from '../operations/publicForm.ts'
import { lockPublicRow, readPublicRow } from '../operations/publicRow.ts'
import { readableBy, shareFiles } from '../operations/shareFiles.ts'
import { calendarDateOf } from '../rules/calendarDates.ts'
import { eventOfChange } from '../rules/events.ts'
import { isPublic } from '../rules/publication.ts'
import { changedReferences, reference, referencesOf } from '../rules/references.ts'
import { newChangeNote } from '../rules/twelve-month-protection/protectionBreach.ts'
import type { PublicationKey, PublishingSettings } from '../settings.ts'

/**
 * Settles what a change means for the public, as the last act of its transaction: looks again at what readers
 * would get, opens and closes the files, and records the event. All three go by one reading of what was written.
 */
export const settleAfterChange =
  (key: PublicationKey, settings: PublishingSettings): CollectionAfterChangeHook =>
  async ({ collection: { slug }, context, data, doc, operation, previousDoc, req }) => {
    // What is created has no row before; and a hook of the host may have made another document since.
    const change = operation === 'update' ? changeOf(context, slug, doc.id) : undefined
    const before = change?.row
    const event = { publication: reference(slug, doc.id), actor: actorOf(req) }
    const draft = {
      isDraftSave: change?.intent.isDraftSave ?? false,
      hadDraft: previousDoc?._status === 'draft',
    }
    if (change && draft.isDraftSave) {
      if (isPublic(before)) {
        const row = await lockPublicRow(req, slug, doc.id, { withoutLists: true })
        confirmProtected(req, key, change, row, settings)
      }
      const kind = eventOfChange(before, {}, draft)
      if (kind) await recordEvent(req, settings, { ...event, kind })
      return
    }
    // A new draft: nobody reads it, and it opens nothing.
    if (!change && !isPublic(data)) return

    const written = takeWritten(context, slug, doc.id)
    const after = written ?? (await readPublicRow(req, slug, doc.id)) ?? {}
    if (change) confirmProtected(req, key, change, after, settings)
    const approval =
      change && isPublic(after)
        ? await confirmApproved(req, settings, change, slug, { ...after, id: doc.id })
        : undefined

    const readable = change?.rowsBefore.map(readableBy) ?? []
    const { publication } = event
    const names =
      isPublic(after) && settings.fileChecks
        ? await readPrivateNames(req, settings, publication)
        : noNames
    const changed = changedReferences(readable, readableBy(after))
    const looked = await shareFiles(req, settings, changed, { publication, hash: names.hash })
    if (change) change.isShared = true

    const kind = eventOfChange(before, after, draft)
    if (!kind) return
    const form = isPublic(after) ? await readAsReader(req, slug, doc.id, written) : undefined
    if (form) demandNoPrivateNames(req, settings, slug, form, looked, names)
    await recordEvent(req, settings, {
      ...event,
      kind,
      publicForm: form && hashOfForm(form),
      note: kind === 'corrected' ? newChangeNote(before!, after) : undefined,
      detail: approval && {
        approval: String(approval.id),
        askedBy: approval.askedBy,
        approvedBy: approval.decidedBy,
      },
      ...(isPublic(after) && {
        files: await fileEvidence(req, settings, referencesOf(after), looked),
        protectedUntil: calendarDateOf(after.protectedUntil, settings.timeZone),
      }),
    })
  }
