import type { Payload } from 'payload'

import { contentApi } from '../contentApi.ts'
import { installationOf } from '../installation.ts'
import { readVocabulary } from '../vocabulary.ts'
import type { DatabaseState, StoredDocument } from './types.ts'

const emptyDatabase: DatabaseState = {
  review: [],
  leaflet: [],
  'framework-document': [],
  vocabulary: { themes: [], agencies: [] },
}

/** Postgres's code for a table that does not exist: a database before its first migration. */
const hasNoTables = (error: unknown): boolean =>
  error instanceof Error &&
  (('code' in error && error.code === '42P01') || hasNoTables(error.cause))

/** Reads the latest versions of everything that a page can be compared with. */
export const readDatabase = (payload: Payload): Promise<DatabaseState> =>
  readContent(payload).catch((error: unknown) => {
    if (hasNoTables(error)) return emptyDatabase
    throw error
  })

async function readContent(payload: Payload): Promise<DatabaseState> {
  const { collection, page } = installationOf(payload)
  const content = contentApi(payload)
  const all = async (key: 'frameworkDocuments' | 'leaflets' | 'reviews') => {
    const { docs } = await content.find({
      collection: collection(key),
      depth: 0,
      draft: true,
      joins: false,
      pagination: false,
      sort: 'createdAt',
      trash: true,
    })
    return docs as StoredDocument[]
  }
  const global = await content.findGlobal({ slug: page, depth: 0, draft: true })
  return {
    review: await all('reviews'),
    leaflet: await all('leaflets'),
    'framework-document': await all('frameworkDocuments'),
    ...(global.updatedAt ? { page: global } : {}),
    vocabulary: await readVocabulary(payload),
  }
}
