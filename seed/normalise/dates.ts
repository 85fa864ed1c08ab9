import type { Notice } from '../parse/blocks.ts'
import type { Entry } from '../parse/sections.ts'
import { type StatedDate, findDates, liesWithin } from '../words/dates.ts'

const publishing = /\bpublish(?:ed|es|ing)?\b|\bpublication\b/i

/** The date that a sentence gives for the publication: the first one after the word itself. */
function publicationDate(sentence: string): StatedDate | undefined {
  const word = publishing.exec(sentence)
  if (!word) return undefined
  const dates = findDates(sentence)
  return dates.find(({ start }) => start > word.index) ?? dates.at(-1)
}

/**
 * When a review was published: as its heading says, more exactly where its text names a day (or month) within
 * that period. Where the two contradict each other the heading stands, with a warning.
 */
export function publicationDateOf(
  entry: Entry,
  sentences: { text: string; line: number }[],
): { date?: StatedDate; warnings: Notice[] } {
  const heading = entry.facts.date
  const stated = sentences.flatMap(({ text, line }) => {
    const date = publicationDate(text)
    return date ? [{ date, line }] : []
  })
  const warnings: Notice[] = []
  const exact = stated.find(({ date }) => !heading || liesWithin(date, heading))
  for (const { date, line } of heading ? stated : []) {
    if (liesWithin(date, heading!) || liesWithin(heading!, date)) continue
    const message = `the heading says ${heading!.words}, the text says ${date.words}; the heading is taken`
    warnings.push({ line, message })
  }
  const date = exact?.date ?? heading
  if (!date) {
    const message = 'no publication date is stated; the day of seeding will be taken'
    warnings.push({ line: entry.line, message })
  } else if (date.season) {
    const message = `${date.words} is kept as the year ${date.date}: a season is no period that can be stored`
    warnings.push({ line: entry.line, message })
  }
  return { date, warnings }
}

/** A day of the period that a date cut to its precision names; the collection makes it the last one. */
export const storedDateOf = (date: string): string => `${date}-01-01`.slice(0, 10)
