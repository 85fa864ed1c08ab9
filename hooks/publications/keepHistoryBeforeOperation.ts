import type { CollectionBeforeOperationHook, CollectionSlug, PayloadRequest, Where } from 'payload'

import { Refusal, say } from '../errors.ts'

interface UpdateArgs {
  id?: number | string
  where?: Where
  data?: { _status?: string }
  draft?: boolean
  autosave?: boolean
  publishSpecificLocale?: string
  unpublishAllLocales?: boolean
}

/**
 * Keeps what was published in the history. Two arguments let Payload write over the latest version in place
 * of adding one: the unpublish button's, which a draft over something published has no use for, and
 * autosave, which would leave a publication open to be written over by the next draft.
 */
export const keepHistoryBeforeOperation: CollectionBeforeOperationHook = async ({
  args,
  collection: { slug },
  operation,
  req,
}) => {
  if (operation !== 'update') return args
  const { data, draft, publishSpecificLocale } = args as UpdateArgs
  const isDraftSave = draft && data?._status !== 'published'
  if (publishSpecificLocale && !isDraftSave)
    await keepOtherLanguages(req, slug as CollectionSlug, args as UpdateArgs)
  return { ...args, ...(isDraftSave ? { unpublishAllLocales: false } : { autosave: false }) }
}

/**
 * Where one language is published alone, Payload takes the others from the published version in the history.
 * A host that prunes versions may have lost it, and the public would lose those languages.
 */
async function keepOtherLanguages(
  req: PayloadRequest,
  collection: CollectionSlug,
  { id, where }: UpdateArgs,
): Promise<void> {
  const { db } = req.payload
  const published = { _status: { equals: 'published' } }
  const changed: Where = id === undefined ? (where ?? {}) : { id: { equals: id } }
  const { docs } = await db.find<{ id: number | string }>({
    collection,
    limit: 0,
    pagination: false,
    req,
    select: { id: true },
    where: { and: [changed, published] },
  })
  for (const { id } of docs) {
    const { totalDocs } = await db.countVersions({
      collection,
      req,
      where: { and: [{ parent: { equals: id } }, { 'version._status': { equals: 'published' } }] },
    })
    const code = 'PUBLISHED_VERSION_PRUNED'
    if (totalDocs === 0) throw new Refusal(say(req, code), { code, collection, id })
  }
}
