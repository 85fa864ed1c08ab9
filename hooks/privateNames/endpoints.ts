import {
  addDataAndFileToRequest,
  type CollectionSlug,
  type Endpoint,
  NotFound,
  type PayloadRequest,
} from 'payload'

import { Refusal, say } from '../errors.ts'
import { hasRight, isStaff } from '../operations/people.ts'
import { noNames, readPrivateNames, writePrivateNames } from '../operations/privateNames.ts'
import { mostPrivateNames, privateNamesFrom } from '../rules/privateNames.ts'
import { idFrom, reference } from '../rules/references.ts'
import type { PublishingSettings } from '../settings.ts'

const path = '/:id/private-names'

/**
 * `GET` and `POST /api/<collection>/<id>/private-names`, for those with the right to see private names: the list
 * of a publication as `{ names }`, one name, address or date of birth to a line.
 */
export const privateNamesEndpoints = (settings: PublishingSettings): Endpoint[] => [
  {
    method: 'get',
    path,
    handler: async (req) => {
      const publication = await publicationOf(req)
      // What cannot be read any more is written anew: an empty list to begin with.
      const { lines } = await readPrivateNames(req, settings, publication).catch(() => noNames)
      return answer(lines)
    },
  },
  {
    method: 'post',
    path,
    handler: async (req) => {
      await addDataAndFileToRequest(req)
      const publication = await publicationOf(req)
      const lines = String((req.data as { names?: unknown } | undefined)?.names ?? '')
      const count = privateNamesFrom(lines).length
      const code = 'TOO_MANY_PRIVATE_NAMES'
      if (count > mostPrivateNames)
        throw new Refusal(say(req, code, { count, most: mostPrivateNames }), {
          code,
          collection: settings.slugs.privateNames,
        })
      await writePrivateNames(req, settings, publication, lines)
      return answer(lines)
    },
  },
]

const answer = (names: string): Response =>
  Response.json({ names }, { headers: { 'Cache-Control': 'no-store' } })

/** The publication whose list is asked for, by somebody who may see it. */
async function publicationOf(req: PayloadRequest): Promise<string> {
  const { collection, id } = req.routeParams as { collection: CollectionSlug; id: string }
  if (!isStaff(req)) throw new NotFound(req.t)
  const code = 'PRIVATE_NAMES_NOT_YOURS'
  if (!hasRight(req, 'seePrivateNames')) throw new Refusal(say(req, code), { code, collection })
  const where = { id: { equals: idFrom(id) } }
  const found = await req.payload.db.findOne({
    collection,
    req,
    select: { id: true } as never,
    where,
  })
  if (!found) throw new NotFound(req.t)
  return reference(collection, idFrom(id))
}
