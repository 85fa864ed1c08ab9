import { beforeCalendarWord, calendarWords, commonWords } from './commonWords.ts'
import { isMisspelt } from './misspelling.ts'
import { type Word, wordsOf } from './words.ts'

/** A stretch of a text, from its first character to the one after its last. */
export interface Stretch {
  start: number
  end: number
}

const titles = new Set(['mr', 'mrs', 'ms', 'miss', 'mx', 'dr', 'prof', 'sir', 'baby', 'child'])

/** What a person does: a common word that opens a sentence and is followed by one of these is a name. */
const personVerbs = new Set(
  `was had has said told did who lived went attended received died and asked became began came got left
  moved never reported returned stayed started suffered also did could would`.split(/\s+/),
)

/** The words of a name, without a title. */
const partsOf = (name: string): string[] =>
  wordsOf(name)
    .map(({ letters }) => letters)
    .filter((part, _, all) => all.length === 1 || !titles.has(part))

/** A line that ends with one of these goes on in the next one: no heading and no cell of a table does. */
const leadingWords = new Set(
  `a about after against and as asked at because before between brother but by called child daughter during
  father for from had he her his if in into like little met mother named of on or saw seen she sister son than
  that the their then they to told toward towards until visited was were when where which while who whom whose
  with without`.split(/\s+/),
)

/** Where a person's name stands in a text. */
export function findName(text: string, words: Word[], name: string): Stretch[] {
  const parts = partsOf(name)
  const [given, last] = [parts[0], parts.at(-1)]
  if (!given || !last) return []
  if (parts.length === 1) return findSingle(text, words, given)
  return words.flatMap((word, index) => {
    const likeness = likenessTo(word, last)
    if (!likeness) return []
    const other =
      findGivenBefore(text, words, index, parts, likeness) ??
      findGivenAfter(text, words, index, given, likeness)
    if (other === undefined) return []
    const givenWord = words[other]!
    const isInitial = givenWord.letters.length < Math.min(4, given.length)
    if (!areWrittenAsName([word, last], [givenWord, isInitial ? '' : given])) return []
    const [first, second] = other < index ? [givenWord, word] : [word, givenWord]
    return { start: first.start, end: second.end }
  })
}

/**
 * Where the first or the last part of a name stands by itself. It may mean somebody else, so it must be written
 * exactly, with a capital; a first name that another last name follows does not count.
 */
export function findParts(text: string, words: Word[], name: string): Stretch[] {
  const parts = partsOf(name)
  const [given, last] = [parts[0], parts.at(-1)]
  if (parts.length < 2 || !given || !last) return []
  const isAnothers = (index: number) => {
    const next = words[index + 1]
    return next?.isCapitalised && isOneName(text, words[index]!, next) && next.letters !== last
  }
  return words.flatMap((word, index) => {
    const part = [given, last].find((part) => likenessTo(word, part) === 'same')
    if (!part || !word.isCapitalised || part.length < 3) return []
    if (isAmbiguous(part) && !isMeantAsName(text, words, index, 'same')) return []
    if (part === given && !word.isPossessive && isAnothers(index)) return []
    return { start: word.start, end: word.end }
  })
}

type Likeness = 'same' | 'misspelt' | undefined

function likenessTo({ isCapitalised, letters }: Word, part: string): Likeness {
  if (letters === part) return 'same'
  if (isCapitalised && part.length >= 4 && letters === `${part}s`) return 'same'
  return isCapitalised && isMisspelt(letters, part) ? 'misspelt' : undefined
}

const isAmbiguous = (part: string) =>
  part.length <= 3 || commonWords.has(part) || calendarWords.has(part)

type Part = [written: Word, part: string]

const isWrittenAsName = ([{ isCapitalised }, part]: Part) => isCapitalised || !isAmbiguous(part)

/** `jonathan smith` is, `Jonathan will` is not, and `will smith` may be anything. */
const areWrittenAsName = (last: Part, given: Part): boolean =>
  (isWrittenAsName(last) && isWrittenAsName(given)) ||
  (!last[0].isCapitalised &&
    !given[0].isCapitalised &&
    !(isAmbiguous(last[1]) && isAmbiguous(given[1])))

const isInitialOf = ({ isCapitalised, letters }: Word, part: string) =>
  isCapitalised && letters.length === 1 && letters === part[0]

/** Several initials without dots: `JP`. */
const areInitialsOf = ({ isShouted, letters }: Word, part: string) =>
  isShouted && letters.length <= 3 && letters[0] === part[0]

/** The index of the given name, or its initial, before a last name: `Jonathan P. Smith`, `J. Smith`. */
function findGivenBefore(
  text: string,
  words: Word[],
  last: number,
  parts: string[],
  likeness: Likeness,
): number | undefined {
  const given = parts[0]!
  const farthest = Math.max(0, last - 1 - Math.max(1, parts.length - 2))
  for (let index = last - 1; index >= farthest; index--) {
    const word = words[index]!
    if (!isOneName(text, word, words[index + 1]!)) return undefined
    const alike = likenessTo(word, given)
    if (alike && (alike === 'same' || likeness === 'same')) return index
    if (likeness === 'same' && (isInitialOf(word, given) || areInitialsOf(word, given)))
      return index
    if (!word.isCapitalised && !parts.includes(word.letters)) return undefined
  }
  return undefined
}

/** The index of the given name after a last name: `Smith, Jonathan`, `SMITH Jonathan`, `Smith, J.` */
function findGivenAfter(
  text: string,
  words: Word[],
  last: number,
  given: string,
  likeness: Likeness,
): number | undefined {
  const word = words[last + 1]
  if (!word) return undefined
  const gap = text.slice(words[last]!.end, word.start)
  if (!/^,?\s+$/.test(gap)) return undefined
  const alike = likenessTo(word, given)
  if (alike && (alike === 'same' || likeness === 'same')) return last + 1
  return gap.includes(',') && likeness === 'same' && isInitialOf(word, given) ? last + 1 : undefined
}

/** Whether two words next to each other can be parts of one name: nothing but a line or a dot between them. */
function isOneName(text: string, before: Word, after: Word): boolean {
  const gap = text.slice(before.end, after.start)
  return before.letters.length <= 2 ? /^[.\s\-‐]{0,6}$/.test(gap) : /^[\s\-‐]{1,6}$/.test(gap)
}

/** Where a name of one word stands. One that is a word of English besides must be written as a name. */
function findSingle(text: string, words: Word[], name: string): Stretch[] {
  const isMeant = isAmbiguous(name) ? isMeantAsName : isPlainlyMeant
  return words
    .filter((word, index) => {
      const likeness = likenessTo(word, name)
      return likeness && isMeant(text, words, index, likeness)
    })
    .map(({ end, start }) => ({ end, start }))
}

const isPlainlyMeant = (_: string, words: Word[], index: number, likeness: Likeness): boolean => {
  const { isShouted, opensLine, opensSentence } = words[index]!
  const opens = opensSentence || opensLine
  return likeness === 'same' || !(isShouted || opens || isInTitle(words, index))
}

function isMeantAsName(text: string, words: Word[], index: number, likeness: Likeness): boolean {
  const { end, isCapitalised, isPossessive, isShouted, letters, opensLine, opensSentence, start } =
    words[index]!
  if (likeness !== 'same' || !isCapitalised || isShouted) return false
  const [before, after] = [words[index - 1], words[index + 1]]
  if (before && titles.has(before.letters)) return true
  if (calendarWords.has(letters)) {
    const isDate =
      /^[\s,]*['’\d]/.test(text.slice(end)) ||
      /\d(?:st|nd|rd|th)?\s*$/.test(text.slice(Math.max(0, start - 6), start))
    if (isDate || (before && beforeCalendarWord.has(before.letters) && !isPossessive)) return false
  }
  if (isPossessive) return true
  if ((opensSentence || opensLine) && after && personVerbs.has(after.letters)) return true
  if (opensSentence) return false
  if (opensLine) return before !== undefined && leadingWords.has(before.letters)
  return !isInTitle(words, index)
}

/** True between two words with capitals: in a heading every word may have one. */
const isInTitle = (words: Word[], index: number): boolean => {
  const { opensSentence } = words[index]!
  const [before, after] = [words[index - 1], words[index + 1]]
  return Boolean(
    !opensSentence && before?.isCapitalised && (after?.isCapitalised || after?.opensSentence),
  )
}
