import {
  addDataAndFileToRequest,
  type CollectionSlug,
  type Endpoint,
  type PayloadRequest,
} from 'payload'

import { idFrom } from '../rules/references.ts'

/** `POST /api/<collection>/<id>/<act>`: does something to a record and answers it as it is then. */
export const actEndpoint = (
  collection: CollectionSlug,
  act: string,
  perform: (req: PayloadRequest, id: number | string) => Promise<void>,
): Endpoint => ({
  method: 'post',
  path: `/:id/${act}`,
  handler: async (req) => {
    await addDataAndFileToRequest(req)
    const id = idFrom(String(req.routeParams?.id))
    await perform(req, id)
    const doc = await req.payload.findByID({ collection, id, depth: 0, overrideAccess: false, req })
    return Response.json({ doc })
  },
})
