import type { CollectionSlug, Endpoint, PayloadRequest } from 'payload'

/** Payload's own answer at an address that one of our endpoints stands in front of. */
export function payloadsOwn(req: PayloadRequest, ours: Endpoint): Endpoint['handler'] {
  const slug = req.routeParams?.collection as CollectionSlug
  const endpoints = req.payload.collections[slug]?.config.endpoints || []
  const own = endpoints.find(
    (endpoint) =>
      endpoint.path === ours.path && endpoint.method === ours.method && endpoint !== ours,
  )
  if (!own) throw new Error(`The collection “${slug}” has no ${ours.method} ${ours.path}.`)
  return own.handler
}
