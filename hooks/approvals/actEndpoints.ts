import type { Endpoint } from 'payload'

import { actEndpoint } from '../operations/actEndpoint.ts'
import { actOnApproval } from '../operations/approvals.ts'
import { approvalActs } from '../rules/approvals.ts'
import type { PublishingSettings } from '../settings.ts'

/** `POST /api/approvals/<id>/approve`, `refuse`, `comment`, `takeBack` and `publish`; `{ text }` says why or what. */
export const actEndpoints = (settings: PublishingSettings): Endpoint[] =>
  approvalActs.map((act) =>
    actEndpoint(settings.slugs.approvals, act, (req, id) => {
      const { text } = (req.data ?? {}) as { text?: unknown }
      return actOnApproval(req, settings, act, id, typeof text === 'string' ? text : undefined)
    }),
  )
