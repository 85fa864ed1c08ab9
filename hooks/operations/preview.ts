import type { CollectionSlug, PayloadRequest } from 'payload'

import type { Publication } from '../rules/publication.ts'
import type { PublishingSettings } from '../settings.ts'
import { bytesOf } from './fileBytes.ts'
import { findPreviewed, type PreviewFault } from './previewedVersion.ts'
import { type Fill, readFilledInAsIfPublic } from './publicForm.ts'

type ID = number | string

/** As deep as Payload answers a document of which nothing else is said. */
const depth = 2

/** One version as readers would get it. */
export interface Preview {
  doc: object
  /** ISO 8601. */
  expiresAt: string
}

/** Answers the version that a link stands for as readers would get it, its own files at addresses of the link. */
export async function readPreview(
  req: PayloadRequest,
  settings: PublishingSettings,
  collection: CollectionSlug,
  token: string,
): Promise<Preview | PreviewFault> {
  const found = await findPreviewed(req, settings, collection, token)
  if (typeof found === 'string') return found
  const { expires, files, row } = found
  const { routes, serverURL } = req.payload.config
  const base = `${serverURL}${routes.api}/${collection}/preview/${token}/files`
  const own = await readOwnFiles(req, settings, files, base)
  const fill: Fill = (slug, id) => {
    const file = slug === settings.slugs.files ? own.get(String(id)) : undefined
    return file && Promise.resolve(structuredClone(file))
  }
  const doc = await readFilledInAsIfPublic(req, collection, row, { depth, fill })
  return doc
    ? { doc: { ...doc, _status: 'draft' }, expiresAt: new Date(expires).toISOString() }
    : 'PREVIEW_NOT_FOUND'
}

interface FileRow {
  id: ID
  deletedAt?: string | null
  downloadName?: string | null
  filename?: string | null
  mimeType?: string | null
  sizes?: Record<string, { filename?: string | null; mimeType?: string | null } | null> | null
}

async function findFiles(
  req: PayloadRequest,
  { slugs }: PublishingSettings,
  ids: string[],
): Promise<FileRow[]> {
  if (ids.length === 0) return []
  const { docs } = await req.payload.db.find<FileRow>({
    collection: slugs.files,
    limit: 0,
    pagination: false,
    req,
    where: { id: { in: ids } },
  })
  return docs.filter(({ deletedAt }) => !deletedAt)
}

/** The files of a draft as readers would get them, by their ids. */
async function readOwnFiles(
  req: PayloadRequest,
  settings: PublishingSettings,
  ids: string[],
  base: string,
): Promise<Map<string, object>> {
  const own = new Map<string, object>()
  for (const row of await findFiles(req, settings, ids)) {
    const file = { ...row, isPublic: true } as unknown as Publication & { id: ID }
    const form = await readFilledInAsIfPublic(req, settings.slugs.files, file, { depth: 0 })
    if (form) own.set(String(row.id), withAddresses(form as AddressedFile, base))
  }
  return own
}

interface Addressed {
  filename?: string | null
  url?: string | null
}

interface AddressedFile extends Addressed {
  sizes?: Record<string, Addressed | null> | null
  thumbnailURL?: string | null
}

/** A file whose bytes, small forms included, are found below an address. */
function withAddresses({ sizes, thumbnailURL, ...file }: AddressedFile, base: string): object {
  const at = <Part extends Addressed>(part: Part): Part =>
    part.filename ? { ...part, url: `${base}/${encodeURIComponent(part.filename)}` } : part
  const small = Object.entries(sizes ?? {}).flatMap(([name, size]) =>
    size ? [[name, size] as const] : [],
  )
  const thumbnail = small.find(([, { url }]) => url && url === thumbnailURL)?.[1]
  return {
    ...at(file),
    sizes: Object.fromEntries(small.map(([name, size]) => [name, at(size)])),
    thumbnailURL: thumbnail ? at(thumbnail).url : null,
  }
}

/** A file of a draft, ready to be sent. */
export interface PreviewedFile {
  bytes: Uint8Array
  /** The name under which readers would save it. */
  name: string
  type: string
}

/** The bytes of a file, or of its small form, to which the version of a link leads readers. */
export async function readPreviewedFile(
  req: PayloadRequest,
  settings: PublishingSettings,
  collection: CollectionSlug,
  token: string,
  filename: string,
): Promise<PreviewedFile | PreviewFault> {
  const found = await findPreviewed(req, settings, collection, token)
  if (typeof found === 'string') return found
  for (const file of await findFiles(req, settings, found.files)) {
    const part = [file, ...Object.values(file.sizes ?? {})].find(
      (part) => part?.filename === filename,
    )
    if (!part) continue
    const bytes = await bytesOf(req, settings.slugs.files, { ...file, filename })
    const type = part.mimeType ?? file.mimeType ?? 'application/octet-stream'
    return { bytes, name: file.downloadName ?? filename, type }
  }
  return 'PREVIEW_NOT_FOUND'
}
