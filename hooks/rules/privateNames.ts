import { textOf } from './richText.ts'

/** Something that must never become public with a publication. */
export interface PrivateName {
  kind: 'address' | 'dateOfBirth' | 'name'
  value: string
}

/** As many as are looked for; a family with its addresses has fewer. */
export const mostPrivateNames = 200

const date =
  /^\d{1,4}[\s./-]+(?:\d{1,2}|\p{L}{3,9})[\s./-]+\d{2,4}$|^\d{1,2}(?:st|nd|rd|th)\s+\p{L}{3,9}\s+\d{2,4}$/u

/** The list as people write it, one to a line: what looks like a date is one, what has a number is an address. */
export function privateNamesFrom(lines: string): PrivateName[] {
  const values = lines.split('\n').map((line) => line.trim().replace(/\s+/g, ' '))
  return [...new Set(values)].filter(Boolean).map((value) => ({
    kind: date.test(value) ? 'dateOfBirth' : /\d/.test(value) ? 'address' : 'name',
    value,
  }))
}

/** A field, as far as its words are looked for. */
interface Worded {
  name: string
  type: string
  flattenedFields?: Worded[]
}

/** The words that readers would get, by the field of the document in which they are. */
export const wordsOfFields = (
  fields: Worded[],
  values: Record<string, unknown>,
): { path: string; words: string }[] =>
  fields
    .map((field) => ({ path: field.name, words: wordsIn(field, values[field.name]) }))
    .filter(({ words }) => words !== '')

function wordsIn(field: Worded, value: unknown): string {
  if (value === null || value === undefined) return ''
  if (field.type === 'richText') return textOf(value)
  if (['email', 'text', 'textarea'].includes(field.type)) return [value].flat().join('\n')
  if (!field.flattenedFields) return ''
  return [value]
    .flat()
    .flatMap((row) => wordsOfFields(field.flattenedFields!, row as Record<string, unknown>))
    .map(({ words }) => words)
    .join('\n')
}
