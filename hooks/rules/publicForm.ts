import { canonicalJSON } from './canonicalJSON.ts'

/**
 * What readers get of a publication, in one canonical form: whether a field is absent, null or empty makes
 * no difference to them, and when a row was last written is not content.
 *
 * @param document the answer of `GET /api/<collection>/<id>?depth=0` to an anonymous reader, without joins:
 * what refers to it is not its own
 */
export const canonicalPublicForm = (document: object): string => {
  const { updatedAt: _, ...content } = document as { updatedAt?: unknown }
  return canonicalJSON((filled(content) ?? {}) as object)
}

/** What the system alone writes. */
export const stamps = [
  'createdAt',
  'firstPublishedAt',
  'lastPublicChangeAt',
  'protectedUntil',
  'replacedDocuments',
  'updatedAt',
]

/**
 * The part of the public form that people write, in one canonical form: what a second person approves.
 *
 * @param isDated false leaves out the date of publication, which a draft without one gets by being published
 */
export function canonicalContent(document: object, isDated: boolean): string {
  const { publishedOn, publishedOnPrecision, ...content } = document as Record<string, unknown>
  const date = isDated && publishedOn ? { publishedOn, publishedOnPrecision } : {}
  const written = Object.entries(content).filter(([name]) => !stamps.includes(name))
  return canonicalPublicForm({ ...Object.fromEntries(written), ...date })
}

function filled(value: unknown): unknown {
  if (value === null || value === undefined) return undefined
  if (typeof value !== 'object') return value
  if (Array.isArray(value)) {
    const entries = value.map(filled).filter((entry) => entry !== undefined)
    return entries.length ? entries : undefined
  }
  const entries = Object.entries(value)
    .map(([name, entry]) => [name, filled(entry)])
    .filter(([, entry]) => entry !== undefined)
  return entries.length ? Object.fromEntries(entries) : undefined
}
