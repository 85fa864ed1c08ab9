/** A value as a PDF writes it. Names and strings are told apart by their shape. */
export type PdfValue =
  | number
  | boolean
  | null
  | { name: string }
  | { text: string }
  | { reference: number }
  | PdfValue[]
  | PdfDictionary

export type PdfDictionary = Map<string, PdfValue>

/** Where the reader stands in a file, or in an unpacked stream, of which each byte is one character. */
export interface Cursor {
  source: string
  at: number
}

/** Dictionaries inside of dictionaries: more than this nobody writes. */
const deepest = 60

const space = /(?:[\0\t\n\f\r ]+|%[^\r\n]*)*/y
const number = /[+-]?(?:\d+\.?\d*|\.\d+)/y
const reference = /(\d{1,10})[\0\t\n\f\r ]+\d{1,5}[\0\t\n\f\r ]+R(?![^\0\t\n\f\r ()<>[\]{}/%])/y
const name = /\/([^\0\t\n\f\r ()<>[\]{}/%]*)/y
const hexadecimal = /<([\da-fA-F\0\t\n\f\r ]*)>/y
const keyword = /[^\0\t\n\f\r ()<>[\]{}/%]+/y

const taken = (pattern: RegExp, cursor: Cursor): RegExpExecArray | null => {
  pattern.lastIndex = cursor.at
  const match = pattern.exec(cursor.source)
  if (match) cursor.at = pattern.lastIndex
  return match
}

export const skipSpace = (cursor: Cursor): void => void taken(space, cursor)

/** The value at the cursor, which moves behind it; undefined where none stands. */
export function readValue(cursor: Cursor, depth = 0): PdfValue | undefined {
  skipSpace(cursor)
  const { at, source } = cursor
  const first = source[at]
  if (first === undefined || depth > deepest) return undefined
  if (first === '/') return { name: unescapedName(taken(name, cursor)![1]!) }
  if (first === '(') return { text: readString(cursor) }
  if (first === '[') return readArray(cursor, depth)
  if (first === '<') {
    if (source[at + 1] === '<') return readDictionary(cursor, depth)
    const digits = taken(hexadecimal, cursor)?.[1]
    return digits === undefined ? undefined : { text: fromHexadecimal(digits) }
  }
  const referred = taken(reference, cursor)
  if (referred) return { reference: Number(referred[1]) }
  const written = taken(number, cursor)
  if (written) return Number(written[0])
  const word = taken(keyword, cursor)?.[0]
  if (word === 'true' || word === 'false') return word === 'true'
  return word === 'null' ? null : undefined
}

function readArray(cursor: Cursor, depth: number): PdfValue[] {
  cursor.at++
  const values: PdfValue[] = []
  for (;;) {
    skipSpace(cursor)
    if (cursor.source[cursor.at] === ']') {
      cursor.at++
      return values
    }
    const value = readValue(cursor, depth + 1)
    if (value === undefined) return values
    values.push(value)
  }
}

function readDictionary(cursor: Cursor, depth: number): PdfDictionary {
  cursor.at += 2
  const entries: PdfDictionary = new Map()
  for (;;) {
    skipSpace(cursor)
    if (cursor.source.startsWith('>>', cursor.at)) {
      cursor.at += 2
      return entries
    }
    const key = taken(name, cursor)
    if (!key) return entries
    const value = readValue(cursor, depth + 1)
    if (value === undefined) return entries
    entries.set(unescapedName(key[1]!), value)
  }
}

const unescapedName = (written: string): string =>
  written.replace(/#([\da-fA-F]{2})/g, (_, digits: string) =>
    String.fromCharCode(Number.parseInt(digits, 16)),
  )

const fromHexadecimal = (digits: string): string =>
  decodedText(Buffer.from(digits.replace(/[^\da-fA-F]/g, ''), 'hex').toString('latin1'))

const escapes: Record<string, string> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }

function readString(cursor: Cursor): string {
  const { source } = cursor
  const pieces: string[] = []
  let open = 0
  let { at } = cursor
  for (; at < source.length; at++) {
    const character = source[at]!
    if (character === '(' && open++ === 0) continue
    if (character === ')' && --open === 0) break
    if (character !== '\\') {
      pieces.push(character)
      continue
    }
    const octal = /[0-7]{1,3}/y
    octal.lastIndex = at + 1
    const digits = octal.exec(source)?.[0]
    if (digits) {
      pieces.push(String.fromCharCode(Number.parseInt(digits, 8) & 0xff))
      at += digits.length
      continue
    }
    const escaped = source[++at] ?? ''
    if (escaped === '\r' && source[at + 1] === '\n') at++
    else if (escaped !== '\n' && escaped !== '\r') pieces.push(escapes[escaped] ?? escaped)
  }
  cursor.at = at + 1
  return decodedText(pieces.join(''))
}

/** A string's bytes as text: UTF-16 or UTF-8 where it begins with their mark, otherwise nearly Latin-1. */
function decodedText(bytes: string): string {
  if (bytes.startsWith('\xFE\xFF') || bytes.startsWith('\xFF\xFE')) {
    const swapped = Buffer.from(bytes.slice(2), 'latin1')
    const even = swapped.subarray(0, swapped.length & ~1)
    return (bytes.startsWith('\xFE\xFF') ? even.swap16() : even).toString('utf16le')
  }
  if (bytes.startsWith('\xEF\xBB\xBF')) return Buffer.from(bytes.slice(3), 'latin1').toString()
  return bytes.replace(/\x90/g, '’').replace(/[\x8D\x8E]/g, '"')
}
