import { type StatedDate, findDates } from '../words/dates.ts'
import { tidyName } from '../words/names.ts'
import { type StatedType, findReviewTypes } from '../words/reviewTypes.ts'

/** What the heading over a review says, in whatever order it says it. */
export interface HeadingFacts {
  name: string
  types: StatedType[]
  date?: StatedDate
}

const separator = /\s[-–—:|•·]\s|[:|\0]|,\s|\s-(?=\S)|(?<=\S)-\s/

/**
 * Takes date and type out of a heading; what remains is the name.
 *
 * @example readHeading('March 2023 - Local Child Safeguarding Practice Review - Alan').name // 'Alan'
 */
export function readHeading(heading: string): HeadingFacts {
  const text = heading.replace(/\s+/g, ' ').trim()
  const dates = findDates(text)
  const types = findReviewTypes(text)
  let rest = text
  for (const { start, end } of [...dates, ...types]) {
    rest = rest.slice(0, start) + '\0'.repeat(end - start) + rest.slice(end)
  }
  const name = rest
    .replace(/\([\s\0,;:–—-]*\)/g, '\0')
    .replace(/[([]\s*\0|\0[\s,;]*[)\]]/g, '\0')
    .split(separator)
    .map((part) => part.replace(/^\s*(?:published|publication date)\b(?:\s+(?:on|in)\b)?/i, ''))
    .map((part) =>
      part.replace(/^\s*(?:in(?:to| respect of| relation to)|of|on|for|regarding|about)\s+/i, ''),
    )
    .map((part) => tidyName(part))
    .filter(Boolean)
    .join(', ')
  return { name, types, ...(dates[0] && { date: dates[0] }) }
}

const letters = '[‘“\'"`]?\\p{Lu}[\\p{L}\\d/]*[’”\'"`]?'
const kin = '(?:[Cc]hild(?:ren)?|[Bb]aby|[Ff]amily|[Ss]ibling|[Yy]oung [Pp]erson|Mr|Ms|Mrs|Miss)'
const pseudonym = new RegExp(
  `^${kin}\\s+${letters}(?:\\s*(?:&|and|,)\\s*(?:${kin}\\s+)?${letters})*$`,
  'u',
)

/** True for a name of the kind that pseudonyms in this field have, where nothing else marks a review. */
export const looksLikePseudonym = (name: string): boolean => pseudonym.test(name)
