import type { CollectionSlug, PayloadRequest } from 'payload'

import { nameOf, type Publication } from '../../../../hooks/rules/publication.ts'
import {
  idsAmong,
  type Reference,
  reference,
  referencesOf,
} from '../../../../hooks/rules/references.ts'
import { publicationKeys } from '../../../../hooks/settings.ts'
import type { Settings } from '../../../options/index.ts'
import { find } from './find.ts'
import type { FailedFile } from './types.ts'

/** As many as are looked at: with more, the drafts that were changed last say enough. */
const draftsRead = 200

/** Drafts that cannot be published because errors were found in one of their files. */
export async function readFailedFiles(
  req: PayloadRequest,
  { fileChecks, slugs }: Settings,
): Promise<FailedFile[]> {
  if (!fileChecks) return []
  const drafts = (
    await Promise.all(publicationKeys.map((key) => readDrafts(req, slugs[key])))
  ).flat()
  const used = [...new Set(drafts.flatMap(({ files }) => files(slugs.files)))]
  if (used.length === 0) return []
  const failed = await find<{ file: number | string }>(req, {
    collection: slugs.fileChecks,
    where: { and: [{ errors: { greater_than: 0 } }, { file: { in: used } }] },
    select: { file: true },
    limit: used.length,
  })
  const isFailed = new Set(failed.map(({ file }) => String(file)))
  return drafts.flatMap(({ files, name, publication }) =>
    files(slugs.files).some((file) => isFailed.has(file)) ? { name, publication } : [],
  )
}

interface Draft {
  publication: Reference
  name: string
  files: (collection: string) => string[]
}

async function readDrafts(req: PayloadRequest, collection: CollectionSlug): Promise<Draft[]> {
  const { docs } = await req.payload.db.findVersions<Publication>({
    collection,
    limit: draftsRead,
    pagination: false,
    req,
    select: { parent: true, version: { name: true, refersTo: true, title: true } } as never,
    sort: '-updatedAt',
    where: {
      and: [
        { latest: { equals: true } },
        { 'version._status': { equals: 'draft' } },
        { 'version.deletedAt': { exists: false } },
      ],
    },
  })
  return docs.map(({ parent, version }) => ({
    publication: reference(collection, parent),
    name: nameOf(version),
    files: (files) => idsAmong(referencesOf(version), files),
  }))
}
