import { create as contentDisposition } from 'content-disposition'
import type { CollectionSlug, Endpoint } from 'payload'

import { payloadsOwn } from '../operations/payloadsOwn.ts'

const path = '/file/:filename'

/**
 * Sends a file as Payload does, access and byte ranges included, under the name that readers know, and tells
 * caches in between to keep nothing: a file may be public to one reader and private to the next.
 */
export const sendFile: Endpoint = {
  method: 'get',
  path,
  handler: async (req) => {
    const response = await payloadsOwn(req, sendFile)(req)
    if (!response.ok) return response
    const { docs } = await req.payload.db.find({
      collection: req.routeParams?.collection as CollectionSlug,
      limit: 1,
      pagination: false,
      req,
      where: { filename: { equals: req.routeParams?.filename } },
    })
    const headers = new Headers(response.headers)
    const file = docs[0] as { downloadName?: string } | undefined
    if (file?.downloadName)
      headers.set('Content-Disposition', contentDisposition(file.downloadName, { type: 'inline' }))
    headers.set('Cache-Control', 'private, no-cache')
    headers.set('X-Content-Type-Options', 'nosniff')
    return new Response(response.body, { status: response.status, headers })
  },
}

/** What a file's address answers without its bytes: link checkers ask so. Payload has no answer to `HEAD`. */
export const describeFile: Endpoint = {
  method: 'head',
  path,
  handler: async (req) => {
    const { body, headers, status } = await sendFile.handler(req)
    await body?.cancel()
    return new Response(null, { headers, status })
  },
}
