import { createHash } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'

import {
  type CollectionSlug,
  createLocalReq,
  type FindOneArgs,
  findByIDOperation,
  isolateObjectProperty,
  type Payload,
  type PayloadRequest,
} from 'payload'

import { isPublic, type Publication } from '../rules/publication.ts'
import { canonicalContent, canonicalPublicForm } from '../rules/publicForm.ts'
import { publicRows } from './publicRow.ts'

/** The request of an anonymous reader, in the transaction of another. */
function readerOf(req: PayloadRequest): PayloadRequest {
  const reader = isolateObjectProperty(req, ['context', 'payload', 'query', 'user'])
  return Object.assign(reader, { context: {}, payload: req.payload, query: {}, user: null })
}

/** How readers are answered who ask for the document alone; over REST that is `publicFormQuery`. */
const asReader = {
  depth: 0,
  joins: false as never,
  overrideAccess: false,
  showHiddenFields: false,
}

/** The query with which REST answers the same: there each join is left out by its name. */
export const publicFormQuery = ({ payload }: PayloadRequest, slug: CollectionSlug): string => {
  const { joins, polymorphicJoins } = payload.collections[slug]!.config
  const all = [...Object.values(joins).flat(), ...polymorphicJoins]
  return ['depth=0', ...all.map(({ joinPath }) => `joins[${joinPath}]=false`)].join('&')
}

/**
 * What an anonymous reader gets of a document, read in the request's own transaction; undefined for nothing.
 *
 * @param row the document's row, where it is at hand: it is not read again, if the status and the trash alone
 *   decide who gets it
 */
export async function readAsReader(
  req: PayloadRequest,
  slug: CollectionSlug,
  id: number | string,
  row?: Publication,
): Promise<object | undefined> {
  const collection = req.payload.collections[slug]!
  const reader = readerOf(req)
  const access = await collection.config.access.read({ req: reader })
  if (isPublic(row) && isDeepStrictEqual(access, publicRows))
    reader.payload = answeringRow(req.payload, row!)
  const document = await findByIDOperation({
    ...asReader,
    collection,
    id,
    disableErrors: true,
    req: reader,
  })
  return (document as object | null) ?? undefined
}

/** What anonymous readers would get of a document whose row were this one; the row itself where they get nothing. */
export async function readAsIfPublic(
  req: PayloadRequest,
  slug: CollectionSlug,
  row: Publication & { id: number | string },
): Promise<object> {
  const reader = readerOf(req)
  reader.payload = answeringRow(req.payload, { ...row, _status: 'published', deletedAt: null })
  const document = await findByIDOperation({
    ...asReader,
    collection: req.payload.collections[slug]!,
    disableErrors: true,
    id: row.id,
    req: reader,
  })
  return (document as object | null) ?? row
}

/** Payload over a database that answers one row, which it may cut to what the reader gets. */
const answeringRow = (payload: Payload, row: Publication): Payload =>
  answeringBy(payload, () => Promise.resolve(structuredClone(row)))

/** Payload over a database that answers in another way who asks for one document. */
function answeringBy(payload: Payload, findOne: (asked: FindOneArgs) => Promise<object>): Payload {
  const db = Object.create(payload.db, { findOne: { value: findOne } }) as Payload['db']
  return Object.create(payload, { db: { value: db } }) as Payload
}

/** How what a row refers to is answered in place of the database; undefined leaves it to the database. */
export type Fill = (collection: string, id: number | string) => Promise<object | null> | undefined

/**
 * The same with what it refers to filled in, as far as readers get that, and with what public documents refer to it:
 * what `GET /api/<collection>/<id>` would answer. Nothing of whoever asks is taken over but the language.
 *
 * @returns undefined where readers get nothing of the collection
 */
export async function readFilledInAsIfPublic(
  { locale, payload }: PayloadRequest,
  slug: CollectionSlug,
  row: Publication & { id: number | string },
  { depth, fill }: { depth: number; fill?: Fill },
): Promise<object | undefined> {
  const collection = payload.collections[slug]!
  const reader = await createLocalReq({ locale: locale ?? undefined }, payload)
  const joins = collection.config.flattenedFields.filter(({ type }) => type === 'join')
  reader.payload = answeringBy(payload, async (asked) => {
    // A version knows nothing of what refers to its document.
    const joined =
      joins.length > 0 && depth > 0
        ? await payload.db.findOne<typeof row>({ ...asked, where: { id: { equals: row.id } } })
        : undefined
    const lists = joins.map(({ name }) => [name, joined?.[name]])
    return { ...structuredClone(row), ...Object.fromEntries(lists) }
  })
  if (fill) reader.payloadDataLoader = filling(reader.payloadDataLoader, fill)
  const document = await findByIDOperation({
    collection,
    depth,
    disableErrors: true,
    id: row.id,
    overrideAccess: false,
    req: reader,
    showHiddenFields: false,
  })
  return (document as object | null) ?? undefined
}

type Loader = PayloadRequest['payloadDataLoader']

/** Everything that refers to another document asks the loader for it, rich text too. */
function filling(loader: Loader, fill: Fill): Loader {
  const load: Loader['load'] = (key) => {
    // As Payload’s `createDataloaderCacheKey` writes it.
    const [, collection, id] = JSON.parse(key) as [unknown, string, number | string]
    return (fill(collection, id) ?? loader.load(key)) as ReturnType<Loader['load']>
  }
  return Object.create(loader, { load: { value: load } }) as Loader
}

/** What an anonymous reader gets of several documents, by their ids as text; what he does not get is left out. */
export async function readManyAsReader(
  req: PayloadRequest,
  collection: CollectionSlug,
  ids: (number | string)[],
): Promise<Map<string, object>> {
  if (ids.length === 0) return new Map()
  const { docs } = await req.payload.find({
    ...asReader,
    collection,
    limit: ids.length,
    pagination: false,
    req: readerOf(req),
    where: { id: { in: ids } },
  })
  return new Map(docs.map((document) => [String(document.id), document]))
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

/** SHA-256 of the canonical form of what readers get. */
export const hashOfForm = (document: object): string => sha256(canonicalPublicForm(document))

/** SHA-256 of what people wrote of it; see `canonicalContent`. */
export const hashOfContent = (document: object, isDated = true): string =>
  sha256(canonicalContent(document, isDated))
