import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'

import { pictureFacts } from '../../../src/fileChecks/images.ts'
import { picturesOf } from '../../../src/fileChecks/pdf/facts.ts'
import { readObjects, streamBytes } from '../../../src/fileChecks/pdf/objects.ts'
import { readValue } from '../../../src/fileChecks/pdf/syntax.ts'
import { makeJpeg } from '../../helpers/fileCorpus/pictures.ts'

const read = (source: string) => readValue({ source, at: 0 })

describe('a value of a PDF', () => {
  test.each([
    ['12', 12],
    [' -.5 ', -0.5],
    ['true', true],
    ['null', null],
    ['/Name', { name: 'Name' }],
    ['/A#20B', { name: 'A B' }],
    ['12 0 R', { reference: 12 }],
    ['(a (nested) text)', { text: 'a (nested) text' }],
    [String.raw`(a\)b\\c\101\n)`, { text: 'a)b\\cA\n' }],
    ['(one \\\ntwo)', { text: 'one two' }],
    ['<414 2>', { text: 'AB' }],
    ['<FEFF0041>', { text: 'A' }],
    ['<FFFE4100>', { text: 'A' }],
    ['<EFBBBFC3A9>', { text: 'é' }],
    ['[1 0 R 2 [3]]', [{ reference: 1 }, 2, [3]]],
    ['% a remark\n7', 7],
  ])('%j is read', (source, expected) => {
    expect(read(source)).toEqual(expected)
  })

  it('is a dictionary with its entries', () => {
    expect(read('<< /A 1 /B << /C (x) >> >>')).toEqual(
      new Map<string, unknown>([
        ['A', 1],
        ['B', new Map([['C', { text: 'x' }]])],
      ]),
    )
  })

  it('is read to its end whatever stands there', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'<>[](){}/\\%#12 R\nfFA') }), (source) => {
        const cursor = { source, at: 0 }
        readValue(cursor)
        expect(cursor.at).toBeLessThanOrEqual(source.length + 2)
      }),
    )
    expect(read('['.repeat(100_000))).toBeDefined()
  })
})

describe('the objects of a PDF', () => {
  const objects = (source: string) => readObjects(Buffer.from(source, 'latin1'), 1000)
  const catalog = '1 0 obj << /Type /Catalog /Kid 2 0 R >> endobj\n'
  const image = '2 0 obj << /Subtype /Image /Length 3 >> stream\nabc\nendstream endobj\n'

  it('are the newest of each number, and those that the newest leads to', () => {
    const { byNumber, reachable } = objects(
      `${catalog}2 0 obj (old) endobj 3 0 obj (lost) endobj 2 0 obj (new) endobj trailer << /Root 1 0 R >>`,
    )
    expect(byNumber.get(2)?.value).toEqual({ text: 'new' })
    expect(reachable.map(({ number }) => number)).toEqual([1, 2])
  })

  it('have their streams, whatever length is stated', () => {
    for (const length of ['3', '999', '7 0 R', '-1']) {
      const found = objects(
        `1 0 obj << /Length ${length} >> stream\nabc\nendstream endobj 2 0 obj 5 endobj`,
      )
      const bytes = streamBytes(found, found.byNumber.get(1)!)
      expect(Buffer.from(bytes!).toString().trim()).toBe('abc')
      expect(found.byNumber.get(2)?.value).toBe(5)
    }
  })

  it('tell their pictures apart unless they are encrypted', () => {
    const trailer = (more: string) => `trailer << /Root 1 0 R ${more} >>`
    expect(picturesOf(objects(catalog + image + trailer(''))).size).toBe(1)
    expect(picturesOf(objects(catalog + image + trailer('/Encrypt << >>'))).size).toBe(0)
  })
})

describe('what a photograph tells', () => {
  const bytes = makeJpeg({ artist: 'A. Writer', hasLocation: true })

  it('is read', () => {
    expect(pictureFacts(bytes)).toEqual({
      hasLocation: true,
      properties: [{ name: 'Artist', value: 'A. Writer' }],
    })
  })

  it('is read as far as it goes', () => {
    for (let end = 0; end < bytes.length; end++) pictureFacts(bytes.subarray(0, end))
  })
})
