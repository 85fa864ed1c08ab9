import type { GlobalAfterChangeHook, GlobalBeforeChangeHook } from 'payload'

import { demandPublisher } from '../operations/people.ts'
import { collectReferences } from '../operations/references.ts'
import { shareAllByReferrers } from '../operations/shareFiles.ts'
import { type Reference, referencesOf } from '../rules/references.ts'
import type { PublishingSettings } from '../settings.ts'

/** Refuses to publish the page to whoever may not, and notes what it refers to, before the change and after it. */
export const beginPageChange =
  (settings: PublishingSettings): GlobalBeforeChangeHook =>
  async ({ context, data, global, req }) => {
    if (data._status === 'published') await demandPublisher(req, settings, global.slug)
    const row = await req.payload.db.findGlobal({ slug: global.slug, req })
    const refersTo = collectReferences(global.fields, data)
    context.pageReferences = [...referencesOf(row), ...refersTo.documents]
    return { ...data, refersTo }
  }

/** Opens and closes the files that the page referred to or refers to now. */
export const sharePageFiles =
  (settings: PublishingSettings): GlobalAfterChangeHook =>
  ({ context, req }) =>
    shareAllByReferrers(req, settings, context.pageReferences as Reference[])
