import { type CollectionBeforeChangeHook, NotFound } from 'payload'

import { lockRow } from '../operations/lockRow.ts'
import { beginChange, intentOf, readPublicRow } from '../operations/changeInProgress.ts'

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
  await lockRow(req, slug, id)
  const row = await readPublicRow(req, slug, id)
  // Somebody deleted it while this change waited; Payload would write it anew, without its history.
  if (id !== undefined && !row) throw new NotFound(req.t)
  const isDraftSave = intent.isDraftSave && (intent.isRestoring || data._status !== 'published')
  beginChange(context, slug, id, { intent: { ...intent, isDraftSave }, row })
}
