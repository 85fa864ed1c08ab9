/** A word of a text, as names are compared, and where it stands. */
export interface Word {
  /** Lower case, without accents, apostrophes and a possessive ending. */
  letters: string
  /** Begins with a capital. */
  isCapitalised: boolean
  /** Has capitals only, and more than one. */
  isShouted: boolean
  /** The `’s` of a possessive was taken off. */
  isPossessive: boolean
  /** The sentence begins with it. */
  opensSentence: boolean
  /** A line begins with it, in the middle of a sentence or not. */
  opensLine: boolean
  start: number
  end: number
}

const marks = /\p{M}+/gu
const apostrophes = /['’‘`´ʼ]/g

/** Letters as names are compared: `Zoë O’Brien` → `zoe obrien`. */
export const plainLetters = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(marks, '')
    .replace(apostrophes, '')
    .replace(/ø/gi, 'o')
    .replace(/ł/gi, 'l')
    .replace(/đ/gi, 'd')
    .replace(/ß/g, 'ss')
    .replace(/æ/gi, 'ae')
    .toLowerCase()

/** What breaks a word at the end of a line. */
const lineBreakHyphen = /^(?:[\u00AD\uFFFE](?:[ \t]*\r?\n[ \t]*)?|[-‐][ \t]*\r?\n[ \t]*)$/

const wordPattern = /[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}]|['’‘`´ʼ](?=\p{L}))*/gu
const sentenceEnd = /(?:^|[.!?:;•▪●·*“”"]|\n[ \t\r]*\n)[\s"“‘'([]*$/
const abbreviation = /\b(?:mr|mrs|ms|miss|dr|prof|rev|st|\p{Lu})\.\s*$/iu

/** The words of a text, in order. A word broken at the end of a line is one word. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = []
  let end = 0
  for (const match of text.matchAll(wordPattern)) {
    const start = match.index
    const gap = text.slice(end, start)
    const last = words.at(-1)
    if (last && lineBreakHyphen.test(gap)) {
      words[words.length - 1] = wordAt(text, last.start, start + match[0].length, last)
    } else words.push(wordAt(text, start, start + match[0].length))
    end = start + match[0].length
  }
  return words
}

/** The words, with those that a hyphen at the end of a line may also have separated: `Smith-⏎Jones`. */
export const wordsWithHyphensKept = (text: string): Word[] =>
  wordsOf(text.replace(/[\u00AD\uFFFE]|[-‐](?=[ \t]*\r?\n)/g, ' '))

function wordAt(text: string, start: number, end: number, begun?: Word): Word {
  const raw = text.slice(start, end).replace(/[\u00AD\uFFFE]|[-‐]?\s+/g, '')
  const possessive = /['’‘`´ʼ]s$/i.test(raw)
  const letters = plainLetters(possessive ? raw.slice(0, -2) : raw)
  const before = text.slice(Math.max(0, start - 24), start)
  return {
    letters,
    isCapitalised: /^\p{Lu}/u.test(raw),
    isShouted: raw.length > 1 && !/\p{Ll}/u.test(raw) && /\p{Lu}/u.test(raw),
    isPossessive: possessive,
    opensSentence:
      begun?.opensSentence ??
      ((start === 0 || sentenceEnd.test(before)) && !abbreviation.test(before)),
    opensLine: begun?.opensLine ?? (start === 0 || /[\n\r]\s*$/.test(before)),
    start,
    end,
  }
}
