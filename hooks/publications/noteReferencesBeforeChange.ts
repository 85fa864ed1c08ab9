import type { CollectionBeforeChangeHook } from 'payload'

import { collectReferences } from '../operations/references.ts'

/** Notes what the document refers to, wherever in it, so that one query finds who uses a file or a theme. */
export const noteReferencesBeforeChange: CollectionBeforeChangeHook = ({ collection, data }) => ({
  ...data,
  refersTo: collectReferences(collection.fields, data),
})
