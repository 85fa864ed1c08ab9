import type { CollectionSlug, PayloadRequest } from 'payload'

import { slugCandidates } from '../rules/slugs.ts'

/**
 * The first slug for a base that no other document of the collection has, trashed ones included.
 *
 * @param publishedOn the stored publication date, if any: its year is tried first; else this year's
 */
export async function findFreeSlug(
  req: PayloadRequest,
  collection: CollectionSlug,
  base: string,
  publishedOn: string | null | undefined,
  ownID: number | string | undefined,
): Promise<string> {
  const year = (publishedOn ?? new Date().toISOString()).slice(0, 4)
  for (const slug of slugCandidates(base, year)) {
    const { totalDocs } = await req.payload.db.count({
      collection,
      req,
      where: {
        slug: { equals: slug },
        ...(ownID !== undefined && { id: { not_equals: ownID } }),
      },
    })
    if (totalDocs === 0) return slug
  }
  throw new Error('unreachable: there is always another number')
}
