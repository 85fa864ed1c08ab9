import type { Notice } from '../parse/blocks.ts'
import type { Entry } from '../parse/sections.ts'
import { findReviewTypes, type StatedType } from '../words/reviewTypes.ts'

/**
 * The type of a review. The heading decides, except that a review called thematic anywhere is thematic: pages
 * list those under the heading of the scheme in which they were done.
 */
export function reviewTypeOf(
  entry: Entry,
  sentences: { text: string; line: number }[],
): { type?: StatedType; warnings: Notice[] } {
  const [heading] = entry.facts.types
  const stated = sentences.flatMap(({ text, line }) =>
    findReviewTypes(text).map((type) => ({ type, line })),
  )
  const thematic =
    entry.facts.types.map((type) => ({ type, line: entry.line })).find(isThematic) ??
    stated.find(isThematic)
  if (thematic) {
    const other = heading?.value === 'thematic' ? entry.facts.types[1] : heading
    const message = other && contradiction(other, thematic.type, 'thematic is taken')
    return { type: thematic.type, warnings: message ? [{ line: entry.line, message }] : [] }
  }
  const first = stated[0]
  if (!heading) return { type: first?.type, warnings: [] }
  if (!first || stated.some(({ type }) => type.value === heading.value)) {
    return { type: heading, warnings: [] }
  }
  const message = contradiction(heading, first.type, 'the heading is taken')
  return { type: heading, warnings: [{ line: first.line, message }] }
}

const isThematic = ({ type }: { type: StatedType }): boolean => type.value === 'thematic'

const contradiction = (heading: StatedType, text: StatedType, taken: string): string =>
  `the heading says ${heading.value} (“${heading.words}”), the text says “${text.words}”; ${taken}`
