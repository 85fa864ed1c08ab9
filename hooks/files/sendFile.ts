import { create as contentDisposition } from 'content-disposition'
import type { CollectionSlug, Endpoint, PayloadRequest } from 'payload'

const path = '/file/:filename'

/**
 * Sends a file as Payload does, access and byte ranges included, under the name that readers know, and tells
 * caches in between to keep nothing: a file may be public to one reader and private to the next.
 */
export const sendFile: Endpoint = {
  method: 'get',
  path,
  handler: async (req) => {
    const slug = req.routeParams?.collection as CollectionSlug
    const response = await payloadsOwn(req, slug)(req)
    if (!response.ok) return response
    const { docs } = await req.payload.db.find({
      collection: slug,
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

function payloadsOwn(req: PayloadRequest, slug: CollectionSlug): Endpoint['handler'] {
  const endpoints = req.payload.collections[slug]?.config.endpoints || []
  const own = endpoints.find(
    (endpoint) => endpoint.path === path && endpoint.method === 'get' && endpoint !== sendFile,
  )
  if (!own) throw new Error(`The collection “${slug}” has no endpoint for its files.`)
  return own.handler
}
