import type { GlobalAfterChangeHook, GlobalBeforeChangeHook } from 'payload'

import { collectReferences } from '../operations/references.ts'
import { shareFiles } from '../operations/shareFiles.ts'
import type { Reference } from '../rules/references.ts'
import type { PublishingSettings } from '../settings.ts'

/** Notes what the page refers to, before the change and after it. */
export const beginPageChange: GlobalBeforeChangeHook = async ({ context, data, global, req }) => {
  const row = await req.payload.db.findGlobal({ slug: global.slug, req })
  const refersTo = collectReferences(global.fields, data)
  context.pageReferences = [...((row?.refersTo as Reference[]) ?? []), ...refersTo]
  return { ...data, refersTo }
}

/** Opens and closes the files that the page referred to or refers to now. */
export const sharePageFiles =
  (settings: PublishingSettings): GlobalAfterChangeHook =>
  ({ context, req }) =>
    shareFiles(req, settings, context.pageReferences as Reference[])
