/** A document that another one refers to, as one word: `files:12`. */
export type Reference = string

export const reference = (collection: string, id: number | string): Reference =>
  `${collection}:${id}`

/** The ids of one collection among some references. */
export const idsAmong = (references: Iterable<Reference>, collection: string): string[] =>
  [...references]
    .filter((entry) => entry.startsWith(`${collection}:`))
    .map((entry) => entry.slice(collection.length + 1))

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
