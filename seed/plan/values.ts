import type { DocumentId } from '../contentApi.ts'
import { storedDateOf } from '../normalise/dates.ts'
import type { SeedDocument } from '../normalise/types.ts'

/** Finds the ids of what a document refers to. */
export interface References {
  theme: (name: string) => DocumentId | undefined
  review: (key: string) => DocumentId | undefined
  /** The id of the attached file. */
  file?: DocumentId
}

const known = (ids: (DocumentId | undefined)[]): DocumentId[] =>
  ids.filter((id) => id !== undefined)

/** A document's values as Payload takes them, every field that a seed may give included, empty ones too. */
export function documentValues(
  document: SeedDocument,
  references: References,
): Record<string, unknown> {
  const file = references.file ?? null
  if (document.kind === 'page') return { ...document.values }
  if (document.kind === 'framework-document') return { ...document.values, file }
  const themes = known(document.themes.map(references.theme))
  if (document.kind === 'review') return { ...document.values, themes, reportFile: file }
  const reviews = known(document.reviews.map(references.review))
  return { ...document.values, themes, reviews, file }
}

/** The publication date, for a document that is new: once public it never changes. */
export const dateValues = ({ date, precision }: SeedDocument): Record<string, unknown> =>
  date ? { publishedOn: storedDateOf(date), publishedOnPrecision: precision } : {}
