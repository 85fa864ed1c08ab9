import { describe, expect, it, test } from 'vitest'

import {
  compoundFile,
  downloadNameOf,
  fileViolations,
  typeOfCompoundFile,
} from '../../../../hooks/rules/files.ts'
import { messages, sentence } from '../../../../hooks/rules/messages.ts'
import { idOf, isEmpty, isPublic, nameOf } from '../../../../hooks/rules/publication.ts'
import {
  changedReferences,
  idsAmong,
  richTextReferences,
} from '../../../../hooks/rules/references.ts'
import { slugCandidates, slugFrom } from '../../../../hooks/rules/slugs.ts'
import { supersedesViolations } from '../../../../hooks/rules/supersedes.ts'
import { picture, richText } from '../../../helpers/content.ts'

describe('a slug', () => {
  test.each([
    ['Alan', 'alan'],
    ['Bella and Ben', 'bella-and-ben'],
    ['Carl & Max', 'carl-and-max'],
    ['‘Emily’ & ‘Jack’', 'emily-and-jack'],
    ['Child “Joe”', 'child-joe'],
    ['Child X1/X2', 'child-x1-x2'],
    ['Family A – a review', 'family-a-a-review'],
    ['  Mr  D  ', 'mr-d'],
    ['Siân’s story', 'sians-story'],
    ['“”', ''],
  ])('of %s is “%s”', (name, slug) => {
    expect(slugFrom(name)).toBe(slug)
  })

  it('is tried with the year, then with numbers', () => {
    const candidates = slugCandidates('alan', '2023')
    expect([1, 2, 3, 4].map(() => candidates.next().value)).toEqual([
      'alan',
      'alan-2023',
      'alan-2023-2',
      'alan-2023-3',
    ])
  })
})

describe('a file', () => {
  const maxBytes = 5 * 1024 * 1024
  test.each([
    ['application/pdf', 10, undefined],
    ['image/webp', maxBytes, undefined],
    ['application/vnd.oasis.opendocument.text', 10, undefined],
    ['application/pdf', maxBytes + 1, 'FILE_TOO_LARGE'],
    ['application/x-msdownload', 10, 'FILE_TYPE_REFUSED'],
    ['image/svg+xml', 10, 'FILE_TYPE_REFUSED'],
    ['application/zip', 10, 'FILE_TYPE_REFUSED'],
    [compoundFile, 10, 'FILE_TYPE_REFUSED'],
    [undefined, 10, 'FILE_TYPE_REFUSED'],
  ])('of type %s with %i bytes: %s', (mime, bytes, code) => {
    expect(fileViolations({ mime, bytes, maxBytes })[0]?.code).toBe(code)
  })

  it('in the older Word format is told from other compound files by its stream', () => {
    const stream = (name: string) => Buffer.from(name, 'utf16le')
    expect(typeOfCompoundFile(stream('WordDocument'))?.ext).toBe('doc')
    expect(typeOfCompoundFile(stream('Workbook'))).toBeUndefined()
  })

  test.each([
    ['Report.pdf', 'pdf', 'Report.pdf'],
    ['C:\\Users\\me\\Report on Alan.PDF', 'pdf', 'Report on Alan.pdf'],
    ['../../etc/passwd', 'pdf', 'passwd.pdf'],
    ['Adroddiad Siân.docx', 'pdf', 'Adroddiad Siân.pdf'],
    ['a"b\r\nX: y.pdf', 'pdf', 'abX y.pdf'],
    ['.pdf', 'pdf', 'document.pdf'],
    ['', 'png', 'document.png'],
    ['no ending', 'png', 'no ending.png'],
  ])('named %j is saved as a %s under %j', (name, ending, saved) => {
    expect(downloadNameOf(name, ending)).toBe(saved)
  })
})

describe('references', () => {
  test.each([
    ['a first change', [], ['files:1'], ['files:1'], []],
    ['nothing new', [['files:1']], ['files:1'], [], []],
    ['one for another', [['files:1']], ['files:2'], ['files:2'], ['files:1']],
    ['a change inside the one that brought it', [[], ['files:1']], ['files:1'], ['files:1'], []],
    ['a change inside the one that took it', [['files:1'], []], [], [], ['files:1']],
  ])('that changed: %s', (_, before, after, appeared, gone) => {
    expect(changedReferences(before, after)).toEqual({ appeared, gone })
  })

  it('are found in rich text, however deep', () => {
    const link = {
      type: 'link',
      children: [],
      fields: { linkType: 'internal', doc: { relationTo: 'reviews', value: { id: 3 } } },
    }
    const text = richText('Before', picture(7), {
      type: 'list',
      children: [{ type: 'listitem', children: [link, picture('abc', 'media')] }],
    })
    expect(richTextReferences(text).sort()).toEqual(['files:7', 'media:abc', 'reviews:3'])
  })

  test.each([null, undefined, '', 5, [], {}, richText('Nothing')])('are none in %j', (value) => {
    expect(richTextReferences(value)).toEqual([])
  })

  it('are told apart by their collection', () => {
    expect(idsAmong(['files:1', 'files:22', 'filesystem:3', 'themes:1'], 'files')).toEqual([
      '1',
      '22',
    ])
  })
})

describe('a reader sees nothing in', () => {
  test.each([null, undefined, '', '  \n', [], richText(), richText(''), richText(' ', '  ')])(
    '%j',
    (value) => {
      expect(isEmpty(value)).toBe(true)
    },
  )
})

describe('a reader sees something in', () => {
  test.each(['a', 0, false, 7, ['a'], richText('', 'x'), richText(picture(1)), { id: 1 }])(
    '%j',
    (value) => {
      expect(isEmpty(value)).toBe(false)
    },
  )
})

test.each([
  [{ _status: 'published' as const }, true],
  [{ _status: 'published' as const, deletedAt: '2026-01-01' }, false],
  [{ _status: 'draft' as const }, false],
  [{}, false],
  [undefined, false],
])('public: %j is %s', (row, expected) => {
  expect(isPublic(row)).toBe(expected)
})

test.each([
  [5, 5],
  ['5', '5'],
  [{ id: 5 }, 5],
  [{ id: { id: 5 } }, 5],
  [null, undefined],
  [{}, undefined],
])('the id of %j is %s', (value, id) => {
  expect(idOf(value)).toBe(id)
})

test.each([
  [{ name: 'Alan' }, 'Alan'],
  [{ title: 'Leaflet' }, 'Leaflet'],
  [{ name: '', id: 4 }, '4'],
  [{}, ''],
])('the name of %j is “%s”', (row, name) => {
  expect(nameOf(row)).toBe(name)
})

test('a circle of superseded documents is shown as one', () => {
  expect(supersedesViolations(['A', 'B'], false)).toEqual([])
  const [violation] = supersedesViolations(['A', 'B'], true)
  expect(violation).toMatchObject({ path: 'supersedes', code: 'SUPERSEDES_ITSELF' })
  expect(violation?.message).toContain('A → B → A')
})

test('every sentence can be said, with nothing left to fill in', () => {
  for (const code of Object.keys(messages) as (keyof typeof messages)[]) {
    const names = [...messages[code].matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => [name!, 'X'])
    expect(sentence(code, Object.fromEntries(names))).not.toMatch(/[{}]/)
  }
})
