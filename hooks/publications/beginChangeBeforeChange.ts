import { type CollectionBeforeChangeHook, NotFound } from 'payload'

import { beginChange, intentOf } from '../operations/changeInProgress.ts'
import { lockPublicRow } from '../operations/publicRow.ts'

/** Reads what the public sees now, once for all hooks that follow: never the latest draft. */
export const beginChangeBeforeChange: CollectionBeforeChangeHook = async ({
  collection: { slug },
  context,
  data,
  originalDoc,
  req,
}) => {
  const id = originalDoc?.id
  const intent = intentOf(context, slug, id)
  const isDraftSave = intent.isDraftSave && (intent.isRestoring || data._status !== 'published')
  const row =
    id === undefined ? undefined : await lockPublicRow(req, slug, id, { withoutLists: isDraftSave })
  // Somebody deleted it while this change waited; Payload would write it anew, without its history. And it
  // goes by the latest version that it finds, which need not be in the trash though the row is.
  const isPassedBy = row?.deletedAt && intent.passesTrashBy
  if (id !== undefined && (!row || isPassedBy)) throw new NotFound(req.t)
  beginChange(context, slug, id, { intent: { ...intent, isDraftSave }, row })
}
