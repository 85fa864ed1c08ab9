import {
  type CollectionSlug,
  type Field,
  type PayloadRequest,
  traverseFields,
  type Where,
} from 'payload'

import { idOf, isPublic, nameOf, type Publication } from '../rules/publication.ts'
import {
  type NotedReferences,
  type Reference,
  reference,
  referencesOf,
  referencesPath,
  richTextReferences,
} from '../rules/references.ts'
import { publicationKeys, type PublishingSettings } from '../settings.ts'
import { publicRows } from './publicRow.ts'
import { lockRow, lockRows } from './rows.ts'

/** Every document that the data of some fields refers to: relations, uploads, and those inside rich text. */
export function collectReferences(fields: Field[], data: Record<string, unknown>): NotedReferences {
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
  return { documents: [...found].sort() }
}

function relationReferences(relationTo: string | string[], value: unknown): Reference[] {
  if (Array.isArray(value)) return value.flatMap((entry) => relationReferences(relationTo, entry))
  if (Array.isArray(relationTo)) return richTextReferences(value)
  const id = idOf(value)
  return id === undefined ? [] : [reference(relationTo, id)]
}

/** A published or withdrawn document that refers to another one. */
export interface Referrer {
  collection: string
  id: number | string
  name: string
}

/** The published documents that refer to a document, at most `limit` of them. */
export const findPublicReferrers = (
  req: PayloadRequest,
  settings: PublishingSettings,
  target: Reference,
  limit = 10,
): Promise<Referrer[]> => findReferrers(req, settings, target, publicRows, limit)

/** The same, and those that are withdrawn: they come back when their withdrawal is reversed. */
export const findKeptReferrers = (
  req: PayloadRequest,
  settings: PublishingSettings,
  target: Reference,
): Promise<Referrer[]> =>
  findReferrers(req, settings, target, { or: [publicRows, { withdrawnAt: { exists: true } }] }, 10)

async function findReferrers(
  req: PayloadRequest,
  { slugs }: PublishingSettings,
  target: Reference,
  which: Where,
  limit: number,
): Promise<Referrer[]> {
  const where: Where = { and: [{ [referencesPath]: { in: [target] } }, which] }
  const referrers: Referrer[] = []
  for (const key of publicationKeys) {
    const collection = slugs[key]
    const { docs } = await req.payload.db.find({
      collection,
      limit,
      pagination: false,
      req,
      select: { name: true, title: true },
      where,
    })
    for (const row of docs as Publication[])
      referrers.push({ collection, id: row.id!, name: nameOf(row) })
    if (referrers.length >= limit) return referrers.slice(0, limit)
  }
  const page = (await req.payload.db.findGlobal({
    slug: slugs.caseReviewsPage,
    req,
    select: { _status: true, heading: true, refersTo: true },
  })) as Publication
  if (isPublic(page) && referencesOf(page).includes(target))
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
  const where: Where = { [referencesPath]: { in: [reference(collection, id)] } }
  for (const key of publicationKeys) {
    const slug = slugs[key]
    const { docs } = await req.payload.db.find({
      collection: slug,
      limit: 0,
      pagination: false,
      req,
      select: { id: true },
      where,
    })
    const others = docs.filter((referrer) => slug !== collection || referrer.id !== id)
    await lockRows(
      req,
      slug,
      others.map((referrer) => referrer.id),
    )
  }
  await lockRow(req, collection, id, 'update')
}
