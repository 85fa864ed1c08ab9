import type { PrivateName } from '../types.ts'
import { findAddress } from './addresses.ts'
import { findDay } from './dates.ts'
import { findName, findParts, type Stretch } from './names.ts'
import { type Word, wordsOf, wordsWithHyphensKept } from './words.ts'

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
export const findPrivateNames = (text: string, names: PrivateName[]): PrivateNameMatch[] =>
  findEach(text, names, ({ kind, value }) => {
    if (kind === 'dateOfBirth') return () => findDay(text, value)
    return kind === 'address'
      ? (words) => findAddress(words, value)
      : (words) => findName(text, words, value)
  })

/**
 * Where a first or a last name stands by itself, which may be that of the person who must not be named. Places
 * where the whole name stands are left out.
 */
export function findNameParts(text: string, names: PrivateName[]): PrivateNameMatch[] {
  const whole = findPrivateNames(text, names)
  return findEach(text, names, ({ kind, value }) =>
    kind === 'name' ? (words) => findParts(text, words, value) : () => [],
  ).filter((part) => !whole.some((match) => overlap(match, part)))
}

function findEach(
  text: string,
  names: PrivateName[],
  findOne: (name: PrivateName) => (words: Word[]) => Stretch[],
): PrivateNameMatch[] {
  if (names.length === 0 || text.trim() === '') return []
  const joined = wordsOf(text)
  const kept = /[-‐\u00AD\uFFFE]/.test(text) ? wordsWithHyphensKept(text) : undefined
  return names
    .flatMap((name, index) => {
      const find = findOne(name)
      const stretches = apart([...find(joined), ...(kept ? find(kept) : [])])
      return stretches.map(({ end, start }) => ({ kind: name.kind, index, start, end }))
    })
    .sort((a, b) => a.start - b.start)
}

/** Stretches in the order of the text, without those that begin inside of another one. */
function apart(stretches: Stretch[]): Stretch[] {
  let reached = 0
  return stretches
    .sort((a, b) => a.start - b.start || b.end - a.end)
    .filter(({ end, start }) => {
      if (start < reached) return false
      reached = end
      return true
    })
}

const overlap = (a: Stretch, b: Stretch): boolean => a.start < b.end && b.start < a.end

/** A name of a file or a path, as the text that `findPrivateNames` reads: `JonathanSmith_report.pdf`. */
export const spacedOut = (fileName: string): string =>
  fileName
    .replace(/\.\w{2,5}$/, '')
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .replace(/[_+./\\%&=-]+/g, ' ')
    .replace(/(\p{L})(\d)|(\d)(\p{L})/gu, '$1$3 $2$4')
