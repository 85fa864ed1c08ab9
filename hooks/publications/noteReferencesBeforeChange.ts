import type { CollectionBeforeChangeHook } from 'payload'

import { changeOf } from '../operations/changeInProgress.ts'
import { collectReferences } from '../operations/references.ts'

/** Notes what the document refers to, wherever in it, so that one query finds who uses a file or a theme. */
export const noteReferencesBeforeChange: CollectionBeforeChangeHook = ({
  collection,
  context,
  data,
  originalDoc,
}) => {
  data.refersTo = collectReferences(collection.fields, data)
  changeOf(context, collection.slug, originalDoc?.id).refersTo = data.refersTo
  return data
}
