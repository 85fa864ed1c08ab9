import { type CollectionSlug, type Endpoint, NotFound } from 'payload'

import { isStaff } from '../../../hooks/operations/people.ts'
import { idFrom } from '../../../hooks/rules/references.ts'
import type { PublishingSettings } from '../../../hooks/settings.ts'
import { readPanelFacts } from './facts.ts'

/**
 * `GET /api/<collection>/<id>/panel`, for staff only: what the panel tells, for the browser to ask again after
 * each change. Payload draws a field’s server part once.
 */
export const panelEndpoint = (settings: PublishingSettings): Endpoint => ({
  method: 'get',
  path: '/:id/panel',
  handler: async (req) => {
    if (!isStaff(req)) throw new NotFound(req.t)
    const { collection, id } = req.routeParams as { collection: CollectionSlug; id: string }
    const facts = await readPanelFacts(req, settings, collection, idFrom(id))
    return Response.json(facts, { headers: { 'Cache-Control': 'no-store' } })
  },
})
