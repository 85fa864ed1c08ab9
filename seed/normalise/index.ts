import { type Notice, blockText } from '../parse/blocks.ts'
import type { ParsedPage } from '../parse/sections.ts'
import { findOwnName } from '../words/publishers.ts'
import { normaliseFrameworkDocuments } from './frameworkDocuments.ts'
import { normalisePage } from './page.ts'
import { normaliseEntry } from './reviews.ts'
import type { NormalisedPage, SeedContext, SeedDocument } from './types.ts'

/** Turns a parsed page into documents with the values that the collections store. Pure. */
export function normalise(page: ParsedPage, context: SeedContext): NormalisedPage {
  const text = page.sections.flatMap(({ blocks }) => blocks.map(blockText))
  const ownNames = [findOwnName(text.join('\n')), context.publisherName].filter(
    (name) => name !== undefined,
  )
  const entries = page.entries.map((entry) => normaliseEntry(entry, ownNames, context))
  const reviews = entries.flatMap(({ review }) => (review ? [review] : []))
  const leaflets = entries.flatMap(({ leaflets }) => leaflets)
  const errors = entries.flatMap(({ errors }) => errors)
  const { documents, repeated } = onceEach([
    ...reviews,
    ...leaflets,
    ...normaliseFrameworkDocuments(page, context),
    normalisePage(page, context),
  ])
  return { documents, errors: [...errors, ...repeated] }
}

/** Two entries of one name and type cannot be told apart in a later run; the first one stands. */
function onceEach(all: SeedDocument[]): { documents: SeedDocument[]; repeated: Notice[] } {
  const documents = new Map<string, SeedDocument>()
  const repeated: Notice[] = []
  for (const document of all) {
    const first = documents.get(document.key)
    if (first) {
      const message = `“${nameOf(document)}” is left out: it stands at line ${first.line} already`
      repeated.push({ line: document.line, message })
    } else documents.set(document.key, document)
  }
  return { documents: [...documents.values()], repeated }
}

/** The name or title by which people know a document. */
export const nameOf = ({ kind, values }: SeedDocument): string =>
  kind === 'review'
    ? values.name
    : kind === 'page'
      ? (values.heading ?? 'Case reviews page')
      : values.title
