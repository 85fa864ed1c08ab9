import { readFile } from 'node:fs/promises'
import path from 'node:path'

import type { CollectionSlug, PayloadRequest } from 'payload'

/** A stored file’s bytes, wherever the host keeps its uploads. */
export async function bytesOf(
  req: PayloadRequest,
  collection: CollectionSlug,
  file: { id: number | string; filename?: string | null },
): Promise<Uint8Array> {
  const { upload } = req.payload.collections[collection]!.config
  const filename = file.filename ?? ''
  for (const handler of upload.handlers ?? []) {
    const answer = await handler(req, { doc: file as never, params: { collection, filename } })
    if (answer instanceof Response && answer.ok) return new Uint8Array(await answer.arrayBuffer())
  }
  return readFile(path.resolve(upload.staticDir ?? collection, filename))
}
