import type { CollectionSlug, PayloadRequest } from 'payload'

import { readAsIfPublic } from '../../../hooks/operations/publicForm.ts'
import type { Publication } from '../../../hooks/rules/publication.ts'
import { labelIn } from '../labels.ts'
import { readNames } from '../readNames.ts'
import { changedFields, type Difference, differencesOf, relationsOf } from './differences.ts'

type Row = Publication & { id: number | string }

/** What a draft changes of what readers get, each read as a reader would. */
export async function readDifferences(
  req: PayloadRequest,
  collection: CollectionSlug,
  draft: Row,
): Promise<Difference[]> {
  const { flattenedFields } = req.payload.collections[collection]!.config
  const published = await req.payload.db.findOne<Row>({
    collection,
    req,
    where: { id: { equals: draft.id } },
  })
  const [before, after] = (await Promise.all([
    readAsIfPublic(req, collection, published!),
    readAsIfPublic(req, collection, draft),
  ])) as [Record<string, unknown>, Record<string, unknown>]
  const changed = changedFields(flattenedFields, before, after)
  const related = changed.flatMap((field) =>
    [before, after].flatMap((form) => relationsOf(field, form[field.name])),
  )
  const names = await readNames(req, related)
  return differencesOf(changed, before, after, { names, label: labelIn(req) })
}
