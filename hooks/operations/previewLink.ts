import type { CollectionSlug, PayloadRequest } from 'payload'

import { Refusal, say } from '../errors.ts'
import type { MessageCode } from '../rules/messages.ts'
import type { PreviewedDraft, PublishingSettings } from '../settings.ts'
import { hasRight, isPresent } from './people.ts'
import { findVersion, isPrepared, type StoredVersion } from './previewedVersion.ts'
import { previewToken } from './previewTokens.ts'

type ID = number | string

const day = 24 * 60 * 60 * 1000

/** A link by which anybody reads one version, and until when (ISO 8601). */
export interface PreviewLink {
  url: string
  expiresAt: string
}

/** Makes a link to the latest version, for a person who may write drafts; undefined where they find no document. */
export async function makePreviewLink(
  req: PayloadRequest,
  { preview }: PublishingSettings,
  collection: CollectionSlug,
  id: ID,
): Promise<PreviewLink | undefined> {
  const refuse = (code: MessageCode): never => {
    throw new Refusal(say(req, code), { code, collection, id })
  }
  if (!isPresent(req)) refuse('PREVIEW_NEEDS_A_PERSON')
  if (!hasRight(req, 'draft')) refuse('PREVIEW_NOT_YOURS')
  // What the host hides from this person stays hidden.
  const seen = { collection, depth: 0, disableErrors: true, draft: true, id, overrideAccess: false }
  if (!(await req.payload.findByID({ ...seen, req }))) return undefined
  const latest = await findVersion(req, collection, id, { latest: { equals: true } })
  if (latest?.version._status !== 'draft' || !(await isPrepared(req, collection, id)))
    return refuse('PREVIEW_WITHOUT_DRAFT')
  const { id: version, updatedAt: writtenAt } = await keepAsItIs(req, collection, id, latest)
  const expires = Date.now() + preview.days * day
  const { secret } = req.payload
  const token = previewToken(secret, { collection, expires, id, version, writtenAt })
  return {
    url: addressOf(req, preview, { collection, id, token }),
    expiresAt: new Date(expires).toISOString(),
  }
}

function addressOf(
  { payload }: PayloadRequest,
  { url }: PublishingSettings['preview'],
  draft: PreviewedDraft,
): string {
  const address =
    typeof url === 'function'
      ? url(draft)
      : url.replace('{collection}', draft.collection).replace('{token}', draft.token)
  const { serverURL } = payload.config
  return serverURL ? new URL(address, serverURL).href : address
}

/** Has the next automatic save begin a version of its own: otherwise it writes over this one. */
async function keepAsItIs(
  req: PayloadRequest,
  collection: CollectionSlug,
  parent: ID,
  version: StoredVersion,
): Promise<StoredVersion> {
  if (!version.autosave) return version
  const { id, updatedAt } = version
  const kept = { autosave: false, updatedAt } as never
  await req.payload.db.updateVersion({ collection, id, req, returning: false, versionData: kept })
  // Something may have been saved in between.
  return (await findVersion(req, collection, parent, { id: { equals: id } })) ?? version
}
