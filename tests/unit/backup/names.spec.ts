import { describe, expect, it } from 'vitest'

import { fromCopyLine, toCopyLine } from '../../../src/backup/database/copyText.ts'
import { archiveName, isPlainName, sizeInWords } from '../../../src/backup/names.ts'

describe('the names of a backup', () => {
  it('tell when it was made, in UTC', () => {
    expect(archiveName(new Date('2026-03-29T00:59:07.900Z'))).toBe(
      'safeguarding-reviews-2026-03-29-005907.tar.gz',
    )
  })

  it.each(['5df43b3d.pdf', 'Überblick (2).pdf', '.well-known', '…'])('may be %j', (name) => {
    expect(isPlainName(name)).toBe(true)
  })

  it.each(['', '.', '..', '../secret', '/etc/passwd', 'a\\b', 'C:x', 'a\0b', 'x'.repeat(256)])(
    'may not be %j',
    (name) => {
      expect(isPlainName(name)).toBe(false)
    },
  )

  it.each([
    [0, '0 bytes'],
    [999, '999 bytes'],
    [1_000, '1.0 kB'],
    [145_322, '145 kB'],
    [3_140_000_000, '3.1 GB'],
  ])('say %i bytes as %s', (bytes, words) => {
    expect(sizeInWords(bytes)).toBe(words)
  })
})

describe('a row as a line', () => {
  it.each([
    [['a', null, ''], 'a\t\\N\t'],
    [['\\N', '\\.', 'a\tb'], '\\\\N\t\\\\.\ta\\tb'],
    [['one\ntwo\r\n\v\f\b', '\u2028 é 🙂'], 'one\\ntwo\\r\\n\\v\\f\\b\t\u2028 é 🙂'],
  ])('holds %j', (values, line) => {
    expect(toCopyLine(values)).toBe(line)
    expect(fromCopyLine(line)).toEqual(values)
  })
})
