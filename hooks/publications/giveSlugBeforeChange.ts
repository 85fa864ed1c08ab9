import type { CollectionBeforeChangeHook } from 'payload'

import { changeOf, willBePublic } from '../operations/changeInProgress.ts'
import { findFreeSlug } from '../operations/findFreeSlug.ts'
import { slugFrom, slugWithoutLetters } from '../rules/slugs.ts'

/** Gives a slug made from the name; it follows the name until an editor writes one or it is published. */
export const giveSlugBeforeChange =
  (nameField: 'name' | 'title'): CollectionBeforeChangeHook =>
  async ({ collection: { slug: collection }, context, data, originalDoc, req }) => {
    const change = changeOf(context, collection, originalDoc?.id)
    if (change.row?.firstPublishedAt) return data
    const before = { slug: originalDoc?.slug, base: slugFrom(originalDoc?.[nameField] ?? '') }
    const isWritten = data.slug && data.slug !== before.slug
    const followsName = !data.slug || (before.base && before.slug?.startsWith(before.base))
    const base = slugFrom((isWritten ? data.slug : followsName && data[nameField]) || '')
    const free = (wanted: string) =>
      // Its own row has it, so no other row can: the database keeps slugs apart.
      wanted === change.row?.slug
        ? wanted
        : findFreeSlug(req, collection, wanted, data.publishedOn, originalDoc?.id)
    if (base && (isWritten || base !== before.base || !data.slug)) data.slug = await free(base)
    // A slug from a draft is in its version only, so another document may have taken it since then.
    else if (!change.intent.isDraftSave && data.slug) data.slug = await free(data.slug)
    else if (willBePublic(change, data)) data.slug = await free(slugWithoutLetters)
    return data
  }
