import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'

import {
  findNameParts,
  findPrivateNames,
  type PrivateName,
  spacedOut,
} from '../../../src/fileChecks/index.ts'

const found = (text: string, value: string, kind: PrivateName['kind'] = 'name') =>
  findPrivateNames(text, [{ kind, value }]).map(({ end, start }) => text.slice(start, end))

describe('a name', () => {
  test.each([
    ['Jonathan Smith', 'Jonathan Smith'],
    ['jonathan smith', 'jonathan smith'],
    ['JONATHAN SMITH', 'JONATHAN SMITH'],
    ['told Jonathan\r\nSmith so', 'Jonathan\r\nSmith'],
    ['told Jona-\nthan Smith', 'Jona-\nthan Smith'],
    ['told Jona\u00ADthan Smith', 'Jona\u00ADthan Smith'],
    ['by J. Smith', 'J. Smith'],
    ['by J Smith', 'J Smith'],
    ['by J.P. Smith', 'J.P. Smith'],
    ['by JP Smith', 'JP Smith'],
    ['Smith, Jonathan', 'Smith, Jonathan'],
    ['SMITH Jonathan', 'SMITH Jonathan'],
    ['Smith, J.', 'Smith, J'],
    ['Jonathan Paul Smith', 'Jonathan Paul Smith'],
    ['Jonathan Smith’s mother', 'Jonathan Smith’s'],
    ["Jonathan Smiths' mother", 'Jonathan Smiths'],
    ['Jónathan Smíth', 'Jónathan Smíth'],
    ['Jonahtan Smith', 'Jonahtan Smith'],
    ['Jonathon Smith', 'Jonathon Smith'],
    ['Jonatan Smith', 'Jonatan Smith'],
  ])('is found in %j', (text, expected) => {
    expect(found(text, 'Jonathan Smith')).toEqual([expected])
  })

  test.each([
    'Jonathan. Smith said',
    'Jonathan Jones and Mary Smith',
    'Dr Smith',
    'a smith and Jonathan',
    'K. Smith',
    'the Smithson family and Jonathan',
    'Jonathan and the Smith family',
  ])('is not found in %j', (text) => {
    expect(found(text, 'Jonathan Smith')).toEqual([])
  })

  test.each([
    ['Zoe OBrien', 'Zoë O’Brien'],
    ["Zoë O'Brien", 'Zoe OBrien'],
    ['Anna Smith-Jones', 'Anna Smith-Jones'],
    ['Anna Smith-\nJones', 'Anna Smith-Jones'],
    ['Anna Smith Jones', 'Anna Smith-Jones'],
    ['Ludwig van der Berg', 'Ludwig van der Berg'],
    ['L. van der Berg', 'Ludwig van der Berg'],
    ['Łukasz Kowalski', 'Lukasz Kowalski'],
  ])('%j tells of %j', (text, name) => {
    expect(found(text, name)).toEqual([text])
  })

  test.each([
    ['Will', 'He asked Will to stay', 1],
    ['Will', 'Will was five', 1],
    ['Will', 'Will’s mother', 1],
    ['Will', 'little Will, who', 1],
    ['Will', 'Will the board act?', 0],
    ['Will', 'they will act', 0],
    ['Will', 'WHAT WILL HAPPEN', 0],
    ['Will', 'How Services Will Change', 0],
    ['Will', 'the teacher told\nWill to stay', 1],
    ['Mark', 'Actions\nMark attendance every day', 0],
    ['Mark', 'Nobody was there when\nMark arrived', 1],
    ['Will', 'Questions\nWill the board act?', 0],
    ['Will', 'Questions\n\nWill they act?', 0],
    ['April', 'the report of\nApril 2019', 0],
    ['April', 'Timeline\nApril\nMay', 0],
    ['Hope', 'What helps\nHope\nTrust', 0],
    ['Rose', 'They met Rose at home', 1],
    ['Rose', 'the number rose', 0],
    ['Rose', 'Rose bushes', 0],
    ['April', 'They met April at home', 1],
    ['April', 'in April', 0],
    ['April', '3 April', 0],
    ['April', 'April 2019', 0],
    ['Jonathan', 'jonathan', 1],
    ['Max', 'up to max 5', 0],
    ['Max', 'They met Max there', 1],
    ['Parker', 'They met Parked cars', 0],
    ['Rose May', 'Rose May and her mother', 1],
    ['Rose May', 'prices rose may be', 0],
    ['Jonathan Will', 'Jonathan will come', 0],
  ])('%s in %j is counted as often as it is meant', (name, text, times) => {
    expect(found(text, name)).toHaveLength(times)
  })

  it('in a file name is found between capitals, dashes and digits', () => {
    for (const fileName of [
      'JonathanSmith.pdf',
      'report_jonathan-smith2.pdf',
      'J.Smith report.docx',
    ])
      expect(found(spacedOut(fileName), 'Jonathan Smith')).toHaveLength(1)
  })
})

describe('a part of a name', () => {
  const parts = (text: string, value = 'Jonathan Smith') =>
    findNameParts(text, [{ kind: 'name', value }]).map(({ end, start }) => text.slice(start, end))

  test.each([
    ['The school saw Jonathan on Monday', ['Jonathan']],
    ['Jonathan’s teacher', ['Jonathan’s']],
    ['the Smith family and Mrs Smith', ['Smith', 'Smith']],
    ['Jonathan Smith and, later, Jonathan', ['Jonathan']],
    ['Jonathan Jones', []],
    ['a smith named jonathan', []],
    ['Jonathon alone', []],
  ])('in %j is %j', (text, expected) => {
    expect(parts(text)).toEqual(expected)
  })

  it('that is a word of English besides must be written as a name', () => {
    expect(parts('Will the board act? They met Will there.', 'Will Kowalski')).toEqual(['Will'])
  })

  it('is none where the name has one part only, and none of an address', () => {
    expect(parts('They met Jonathan', 'Jonathan')).toEqual([])
    expect(findNameParts('Acacia', [{ kind: 'address', value: '12 Acacia Avenue' }])).toEqual([])
  })
})

describe('an address', () => {
  const address = 'Flat 3, 12 Acacia Avenue, Townsville, AB1 2CD'

  test.each([
    'at 12 Acacia Avenue',
    'at 12, Acacia Ave.',
    '12 acacia\navenue',
    '12 Accacia Avenue',
    'near AB1 2CD',
    'near ab12cd',
  ])('is found in %j', (text) => {
    expect(found(text, address, 'address')).toHaveLength(1)
  })

  test.each(['112 Acacia Avenue', '12 Acacia Road', 'Acacia trees', 'AB1 2CE', 'Flat 3'])(
    'is not found in %j',
    (text) => {
      expect(found(text, address, 'address')).toEqual([])
    },
  )

  it('without a number is found by its first two lines', () => {
    expect(found('at Rose Cottage, Mill Lane', 'Rose Cottage, Mill Lane', 'address')).toHaveLength(
      1,
    )
    expect(found('a rose, a cottage', 'Rose Cottage, Mill Lane', 'address')).toEqual([])
  })
})

describe('a date of birth', () => {
  test.each([
    '03/04/2015',
    '3/4/15',
    '3.4.2015',
    '03-04-2015',
    '2015-04-03',
    '3 April 2015',
    '3rd April 2015',
    '3rd of April, 2015',
    'April 3rd, 2015',
    '3 Apr 2015',
    '3-Apr-15',
    '03042015',
    '20150403',
  ])('is found as %j, whichever way it was noted', (text) => {
    for (const noted of ['2015-04-03', '3 April 2015', '03/04/2015'])
      expect(found(`born ${text}, she said`, noted, 'dateOfBirth')).toEqual([text])
  })

  test.each(['04/03/2015', '13/04/2015', 'April 2015', '3 April 2016', '103/04/2015', '3 April'])(
    'is not found in %j',
    (text) => {
      expect(found(text, '2015-04-03', 'dateOfBirth')).toEqual([])
    },
  )
})

describe('whatever a text says', () => {
  const letters = 'abcdefghijklmnopqrstuvwxyz'
  const part = fc
    .string({ unit: fc.constantFrom(...letters), minLength: 6, maxLength: 12 })
    .map((word) => word[0]!.toUpperCase() + word.slice(1))
  const name = fc.tuple(part, part).map((parts) => parts.join(' '))

  it('a name in it is found, with its place, in any case, over lines and with accents', () => {
    const ways: ((name: string) => string)[] = [
      (name) => name,
      (name) => name.toUpperCase(),
      (name) => name.toLowerCase(),
      (name) => name.replace(' ', '\r\n'),
      (name) => `${name}’s`,
      (name) => name.replace(/[aeiou]/g, '$&\u0301').normalize('NFC'),
      (name) => name.replace(/(.{4})/, '$1-\n'),
    ]
    fc.assert(
      fc.property(
        fc.string(),
        name,
        fc.string(),
        fc.constantFrom(...ways),
        (before, name, after, way) => {
          const written = way(name)
          const start = before.length + 2
          const matches = findPrivateNames(`${before}. ${written} . ${after}`, [
            { kind: 'name', value: name },
          ])
          expect(matches).toContainEqual({
            kind: 'name',
            index: 0,
            start,
            end: start + written.length,
          })
        },
      ),
    )
  })

  it('a name with one letter wrong is found beside one that is right', () => {
    fc.assert(
      fc.property(part, part, fc.nat(), fc.constantFrom(...letters), (given, last, at, letter) => {
        const wrong = 1 + (at % (last.length - 1))
        const misspelt = last.slice(0, wrong) + letter + last.slice(wrong + 1)
        fc.pre(!/(?:ed|ing|ly|ers|est|ment|tion)$/.test(misspelt))
        expect(found(`${given} ${misspelt}`, `${given} ${last}`)).toHaveLength(1)
      }),
    )
  })

  it('each match lies inside of it, once for each place', () => {
    const kinds = fc.constantFrom('name' as const, 'address' as const, 'dateOfBirth' as const)
    const anything = fc.oneof(fc.string({ unit: 'grapheme' }), name, fc.lorem())
    fc.assert(
      fc.property(
        fc.array(anything).map((texts) => texts.join(' ')),
        fc.array(fc.record({ kind: kinds, value: anything }), { maxLength: 5 }),
        (text, names) => {
          const matches = findPrivateNames(text, names)
          for (const { end, index, start } of matches) {
            expect(start).toBeGreaterThanOrEqual(0)
            expect(end).toBeGreaterThan(start)
            expect(end).toBeLessThanOrEqual(text.length)
            expect(index).toBeLessThan(names.length)
          }
          const places = matches.map(({ index, start }) => `${index} ${start}`)
          expect(new Set(places).size).toBe(places.length)
        },
      ),
    )
  })

  it('a day is found however it is written', () => {
    const two = (value: number) => String(value).padStart(2, '0')
    const day = fc.record({
      year: fc.integer({ min: 2000, max: 2030 }),
      month: fc.integer({ min: 1, max: 12 }),
      day: fc.integer({ min: 1, max: 28 }),
    })
    fc.assert(
      fc.property(day, ({ day, month, year }) => {
        const date = new Date(Date.UTC(year, month - 1, day))
        const inWords = date.toLocaleDateString('en-GB', {
          dateStyle: 'long',
          timeZone: 'UTC',
        })
        for (const text of [
          `${two(day)}/${two(month)}/${year}`,
          `${day}.${month}.${year}`,
          inWords,
        ])
          expect(found(text, `${year}-${two(month)}-${two(day)}`, 'dateOfBirth')).toEqual([text])
      }),
    )
  })
})
