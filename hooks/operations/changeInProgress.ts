import type { CollectionSlug, PayloadRequest, RequestContext } from 'payload'

import { isPublic, type Publication } from '../rules/publication.ts'

type ID = number | string

/** What the caller of an operation asked for, which later hooks can no longer tell from the merged data. */
export interface Intent {
  /** The document; undefined for a bulk operation. */
  id?: ID
  /** The operation leaves the main table alone and saves a version only. */
  isDraftSave: boolean
  /** The caller set the status or the trash date himself; otherwise they come from the latest version. */
  setsStatus: boolean
  /** The operation brings back an older version. */
  isRestoring: boolean
}

/** A change between its first and its last hook. */
export interface ChangeInProgress {
  intent: Intent
  /** What the public sees now: the main table's row, which may be older than the latest version. */
  row: Publication | undefined
}

interface PublishingContext {
  intents: Record<string, Intent[]>
  changes: Record<string, ChangeInProgress>
}

const contextOf = (context: RequestContext): PublishingContext =>
  (context.safeguardingReviews ??= { intents: {}, changes: {} }) as PublishingContext

/** Remembers what an operation asks for, until the hooks of its documents have run. */
export function noteIntent(context: RequestContext, slug: string, intent: Intent): void {
  const { intents } = contextOf(context)
  intents[slug] = [...(intents[slug] ?? []).filter(({ id }) => id !== intent.id), intent]
}

/** The most recent intent for a document. Without one, the change is taken to write what the public sees. */
export const intentOf = (context: RequestContext, slug: string, id: ID | undefined): Intent =>
  contextOf(context).intents[slug]?.findLast(
    (intent) => intent.id === undefined || String(intent.id) === String(id),
  ) ?? { isDraftSave: false, setsStatus: true, isRestoring: false }

const keyOf = (slug: string, id: ID | undefined) => `${slug}:${id ?? 'new'}`

export const beginChange = (
  context: RequestContext,
  slug: CollectionSlug,
  id: ID | undefined,
  change: ChangeInProgress,
): void => void (contextOf(context).changes[keyOf(slug, id)] = change)

/** The change that an earlier hook of the same list began. */
export function changeOf(
  context: RequestContext,
  slug: CollectionSlug,
  id: ID | undefined,
): ChangeInProgress {
  const change = contextOf(context).changes[keyOf(slug, id)]
  if (!change) throw new Error(`No change of ${keyOf(slug, id)} is in progress.`)
  return change
}

/** True when the document is public once the change is written. */
export const willBePublic = ({ intent }: ChangeInProgress, data: Publication): boolean =>
  isPublic(data) && !intent.isDraftSave

/** What the public sees of a document, read in the request's own transaction. */
export async function readPublicRow(
  req: PayloadRequest,
  slug: CollectionSlug,
  id: ID | undefined,
): Promise<Publication | undefined> {
  if (id === undefined) return undefined
  const row = await req.payload.db.findOne({ collection: slug, req, where: { id: { equals: id } } })
  return (row as Publication | null) ?? undefined
}
