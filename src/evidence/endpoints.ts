import { type Endpoint, NotFound, type Payload } from 'payload'

import { isStaff } from '../../hooks/operations/people.ts'
import { reference } from '../../hooks/rules/references.ts'
import type { Settings } from '../options/index.ts'
import { keysDocument, signedHead, signedHeads } from './documents.ts'
import { makeCertificate } from './makeCertificate.ts'

/** Withdrawn means withdrawn at once: no cache in between keeps an older certificate. */
const answer = (document: object): Response =>
  Response.json(document, { headers: { 'Cache-Control': 'no-cache' } })

/** `GET /api/<collection>/<id>/certificate`; for what readers do not know of, the same answer as for nothing. */
export const certificateEndpoint = (settings: Settings): Endpoint => ({
  method: 'get',
  path: '/:id/certificate',
  handler: async (req) => {
    const { collection, id } = req.routeParams as { collection: string; id: string }
    const made = await makeCertificate(req.payload, settings, reference(collection, id))
    if (!made || (made.publication.state === 'unpublished' && !isStaff(req)))
      throw new NotFound(req.t)
    return answer(made)
  },
})

/** What certificates are checked by, for everybody to keep: the public keys and the head of the chain. */
export const evidenceEndpoints = (settings: Settings): Endpoint[] => {
  const at = (
    path: string,
    make: (payload: Payload, settings: Settings) => Promise<object>,
  ): Endpoint => ({
    method: 'get',
    path: `/safeguarding-reviews/${path}`,
    handler: async ({ payload }) => answer(await make(payload, settings)),
  })
  return [at('keys', keysDocument), at('chain-head', signedHead), at('chain-heads', signedHeads)]
}
