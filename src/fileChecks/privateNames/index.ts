import type { PrivateName } from '../types.ts'
import { findAddress } from './addresses.ts'
import { findDay } from './dates.ts'
import { findName, type Stretch } from './names.ts'
import { wordsOf, wordsWithHyphensKept } from './words.ts'

/** Where a text tells something private. */
export interface PrivateNameMatch extends Stretch {
  kind: PrivateName['kind']
  /** Which of the names, counted from 0. */
  index: number
}

/**
 * Where a text tells a private name, address or date of birth: across line breaks, with initials, without
 * accents, in the possessive, or misspelt by one letter. A name that is a word of English besides, such as
 * Rose, Will or April, counts only where it is written as a name.
 *
 * @returns in the order of the text, each place once for each of the names
 */
export function findPrivateNames(text: string, names: PrivateName[]): PrivateNameMatch[] {
  if (names.length === 0 || text.trim() === '') return []
  const joined = wordsOf(text)
  const kept = /[-‐\u00AD\uFFFE]/.test(text) ? wordsWithHyphensKept(text) : undefined
  const matches = names.flatMap(({ kind, value }, index) => {
    if (kind === 'dateOfBirth') return asMatches(findDay(text, value), kind, index)
    const find = (words: typeof joined) =>
      kind === 'address' ? findAddress(words, value) : findName(text, words, value)
    return asMatches([...find(joined), ...(kept ? find(kept) : [])], kind, index)
  })
  return matches
    .filter(
      (match, at) =>
        !matches
          .slice(0, at)
          .some(
            ({ end, index, start }) =>
              index === match.index && start < match.end && match.start < end,
          ),
    )
    .sort((a, b) => a.start - b.start)
}

const asMatches = (
  stretches: Stretch[],
  kind: PrivateName['kind'],
  index: number,
): PrivateNameMatch[] => stretches.map(({ end, start }) => ({ kind, index, start, end }))

/** A name of a file or a path, as the text that `findPrivateNames` reads: `JonathanSmith_report.pdf`. */
export const spacedOut = (fileName: string): string =>
  fileName
    .replace(/\.\w{2,5}$/, '')
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .replace(/[_+./\\%&=-]+/g, ' ')
    .replace(/(\p{L})(\d)|(\d)(\p{L})/gu, '$1$3 $2$4')
