import type { CollectionSlug, PayloadRequest, Where } from 'payload'

import type { MessageCode } from '../rules/messages.ts'
import type { Publication } from '../rules/publication.ts'
import { idsAmong } from '../rules/references.ts'
import type { PublishingSettings } from '../settings.ts'
import { readPreviewToken } from './previewTokens.ts'
import { readFilledInAsIfPublic } from './publicForm.ts'
import { collectReferences } from './references.ts'

type ID = number | string
type Row = Publication & { id: ID }

export interface StoredVersion {
  id: ID
  autosave?: boolean | null
  updatedAt: string
  version: Publication
}

/** A version of a document, whatever its state. */
export async function findVersion(
  req: PayloadRequest,
  collection: CollectionSlug,
  parent: ID,
  which: Where,
): Promise<StoredVersion | undefined> {
  const { docs } = await req.payload.db.findVersions({
    collection,
    limit: 1,
    pagination: false,
    req,
    sort: '-updatedAt',
    where: { and: [{ parent: { equals: parent } }, which] },
  })
  return docs[0] as unknown as StoredVersion | undefined
}

/** True while the document is there, neither in the trash nor withdrawn. */
export async function isPrepared(
  req: PayloadRequest,
  collection: CollectionSlug,
  id: ID,
): Promise<boolean> {
  const where = { id: { equals: id } }
  const row = await req.payload.db.findOne<Row>({ collection, req, where })
  if (!row || row.deletedAt || row.withdrawnAt) return false
  // What is saved as a draft, going into the trash included, does not reach the row.
  const latest = await findVersion(req, collection, id, { latest: { equals: true } })
  return !latest?.version.deletedAt
}

/** Why a link leads nowhere: it tells no more than that. */
export type PreviewFault = Extract<MessageCode, 'PREVIEW_EXPIRED' | 'PREVIEW_NOT_FOUND'>

export interface Previewed {
  row: Row
  expires: number
  /** The ids of the files to which readers would be led. */
  files: string[]
}

/** The very version for which a link was made, or why there is none. */
export async function findPreviewed(
  req: PayloadRequest,
  { slugs }: PublishingSettings,
  collection: CollectionSlug,
  token: string,
): Promise<Previewed | PreviewFault> {
  const claims = readPreviewToken(req.payload.secret, token)
  if (!claims || claims.collection !== collection) return 'PREVIEW_NOT_FOUND'
  const { expires, id, version, writtenAt } = claims
  if (Date.now() >= expires) return 'PREVIEW_EXPIRED'
  const found = await findVersion(req, collection, id, { id: { equals: version } })
  const isSame = found?.updatedAt === writtenAt && !found.version.deletedAt
  if (!isSame || !(await isPrepared(req, collection, id))) return 'PREVIEW_NOT_FOUND'
  const row = { ...found.version, id, _status: 'published' as const, deletedAt: null }
  const form = await readFilledInAsIfPublic(req, collection, row, { depth: 0 })
  if (!form) return 'PREVIEW_NOT_FOUND'
  const { fields } = req.payload.collections[collection]!.config
  // Not what was noted for the row: a field that is for staff only leads no reader to a file.
  const references = collectReferences(fields, form as Record<string, unknown>)
  return { row, expires, files: idsAmong(references.documents, slugs.files) }
}
