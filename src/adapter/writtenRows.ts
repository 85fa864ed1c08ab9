import type { CollectionSlug, Config, RequestContext } from 'payload'

import { noteWritten } from '../../hooks/operations/changeInProgress.ts'
import { isPublic, type Publication } from '../../hooks/rules/publication.ts'
import { publicationKeys, type PublishingSettings } from '../../hooks/settings.ts'

type Adapter = NonNullable<Config['db']>

interface Query {
  collection: CollectionSlug
  id?: number | string
  req?: { context?: RequestContext }
}

/**
 * The adapter, which notes what it answers when it has written a publication, whoever asked it to: Payload reads
 * the row back each time, and the hooks after a change need not read it once more.
 */
export const withWrittenRows = (adapter: Adapter, { slugs }: PublishingSettings): Adapter => ({
  ...adapter,
  init: (args) => {
    const made = adapter.init(args)
    const own = made as unknown as Record<string, (query: Query) => Promise<Publication | null>>
    const publications = new Set<string>(publicationKeys.map((key) => slugs[key]))
    for (const method of ['create', 'updateOne']) {
      const write = own[method]!
      own[method] = async function (query) {
        const row = await write.call(this, query)
        const { collection, req } = query
        const id = row?.id ?? query.id
        if (req?.context && id !== undefined && publications.has(collection))
          // Payload cuts the very object to what the caller may read.
          noteWritten(
            req.context,
            collection,
            id,
            row && isPublic(row) ? structuredClone(row) : undefined,
          )
        return row
      }
    }
    return made
  },
})
