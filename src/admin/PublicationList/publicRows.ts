import type { CollectionSlug, Payload } from 'payload'

import type { Publication } from '../../../hooks/rules/publication.ts'

type ID = number | string
type Row = Publication & { id: ID }
type Rows = Promise<Map<string, Row>>

/** What the cells of one list ask for in the same moment, by its collection. */
const waiting = new WeakMap<Payload, Map<CollectionSlug, { ids: Set<ID>; rows: Rows }>>()

/**
 * The public row of a document in a list. A list draws each cell by itself; what they ask for in the same moment
 * is one query.
 */
export async function publicRowInList(
  payload: Payload,
  collection: CollectionSlug,
  id: ID,
): Promise<Publication | undefined> {
  const lists = waiting.get(payload) ?? new Map<CollectionSlug, { ids: Set<ID>; rows: Rows }>()
  waiting.set(payload, lists)
  const list = lists.get(collection) ?? begin(payload, collection, lists)
  list.ids.add(id)
  return (await list.rows).get(String(id))
}

function begin(
  payload: Payload,
  collection: CollectionSlug,
  lists: Map<CollectionSlug, { ids: Set<ID>; rows: Rows }>,
) {
  const ids = new Set<ID>()
  const rows = new Promise<void>((resolve) => setImmediate(resolve)).then(async () => {
    lists.delete(collection)
    const { docs } = await payload.db.find<Row>({
      collection,
      limit: ids.size,
      pagination: false,
      select: { _status: true, deletedAt: true, firstPublishedAt: true, withdrawnAt: true },
      where: { id: { in: [...ids] } },
    })
    return new Map(docs.map((row) => [String(row.id), row]))
  })
  const list = { ids, rows }
  lists.set(collection, list)
  return list
}
