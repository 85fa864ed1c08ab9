import type { File, Payload, PayloadRequest } from 'payload'

/** An id as either kind of database gives it. */
export type DocumentId = number | string

type Values = Record<string, unknown>

interface Find {
  collection: string
  depth: 0
  draft?: boolean
  joins?: false
  pagination: false
  sort: string
  trash: true
}

/**
 * The part of Payload's Local API that the seed uses, by slugs that only the installation knows. Types
 * generated for one host could not tell what another's collections are called.
 */
export interface ContentApi {
  find: (options: Find) => Promise<{ docs: (Values & { id: DocumentId })[] }>
  findGlobal: (options: { slug: string; depth: 0; draft: true }) => Promise<Values>
  create: (options: {
    collection: string
    data: Values
    depth: 0
    file?: File
    req: PayloadRequest
  }) => Promise<{ id: DocumentId }>
  update: (options: {
    collection: string
    id: DocumentId
    data: Values
    depth: 0
    req: PayloadRequest
  }) => Promise<unknown>
  updateGlobal: (options: {
    slug: string
    data: Values
    depth: 0
    req: PayloadRequest
  }) => Promise<unknown>
}

export const contentApi = (payload: Payload): ContentApi => payload as unknown as ContentApi
