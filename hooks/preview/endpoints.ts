import { create as contentDisposition } from 'content-disposition'
import { type CollectionSlug, type Endpoint, NotFound, type PayloadRequest } from 'payload'

import { say } from '../errors.ts'
import { isStaff } from '../operations/people.ts'
import { readPreview, readPreviewedFile } from '../operations/preview.ts'
import type { PreviewFault } from '../operations/previewedVersion.ts'
import { makePreviewLink } from '../operations/previewLink.ts'
import { idFrom } from '../rules/references.ts'
import type { PublishingSettings } from '../settings.ts'

/** A draft is kept by nobody in between, found by no search engine, and its address told to no other site. */
const unseen = {
  'Cache-Control': 'no-store',
  'Referrer-Policy': 'no-referrer',
  'X-Robots-Tag': 'noindex',
}

/** The same for whatever there is not; that a link has expired is told only to who has one. */
const refuse = (req: PayloadRequest, code: PreviewFault): Response =>
  Response.json(
    { errors: [{ message: say(req, code), data: { code } }] },
    { headers: unseen, status: code === 'PREVIEW_EXPIRED' ? 410 : 404 },
  )

interface Params {
  collection: CollectionSlug
  filename: string
  id: string
  token: string
}

const paramsOf = ({ routeParams }: PayloadRequest) => routeParams as unknown as Params

/**
 * `POST /api/<collection>/<id>/preview-link`, for people who may write drafts: a link to the latest version.
 * `GET /api/<collection>/preview/<token>`, for everybody: the version as readers would get it, and at
 * `…/files/<filename>` its files.
 */
export const previewEndpoints = (settings: PublishingSettings): Endpoint[] => [
  {
    method: 'post',
    path: '/:id/preview-link',
    handler: async (req) => {
      const { collection, id } = paramsOf(req)
      const link = isStaff(req) && (await makePreviewLink(req, settings, collection, idFrom(id)))
      if (!link) throw new NotFound(req.t)
      return Response.json(link, { headers: unseen })
    },
  },
  {
    method: 'get',
    path: '/preview/:token',
    handler: async (req) => {
      const { collection, token } = paramsOf(req)
      const preview = await readPreview(req, settings, collection, token)
      return typeof preview === 'string'
        ? refuse(req, preview)
        : Response.json(preview, { headers: unseen })
    },
  },
  {
    method: 'get',
    path: '/preview/:token/files/:filename',
    handler: async (req) => {
      const { collection, filename, token } = paramsOf(req)
      const file = await readPreviewedFile(req, settings, collection, token, filename)
      if (typeof file === 'string') return refuse(req, file)
      return new Response(Buffer.from(file.bytes), {
        headers: {
          ...unseen,
          'Content-Disposition': contentDisposition(file.name, { type: 'inline' }),
          'Content-Length': String(file.bytes.length),
          'Content-Type': file.type,
          'X-Content-Type-Options': 'nosniff',
        },
      })
    },
  },
]
