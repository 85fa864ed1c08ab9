import type { CollectionBeforeChangeHook } from 'payload'

import { findFreeSlug } from '../operations/findFreeSlug.ts'
import { slugFrom, slugWithoutLetters } from '../rules/slugs.ts'

/** A theme or an agency is public as soon as it is saved, so its slug is made once and then stays. */
export const giveVocabularySlugBeforeChange: CollectionBeforeChangeHook = async ({
  collection,
  data,
  originalDoc,
  req,
}) => {
  const base = slugFrom(data.slug || data.name || '') || slugWithoutLetters
  if (originalDoc?.slug) data.slug = originalDoc.slug
  else data.slug = await findFreeSlug(req, collection.slug, base, null, originalDoc?.id)
  return data
}
