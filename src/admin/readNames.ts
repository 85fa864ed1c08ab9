import type { CollectionSlug, PayloadRequest } from 'payload'

import { isPublic, nameOf, type Publication } from '../../hooks/rules/publication.ts'
import { idsAmong, partsOf, type Reference, reference } from '../../hooks/rules/references.ts'

const select = {
  name: true,
  title: true,
  email: true,
  username: true,
  _status: true,
  deletedAt: true,
  lastPublicChangeAt: true,
} as const

/** How a document or an account is called, and where it stands. */
export interface Named {
  name: string
  isPublic: boolean
  isTrashed: boolean
  lastPublicChangeAt?: string | null
}

/** How documents and accounts are called, with one query for each collection that is among them. */
export async function readNames(
  req: PayloadRequest,
  references: Reference[],
): Promise<Map<Reference, Named>> {
  const wanted = [...new Set(references)].filter((entry) => entry.includes(':'))
  const slugs = [...new Set(wanted.map((entry) => partsOf<CollectionSlug>(entry).collection))]
  const known = slugs.filter((slug) => req.payload.collections[slug])
  const named = await Promise.all(
    known.map(async (collection) => {
      const ids = idsAmong(wanted, collection)
      const title = req.payload.collections[collection]!.config.admin.useAsTitle ?? 'id'
      const { docs } = await req.payload.db.find<Publication & Contact & { id: number | string }>({
        collection,
        limit: ids.length,
        pagination: false,
        req,
        select: { ...select, [title]: true },
        where: { id: { in: ids } },
      })
      return docs.map((row): [Reference, Named] => [
        reference(collection, row.id),
        {
          name: row.email ?? row.username ?? titleOf(row, title),
          isPublic: isPublic(row),
          isTrashed: Boolean(row.deletedAt),
          lastPublicChangeAt: row.lastPublicChangeAt as string | null | undefined,
        },
      ])
    }),
  )
  return new Map(named.flat())
}

const titleOf = (row: Publication, title: string): string =>
  row[title] && title !== 'id' ? String(row[title]) : nameOf(row)

interface Contact {
  email?: string | null
  username?: string | null
}
