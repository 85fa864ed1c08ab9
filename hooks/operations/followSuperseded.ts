import type { CollectionSlug, PayloadRequest } from 'payload'

import { idOf, nameOf, type Publication } from '../rules/publication.ts'

/**
 * Follows what a framework document supersedes, from one to the next.
 *
 * @returns the titles in order, beginning with the document's own, and whether the last supersedes the first
 */
export async function followSuperseded(
  req: PayloadRequest,
  collection: CollectionSlug,
  document: Publication,
  ownID: number | string | undefined,
): Promise<{ chain: string[]; closes: boolean }> {
  const chain = [nameOf(document)]
  const seen = new Set<string>()
  let next = idOf(document.supersedes)
  while (next !== undefined && String(next) !== String(ownID) && !seen.has(String(next))) {
    seen.add(String(next))
    const where = { id: { equals: next } }
    const row = (await req.payload.db.findOne({ collection, req, where })) as Publication | null
    if (!row) break
    chain.push(nameOf(row))
    next = idOf(row.supersedes)
  }
  return { chain, closes: ownID !== undefined && String(next) === String(ownID) }
}
