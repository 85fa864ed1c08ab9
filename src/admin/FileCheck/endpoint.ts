import { type Endpoint, NotFound } from 'payload'

import { isStaff } from '../../../hooks/operations/people.ts'
import { idFrom } from '../../../hooks/rules/references.ts'
import { forNobody } from '../../../hooks/operations/fileChecks.ts'
import type { PublishingSettings } from '../../../hooks/settings.ts'
import { readFileChecks } from './facts.ts'

/** `GET /api/files/<id>/check`, for staff only: what was found in a file, or how far its check has come. */
export const fileCheckEndpoint = (settings: PublishingSettings): Endpoint => ({
  method: 'get',
  path: '/:id/check',
  handler: async (req) => {
    const collection = settings.slugs.files
    const where = { id: { equals: idFrom(String(req.routeParams?.id)) } }
    const file = isStaff(req)
      ? await req.payload.db.findOne<{ id: number | string; title?: string }>({
          collection,
          req,
          where,
        })
      : undefined
    const [checked] = file ? await readFileChecks(req, settings, [file], forNobody) : []
    if (!checked) throw new NotFound(req.t)
    return Response.json(checked.told, { headers: { 'Cache-Control': 'no-store' } })
  },
})
