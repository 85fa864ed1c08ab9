import type { CollectionBeforeChangeHook } from 'payload'

import { changeOf } from '../operations/changeInProgress.ts'
import { findFreeSlug } from '../operations/findFreeSlug.ts'
import { slugFrom } from '../rules/slugs.ts'

/** Gives a slug made from the name; it follows the name until an editor writes one or it is published. */
export const giveSlugBeforeChange =
  (nameField: 'name' | 'title'): CollectionBeforeChangeHook =>
  async ({ collection: { slug: collection }, context, data, originalDoc, req }) => {
    const { row } = changeOf(context, collection, originalDoc?.id)
    if (row?.firstPublishedAt) return data
    const before = { slug: originalDoc?.slug, base: slugFrom(originalDoc?.[nameField] ?? '') }
    const isWritten = data.slug && data.slug !== before.slug
    const followsName = !data.slug || (before.base && before.slug?.startsWith(before.base))
    const base = slugFrom((isWritten ? data.slug : followsName && data[nameField]) || '')
    if (base && (isWritten || base !== before.base || !data.slug))
      data.slug = await findFreeSlug(req, collection, base, data.publishedOn, originalDoc?.id)
    return data
  }
