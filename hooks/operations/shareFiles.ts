import type { CollectionSlug, PayloadRequest, TypeWithID } from 'payload'

import { Refusal, say } from '../errors.ts'
import { idsAmong, type Reference, reference } from '../rules/references.ts'
import type { PublishingSettings } from '../settings.ts'
import { lockRow } from './lockRow.ts'
import { findPublicReferrers } from './references.ts'

/**
 * Makes files readable for everybody while something public refers to them, and private again when nothing
 * does. Each file is locked before its readers are counted, so that two editors at once cannot leave a
 * published report unreadable; one in the trash could not be read, so nothing is published with it.
 */
export async function shareFiles(
  req: PayloadRequest,
  settings: PublishingSettings,
  references: Iterable<Reference>,
): Promise<void> {
  const collection = settings.slugs.files
  for (const id of [...new Set(idsAmong(references, collection))].sort()) {
    await lockRow(req, collection, id)
    const referrers = await findPublicReferrers(req, settings, reference(collection, id), 1)
    const isPublic = referrers.length > 0
    if (isPublic) await refuseInTrash(req, collection, id)
    await req.payload.db.updateMany({
      collection,
      data: { isPublic },
      req,
      where: { id: { equals: id }, isPublic: { not_equals: isPublic } },
    })
  }
}

async function refuseInTrash(
  req: PayloadRequest,
  collection: CollectionSlug,
  id: string,
): Promise<void> {
  const where = { id: { equals: id } }
  const file = await req.payload.db.findOne<TypeWithID & FileRow>({ collection, req, where })
  if (!file?.deletedAt) return
  const code = 'FILE_IN_TRASH'
  throw new Refusal(say(req, code, { title: file.title ?? '' }), { code, collection, id: file.id })
}

interface FileRow {
  deletedAt?: string | null
  title?: string | null
}
