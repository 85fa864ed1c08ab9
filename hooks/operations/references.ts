import {
  type CollectionSlug,
  type Field,
  type PayloadRequest,
  traverseFields,
  type Where,
} from 'payload'

import { idOf, isPublic, nameOf, type Publication } from '../rules/publication.ts'
import { type Reference, reference, richTextReferences } from '../rules/references.ts'
import { publicationKeys, type PublishingSettings } from '../settings.ts'
import { lockRow } from './lockRow.ts'

/** Every document that the data of some fields refers to: relations, uploads, and those inside rich text. */
export function collectReferences(fields: Field[], data: Record<string, unknown>): Reference[] {
  const found = new Set<Reference>()
  traverseFields({
    fields,
    ref: data,
    fillEmpty: false,
    callback: ({ field, ref }) => {
      if (!('name' in field) || !field.name || field.type === 'join') return
      const value = (ref as Record<string, unknown>)[field.name]
      if (field.type === 'richText') for (const entry of richTextReferences(value)) found.add(entry)
      if (field.type === 'relationship' || field.type === 'upload')
        for (const entry of relationReferences(field.relationTo, value)) found.add(entry)
    },
  })
  return [...found].sort()
}

function relationReferences(relationTo: string | string[], value: unknown): Reference[] {
  if (Array.isArray(value)) return value.flatMap((entry) => relationReferences(relationTo, entry))
  if (Array.isArray(relationTo)) return richTextReferences(value)
  const id = idOf(value)
  return id === undefined ? [] : [reference(relationTo, id)]
}

/** A published document that refers to another one. */
export interface Referrer {
  collection: string
  id: number | string
  name: string
}

/** The published documents that refer to a document, at most `limit` of them. */
export async function findPublicReferrers(
  req: PayloadRequest,
  { slugs }: PublishingSettings,
  target: Reference,
  limit = 10,
): Promise<Referrer[]> {
  const where: Where = {
    and: [
      { refersTo: { in: [target] } },
      { _status: { equals: 'published' } },
      { deletedAt: { exists: false } },
    ],
  }
  const referrers: Referrer[] = []
  for (const key of publicationKeys) {
    const collection = slugs[key]
    const { docs } = await req.payload.db.find({ collection, limit, pagination: false, req, where })
    for (const row of docs as Publication[])
      referrers.push({ collection, id: row.id!, name: nameOf(row) })
  }
  const page = (await req.payload.db.findGlobal({
    slug: slugs.caseReviewsPage,
    req,
  })) as Publication & {
    refersTo?: Reference[]
  }
  if (isPublic(page) && page.refersTo?.includes(target))
    referrers.push({ collection: slugs.caseReviewsPage, id: '', name: String(page.heading ?? '') })
  return referrers.slice(0, limit)
}

/**
 * Locks what refers to a document, drafts too, and then the document itself, which is about to go. Publishing
 * takes its locks in the same order; in the other one, the two would wait for each other, and a file's bytes
 * are gone before the database can undo anything.
 */
export async function lockWithReferrers(
  req: PayloadRequest,
  { slugs }: PublishingSettings,
  collection: CollectionSlug,
  id: number | string,
): Promise<void> {
  const where: Where = { refersTo: { in: [reference(collection, id)] } }
  for (const key of publicationKeys) {
    const slug = slugs[key]
    const find = { collection: slug, limit: 0, pagination: false, req, sort: 'id', where }
    const { docs } = await req.payload.db.find(find)
    for (const referrer of docs)
      if (slug !== collection || referrer.id !== id) await lockRow(req, slug, referrer.id)
  }
  await lockRow(req, collection, id, 'update')
}
