import type { CollectionSlug, PayloadRequest } from 'payload'

import { canonicalJSON } from '../rules/canonicalJSON.ts'
import { type EventContent, type FileEvidence } from '../rules/events.ts'
import { idsAmong, type Reference, reference } from '../rules/references.ts'
import type { PublishingSettings } from '../settings.ts'
import { readRows } from './rows.ts'

/** Who acts in a request, by the id of the account: an event names nobody. */
export const actorOf = ({ user }: PayloadRequest): string =>
  user ? reference(user.collection, user.id) : 'program'

/**
 * Appends an event to the log, in the transaction of the change that it tells of. The database gives it its
 * time, and at the commit its place in the chain: whoever has a place keeps all others waiting, so he must
 * not wait for a row any more that one of them holds.
 */
export async function recordEvent(
  req: PayloadRequest,
  { slugs }: PublishingSettings,
  content: EventContent,
): Promise<void> {
  const { actor, kind, publication } = content
  await req.payload.db.create({
    collection: slugs.publicationEvents,
    data: { actor, at: new Date().toISOString(), body: canonicalJSON(content), kind, publication },
    req,
    returning: false,
  })
}

/** What the database knows of a file's bytes. */
export interface StoredFile {
  id: number | string
  filesize?: number | string | null
  sha256?: string | null
}

/**
 * The files among some references, with their hashes and sizes.
 *
 * @param known files that were read already
 */
export async function fileEvidence(
  req: PayloadRequest,
  { slugs }: PublishingSettings,
  references: Iterable<Reference>,
  known: StoredFile[] = [],
): Promise<FileEvidence[]> {
  const collection: CollectionSlug = slugs.files
  const ids = idsAmong(references, collection)
  const found = known.filter(({ id }) => ids.includes(String(id)))
  const others = ids.filter((id) => !found.some((file) => String(file.id) === id))
  const files = [...found, ...(await readFiles(req, collection, others))]
  return files
    .map(({ filesize, id, sha256 }) => ({
      file: reference(collection, id),
      sha256: sha256 ?? '',
      // Some databases answer numbers as text.
      size: Number(filesize ?? 0),
    }))
    .sort((a, b) => a.file.localeCompare(b.file, 'en', { numeric: true }))
}

async function readFiles(
  req: PayloadRequest,
  collection: CollectionSlug,
  ids: string[],
): Promise<StoredFile[]> {
  const rows = await readRows<StoredFile>(req, collection, ids, ['filesize', 'sha256'])
  if (rows) return rows
  const { docs } = await req.payload.db.find<StoredFile>({
    collection,
    limit: 0,
    pagination: false,
    req,
    select: { filesize: true, sha256: true },
    where: { id: { in: ids } },
  })
  return docs
}
