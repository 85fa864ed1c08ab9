import type { Payload } from 'payload'

import { contentApi } from '../contentApi.ts'
import { installationOf } from '../installation.ts'
import { readVocabulary } from '../vocabulary.ts'
import type { DatabaseState, StoredDocument } from './types.ts'

/** Reads the latest versions of everything that a page can be compared with. */
export async function readDatabase(payload: Payload): Promise<DatabaseState> {
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
