/** A document that another one refers to, as one word: `files:12`. */
export type Reference = string

export const reference = (collection: string, id: number | string): Reference =>
  `${collection}:${id}`

/** The id that a part of an address or of a reference stands for: a number where it is one. */
export const idFrom = (text: string): number | string => (/^\d+$/.test(text) ? Number(text) : text)

/** A reference taken apart again. */
export function partsOf<Collection extends string = string>(
  document: Reference,
): { collection: Collection; id: number | string } {
  const [collection, id = ''] = document.split(':') as [Collection, string?]
  return { collection, id: idFrom(id) }
}

/** How a row notes what it refers to; a list inside an object, where one query finds it on any database. */
export interface NotedReferences {
  documents: Reference[]
}

/** Path of the list, as a condition names it. */
export const referencesPath = 'refersTo.documents'

/** What a row refers to. */
export const referencesOf = (
  row: { refersTo?: NotedReferences | null } | null | undefined,
): Reference[] => row?.refersTo?.documents ?? []

/** The ids of one collection among some references. */
export const idsAmong = (references: Iterable<Reference>, collection: string): string[] =>
  [...references]
    .filter((entry) => entry.startsWith(`${collection}:`))
    .map((entry) => entry.slice(collection.length + 1))

/**
 * What came to be referred to, and what no longer is.
 *
 * @param before what was referred to, once for each change of which the files have not been looked after: one
 *   change may go on inside another, and only what stood in all of them was there before the first
 */
export function changedReferences(
  before: Reference[][],
  after: Reference[],
): { appeared: Reference[]; gone: Reference[] } {
  const wasThere = (entry: Reference) =>
    before.length > 0 && before.every((references) => references.includes(entry))
  return {
    appeared: after.filter((entry) => !wasThere(entry)),
    gone: [...new Set(before.flat())].filter((entry) => !after.includes(entry)),
  }
}

/**
 * The references inside rich text: pictures, embedded documents and internal links, which all say
 * `{ relationTo, value }` somewhere in the tree.
 */
export function richTextReferences(node: unknown): Reference[] {
  if (Array.isArray(node)) return node.flatMap(richTextReferences)
  if (typeof node !== 'object' || node === null) return []
  const nested = Object.values(node).flatMap(richTextReferences)
  if (!('relationTo' in node && 'value' in node) || typeof node.relationTo !== 'string')
    return nested
  const { value } = node
  const id = typeof value === 'object' && value !== null && 'id' in value ? value.id : value
  return typeof id === 'string' || typeof id === 'number'
    ? [...nested, reference(node.relationTo, id)]
    : nested
}
