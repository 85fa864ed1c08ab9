import type { CollectionSlug, FlattenedField, PayloadRequest, SelectType, Where } from 'payload'

import { isPublic, type Publication, stateFields } from '../rules/publication.ts'
import { publicationContent } from '../rules/publicationContent.ts'
import { lockRows } from './rows.ts'

type ID = number | string
type Row = Publication & { id: ID }

/** What the rules compare of a publication: its state, what it promises and what it refers to. */
const compared = new Set([
  ...stateFields,
  'refersTo',
  ...Object.values(publicationContent).flatMap(({ promised }) => [
    ...promised.documents,
    ...promised.texts,
  ]),
])

/** What `isPublic` says of a row, as a condition. */
export const publicRows: Where = {
  and: [{ _status: { equals: 'published' } }, { deletedAt: { exists: false } }],
}

interface ReadOptions {
  /** Nothing asks for its lists, as when a draft is saved. */
  withoutLists?: boolean
}

/**
 * What the public sees of a document, read in the request's own transaction, of all that the rules compare.
 * Lists lie in tables of their own, which cost more to read than all columns together: they are read only once
 * the document was public, for nothing asks for them before.
 */
export async function readPublicRow(
  req: PayloadRequest,
  slug: CollectionSlug,
  id: ID,
  options: ReadOptions = {},
): Promise<Publication | undefined> {
  const { columns } = fieldsOf(req, slug)
  return withLists(req, slug, await findRow(req, slug, id, selectOf(columns)), options)
}

/** The same, once every other transaction that changes the document is over; none follows until this one is. */
export async function lockPublicRow(
  req: PayloadRequest,
  slug: CollectionSlug,
  id: ID,
  options: ReadOptions = {},
): Promise<Publication | undefined> {
  const { columns } = fieldsOf(req, slug)
  const names = columns.map(({ name }) => name)
  const locked = await lockRows<Row>(req, slug, [id], { columns: names })
  const row = locked?.[0]
  // Nothing was locked, or a host gave a field several values, which lie elsewhere.
  if (!locked || (row && !names.every((name) => name in row)))
    return readPublicRow(req, slug, id, options)
  return withLists(req, slug, row && withMoments(row, columns), options)
}

/** The fields that are compared: columns of the row, and lists in tables of their own. */
function fieldsOf({ payload }: PayloadRequest, slug: CollectionSlug) {
  const { flattenedFields } = payload.collections[slug]!.config
  const fields = flattenedFields.filter(({ name }) => compared.has(name))
  return {
    columns: fields.filter((field) => !isList(field)),
    lists: fields.filter(isList),
  }
}

const isList = ({ type }: FlattenedField): boolean => type === 'array'

/** Moments as Payload answers them; the database has a way of its own to write them. */
const withMoments = (row: Row, columns: FlattenedField[]): Row => {
  const moments = columns.filter(({ name, type }) => type === 'date' && row[name])
  return Object.assign(
    row,
    Object.fromEntries(
      moments.map(({ name }) => [name, new Date(row[name] as string).toISOString()]),
    ),
  )
}

async function withLists(
  req: PayloadRequest,
  slug: CollectionSlug,
  row: Publication | undefined,
  { withoutLists }: ReadOptions,
): Promise<Publication | undefined> {
  const wasPublic = isPublic(row) || row?.firstPublishedAt
  if (!row || !wasPublic || withoutLists) return row
  return { ...row, ...(await findRow(req, slug, row.id!, selectOf(fieldsOf(req, slug).lists))) }
}

/** Of a list, the rules ask how long it is and which notes are in it; one is kept as it is. */
const selectOf = (fields: FlattenedField[]): SelectType =>
  Object.fromEntries(
    fields.map((field) => [
      field.name,
      isList(field) && field.name !== 'replacedDocuments' ? { id: true, note: true } : true,
    ]),
  )

async function findRow(
  req: PayloadRequest,
  collection: CollectionSlug,
  id: ID,
  select: SelectType,
): Promise<Publication | undefined> {
  const where = { id: { equals: id } }
  const row = await req.payload.db.findOne<Row>({ collection, req, select, where })
  if (!row) return undefined
  // The adapter answers fields that were not asked for, too, as if they were empty.
  return Object.fromEntries(Object.keys({ ...select, id }).map((name) => [name, row[name]]))
}
