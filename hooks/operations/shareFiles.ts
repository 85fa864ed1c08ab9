import type { PayloadRequest } from 'payload'

import { idsAmong, type Reference, reference } from '../rules/references.ts'
import type { PublishingSettings } from '../settings.ts'
import { findPublicReferrers } from './references.ts'

/**
 * Makes files readable for everybody while something public refers to them, and private again when nothing
 * does.
 *
 * Each file's row is written first and counted afterwards: the write waits for any other transaction that
 * decides about the same file, so that two editors at once cannot leave a published report unreadable.
 */
export async function shareFiles(
  req: PayloadRequest,
  settings: PublishingSettings,
  references: Iterable<Reference>,
): Promise<void> {
  const collection = settings.slugs.files
  for (const id of [...new Set(idsAmong(references, collection))].sort()) {
    const write = (isPublic: boolean) =>
      req.payload.db.updateMany({
        collection,
        data: { isPublic },
        req,
        where: { id: { equals: id } },
      })
    await write(true)
    const referrers = await findPublicReferrers(req, settings, reference(collection, id), 1)
    if (referrers.length === 0) await write(false)
  }
}
