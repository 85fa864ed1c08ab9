import type { CollectionSlug, PayloadRequest } from 'payload'

import { postgresTransaction } from './sqlAdapter.ts'

/**
 * True when the guided start made a document under this key before. Who asks about the same key meanwhile waits
 * until this transaction is over, so that of two equal requests the second finds what the first made.
 *
 * @param key letters, digits, `-` and `:` only
 */
export async function isMadeBefore(
  req: PayloadRequest,
  collection: CollectionSlug,
  key: string,
): Promise<boolean> {
  const transaction = await postgresTransaction(req)
  await transaction?.session.execute(
    `select pg_advisory_xact_lock(hashtextextended('${collection} ${key}', 0))`,
  )
  const { totalDocs } = await req.payload.db.count({
    collection,
    req,
    where: { and: [{ 'seededFrom.key': { equals: key } }, { deletedAt: { exists: false } }] },
  })
  return totalDocs > 0
}
