import type { CollectionSlug, RequestContext } from 'payload'

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
  /** The operation does not reach into the trash. */
  passesTrashBy?: boolean
}

/** A change between its first and its last hook. */
export interface ChangeInProgress {
  intent: Intent
  /** What the public sees now: the main table's row, which may be older than the latest version. */
  row: Publication | undefined
  /** The change carries out a withdrawal that two people recorded, or one in an emergency. */
  isWithdrawal?: boolean
  /** Whoever makes the change needs a second person to have approved what becomes public by it. */
  needsApproval?: boolean
  /** That row, and before it those of changes inside which this one goes on. */
  rowsBefore: (Publication | undefined)[]
  /** The row was written, though what follows may still fail. */
  isWritten?: boolean
  /** Its files are opened and closed. */
  isShared: boolean
}

interface PublishingContext {
  intents: Record<string, Intent[]>
  changes: Record<string, ChangeInProgress>
  written: Record<string, Publication | undefined>
}

const contextOf = (context: RequestContext): PublishingContext =>
  (context.safeguardingReviews ??= { intents: {}, changes: {}, written: {} }) as PublishingContext

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

export function beginChange(
  context: RequestContext,
  slug: CollectionSlug,
  id: ID | undefined,
  { intent, row }: Pick<ChangeInProgress, 'intent' | 'row'>,
): void {
  const { changes } = contextOf(context)
  const outer = changes[keyOf(slug, id)]
  const rowsBefore = [...(outer && !outer.isShared ? outer.rowsBefore : []), row]
  changes[keyOf(slug, id)] = { intent, row, rowsBefore, isShared: false }
}

/** The change that the request has begun with a document, if any. */
export const changeBegun = (
  context: RequestContext,
  slug: CollectionSlug,
  id: ID | undefined,
): ChangeInProgress | undefined => contextOf(context).changes[keyOf(slug, id)]

/** The change that an earlier hook of the same list began. */
export function changeOf(
  context: RequestContext,
  slug: CollectionSlug,
  id: ID | undefined,
): ChangeInProgress {
  const change = changeBegun(context, slug, id)
  if (!change) throw new Error(`No change of ${keyOf(slug, id)} is in progress.`)
  return change
}

/** Notes the public row of a document as the database answered it when it was written last; none for a draft. */
export function noteWritten(
  context: RequestContext,
  slug: CollectionSlug,
  id: ID,
  row: Publication | undefined,
): void {
  const { changes, written } = contextOf(context)
  const key = keyOf(slug, id)
  written[key] = row
  if (changes[key]) changes[key].isWritten = true
}

/** The public row as it was written last in this request, if it was; it is kept no longer. */
export function takeWritten(
  context: RequestContext,
  slug: CollectionSlug,
  id: ID,
): Publication | undefined {
  const { written } = contextOf(context)
  const key = keyOf(slug, id)
  const row = written[key]
  delete written[key]
  return row
}

/** True when the document is public once the change is written. */
export const willBePublic = ({ intent }: ChangeInProgress, data: Publication): boolean =>
  isPublic(data) && !intent.isDraftSave
