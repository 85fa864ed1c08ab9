import { createHash } from 'node:crypto'

import type { CollectionSlug } from 'payload'

import type { Answer, TestApp } from './app.ts'

/** How a collection is called in REST and in GraphQL. */
export interface CollectionNames {
  slug: string
  singular: string
  plural: string
  nameField: 'name' | 'title'
}

export const publicationNames = {
  reviews: { slug: 'reviews', singular: 'Review', plural: 'Reviews', nameField: 'name' },
  leaflets: { slug: 'leaflets', singular: 'Leaflet', plural: 'Leaflets', nameField: 'title' },
  frameworkDocuments: {
    slug: 'framework-documents',
    singular: 'FrameworkDocument',
    plural: 'FrameworkDocuments',
    nameField: 'title',
  },
} as const satisfies Record<string, CollectionNames>

/** All that an anonymous reader sees of a document: over REST, over GraphQL, and the bytes of its file. */
export async function publicView(
  { graphql, rest }: TestApp,
  { nameField, plural, singular, slug }: CollectionNames,
  id: number | string,
  filename?: string,
): Promise<unknown> {
  const one = await rest('GET', `/${slug}/${id}?depth=2`)
  const list = await rest('GET', `/${slug}?where[id][equals]=${id}&depth=1`)
  const query = await graphql(
    `query ($id: Int!) {
      ${singular}(id: $id) { id ${nameField} slug publishedOn publishedOnPrecision protectedUntil firstPublishedAt createdAt }
      ${plural}(where: { id: { equals: $id } }) { totalDocs docs { id ${nameField} } }
    }`,
    { variables: { id } },
  )
  const file = filename && (await rest('GET', `/files/file/${filename}`))
  return {
    one: { status: one.status, body: one.body },
    list: list.body.docs,
    query: { data: query.body.data, errors: query.body.errors?.length ?? 0 },
    file: file && { status: file.status, bytes: digestOf(file.body) },
  }
}

/** Stands for all the bytes of a file; an answer that is none stays readable. */
const digestOf = (body: unknown): unknown =>
  Buffer.isBuffer(body) ? `${body.length} ${createHash('sha256').update(body).digest('hex')}` : body

/** What came of an attempt: the code of the refusal if there was one, and until when it protects. */
export interface Outcome {
  /** What an answer to a reader said, where that is what matters. */
  told?: string
  code?: string
  protectedUntil?: string
  message?: string
}

interface ErrorLike {
  message?: string
  /** What the database says: its SQLSTATE. */
  code?: string
  /** What it said, where Payload's adapter tells of its statement first. */
  cause?: { code?: string }
  data?: { code?: string; protectedUntil?: string }
  extensions?: { code?: string; data?: { protectedUntil?: string } }
}

const noCode = 'NO CODE'

/** Reads the refusal from a REST or a GraphQL answer, or from what a Local API call threw or listed. */
export function outcomeOf(errors: ErrorLike[] | undefined): Outcome {
  const [error] = errors ?? []
  if (!error) return {}
  return {
    code: error.extensions?.code ?? error.data?.code ?? error.code ?? error.cause?.code ?? noCode,
    protectedUntil: error.extensions?.data?.protectedUntil ?? error.data?.protectedUntil,
    message: error.message,
  }
}

export const ofAnswer = ({ body, status }: Answer): Outcome => {
  const outcome = outcomeOf(body?.errors)
  const hasNoCode = outcome.code === undefined || outcome.code === noCode
  return status >= 400 && hasNoCode
    ? { ...outcome, code: `HTTP ${status}`, message: outcome.message ?? body?.message }
    : outcome
}

export async function ofCall(call: Promise<unknown>): Promise<Outcome> {
  try {
    const result = (await call) as { errors?: ErrorLike[] } | undefined
    return outcomeOf(result?.errors)
  } catch (error) {
    return outcomeOf([error as ErrorLike])
  }
}

export async function versionsOf(
  { payload }: TestApp,
  slug: string,
  id: number | string,
): Promise<{ id: string; status: string; name: string }[]> {
  const { docs } = await payload.findVersions({
    collection: slug as CollectionSlug,
    depth: 0,
    limit: 0,
    sort: 'createdAt',
    where: { parent: { equals: id } },
  })
  return docs.map(({ id, version }) => {
    const row = version as unknown as { _status: string; name?: string; title?: string }
    return { id: String(id), status: row._status, name: row.name ?? row.title ?? '' }
  })
}
