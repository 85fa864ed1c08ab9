import { isMisspelt } from './misspelling.ts'
import type { Stretch } from './names.ts'
import { type Word, wordsOf } from './words.ts'

/** How the last word of a street is shortened. */
const shortForms: Record<string, string> = {
  apt: 'apartment',
  ave: 'avenue',
  av: 'avenue',
  cl: 'close',
  cres: 'crescent',
  ct: 'court',
  dr: 'drive',
  gdns: 'gardens',
  gr: 'grove',
  hse: 'house',
  ln: 'lane',
  pk: 'park',
  pl: 'place',
  rd: 'road',
  sq: 'square',
  st: 'street',
  terr: 'terrace',
  tce: 'terrace',
}

const inFull = (letters: string) => shortForms[letters] ?? letters

const postcode = /\b([a-z]{1,2}\d[a-z\d]?)\s*(\d[a-z]{2})\b/i

/** Where an address stands in a text: its house number with the street, or its postcode. */
export const findAddress = (words: Word[], address: string): Stretch[] => [
  ...findSequence(words, streetLineOf(address)),
  ...findPostcode(words, address),
]

/** `Flat 3, 12 Acacia Avenue, Townsville` → `12 acacia avenue`; without a number its first two lines. */
function streetLineOf(address: string): string[] {
  const lines = address
    .replace(postcode, '')
    .split(/[,\n]/)
    .map((line) => wordsOf(line).map(({ letters }) => inFull(letters)))
    .filter((line) => line.length > 0)
  const isStreet = (line: string[]) => line.length > 1 && /^\d/.test(line[0]!)
  const street = lines.find(isStreet)
  if (street) return street
  // A number on a line of its own: “12, Acacia Avenue”.
  const number = lines.findIndex((line) => line.length === 1 && /^\d/.test(line[0]!))
  if (number >= 0 && lines[number + 1]) return [...lines[number]!, ...lines[number + 1]!]
  const phrase = lines.slice(0, 2).flat()
  return phrase.length > 1 || (phrase[0]?.length ?? 0) > 5 ? phrase : []
}

function findSequence(words: Word[], sequence: string[]): Stretch[] {
  const [first, ...others] = sequence
  if (!first) return []
  const isAt = (index: number) =>
    others.every((part, offset) => {
      const letters = words[index + 1 + offset]?.letters
      return letters !== undefined && (inFull(letters) === part || isMisspelt(letters, part))
    })
  return words.flatMap((word, index) => {
    if (inFull(word.letters) !== first || !isAt(index)) return []
    return { start: word.start, end: words[index + others.length]!.end }
  })
}

function findPostcode(words: Word[], address: string): Stretch[] {
  const found = postcode.exec(address)
  if (!found) return []
  const [outward, inward] = [found[1]!.toLowerCase(), found[2]!.toLowerCase()]
  return words.flatMap((word, index) => {
    if (word.letters === outward + inward) return { start: word.start, end: word.end }
    const next = words[index + 1]
    if (word.letters !== outward || next?.letters !== inward) return []
    return { start: word.start, end: next.end }
  })
}
