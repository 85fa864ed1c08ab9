import type { CollectionSlug, PayloadRequest, SelectType, Where } from 'payload'

interface Question {
  collection: CollectionSlug
  where: Where
  select: SelectType
  sort?: string
  limit: number
}

/** Rows of a collection: no more, and no more of each, than the dashboard tells of. */
export async function find<Row>(
  req: PayloadRequest,
  question: Question,
): Promise<(Row & { id: number | string })[]> {
  const { docs } = await req.payload.db.find<Row & { id: number | string }>({
    ...question,
    pagination: false,
    req,
  })
  return docs
}

/** The same, with the number of all that there are. */
export async function findSome<Row>(
  req: PayloadRequest,
  question: Question,
): Promise<{ rows: (Row & { id: number | string })[]; total: number }> {
  const { docs, totalDocs } = await req.payload.db.find<Row & { id: number | string }>({
    ...question,
    pagination: true,
    req,
  })
  return { rows: docs, total: totalDocs }
}
