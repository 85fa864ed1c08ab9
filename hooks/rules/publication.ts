import type { DatePrecision } from './calendarDates.ts'
import type { NotedReferences } from './references.ts'

/** Rich text, relations and uploads as they lie in the database; rules ask only whether they are there. */
export type Stored = unknown

/** What rules read of a publication: the fields that reviews, leaflets and framework documents share. */
export interface Publication {
  id?: number | string
  _status?: 'draft' | 'published' | null
  deletedAt?: string | null
  name?: string | null
  title?: string | null
  slug?: string | null
  publishedOn?: string | null
  publishedOnPrecision?: DatePrecision | null
  previouslyPublishedAt?: string | null
  firstPublishedAt?: string | null
  protectedUntil?: string | null
  withdrawnAt?: string | null
  refersTo?: NotedReferences | null
  changeNotes?: { id?: string | null; note?: string | null }[] | null
  [field: string]: Stored
}

/** The fields above, by which hooks tell what state a publication is in. */
export const stateFields = [
  '_status',
  'createdAt',
  'deletedAt',
  'firstPublishedAt',
  'lastPublicChangeAt',
  'name',
  'previouslyPublishedAt',
  'protectedUntil',
  'publishedOn',
  'publishedOnPrecision',
  'reportAvailability',
  'reviewType',
  'slug',
  'title',
  'withdrawnAt',
  'changeNotes',
  'replacedDocuments',
]

/** True when anonymous readers get the row: it is the main table's row that says so, never a version. */
export const isPublic = (row: Publication | null | undefined): boolean =>
  row?._status === 'published' && !row.deletedAt

/** The name or title by which people know a publication. */
export const nameOf = (row: Publication): string => row.name || row.title || String(row.id ?? '')

/** True for what a reader would see as nothing: no value, an empty list, rich text without a word. */
export function isEmpty(value: Stored): boolean {
  if (value === null || value === undefined) return true
  if (typeof value === 'string') return value.trim() === ''
  if (Array.isArray(value)) return value.length === 0
  if (typeof value === 'object' && 'root' in value) return !hasContent(value.root)
  return false
}

function hasContent(node: Stored): boolean {
  if (typeof node !== 'object' || node === null) return false
  if ('text' in node) return !isEmpty(node.text)
  if (
    'type' in node &&
    ['upload', 'block', 'relationship', 'horizontalrule'].includes(String(node.type))
  )
    return true
  return 'children' in node && Array.isArray(node.children) && node.children.some(hasContent)
}

/** The id of a relation, whether it is stored as an id or was populated. */
export const idOf = (value: Stored): number | string | undefined => {
  if (typeof value === 'object' && value !== null && 'id' in value) return idOf(value.id)
  return typeof value === 'number' || typeof value === 'string' ? value : undefined
}
