import { type Endpoint, NotFound } from 'payload'

import { actEndpoint } from '../operations/actEndpoint.ts'
import { drawFindings } from '../operations/checkFile.ts'
import { acceptWarning } from '../operations/judgeFile.ts'
import { isStaff } from '../operations/people.ts'
import { idFrom } from '../rules/references.ts'
import type { PublishingSettings } from '../settings.ts'

/** How wide a page is drawn, in pixels. */
const pageWidth = 900

/**
 * `POST /api/file-checks/<id>/accept` with `{ code, reason }`: why warnings of one kind may pass.
 * `GET /api/file-checks/<id>/pages/<page>`, for staff only: the page as a PNG, with what was found on it marked.
 */
export const checkEndpoints = (settings: PublishingSettings): Endpoint[] => [
  actEndpoint(settings.slugs.fileChecks, 'accept', (req, id) =>
    acceptWarning(req, settings, id, (req.data ?? {}) as { code?: unknown; reason?: unknown }),
  ),
  {
    method: 'get',
    path: '/:id/pages/:page',
    handler: async (req) => {
      const { id, page } = req.routeParams as { id: string; page: string }
      const drawn =
        isStaff(req) && /^[1-9]\d{0,4}$/.test(page)
          ? await drawFindings(req, settings, idFrom(id), Number(page), pageWidth)
          : undefined
      if (!drawn) throw new NotFound(req.t)
      return new Response(Buffer.from(drawn), {
        headers: { 'Cache-Control': 'private, no-store', 'Content-Type': 'image/png' },
      })
    },
  },
]
