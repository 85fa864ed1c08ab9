import { describe, expect, it, test } from 'vitest'

import { canonical, publicForm, readKeys, verifyCertificate } from '../../../bin/verify.mjs'
import { canonicalJSON } from '../../../hooks/rules/canonicalJSON.ts'
import type { EventContent } from '../../../hooks/rules/events.ts'
import { canonicalPublicForm } from '../../../hooks/rules/publicForm.ts'
import { type CertificateContent } from '../../../src/evidence/certificate.ts'
import {
  checked,
  contentOf,
  corrected,
  elsewhere,
  linksOf,
  logOf,
  makeKey,
  ofAll,
  published,
  reinstated,
  sign,
  withdrawal,
} from '../../helpers/certificates.ts'
import { tamperedWith } from '../../helpers/tampering.ts'

interface Line {
  holds?: boolean
  text: string
}

const key = makeKey()
const keys = readKeys(key.document)
const linesOf = (certificate: object, more: object = {}): Line[] =>
  verifyCertificate(certificate, { keys, ...more })
const faultsOf = (certificate: object, more?: object) =>
  linesOf(certificate, more)
    .filter(({ holds }) => holds === false)
    .map(({ text }) => text)

const log = logOf([
  ofAll,
  elsewhere,
  published,
  checked,
  elsewhere,
  ofAll,
  corrected,
  checked,
  ofAll,
])
const content = contentOf(log)
const certificate = sign(content, key)

describe('a certificate', () => {
  it('holds', () => {
    expect(linesOf(certificate).filter(({ holds }) => !holds)).toEqual([])
  })

  it('holds as JSON, whatever the order of its members', () => {
    const turned = Object.fromEntries(Object.entries(certificate).toReversed())
    expect(faultsOf(JSON.parse(JSON.stringify(turned, null, 2)))).toEqual([])
  })

  it('does not hold without the publisher’s keys, nor with those of another', () => {
    expect(faultsOf(certificate, { keys: [] })).toEqual([expect.stringContaining('--key')])
    expect(faultsOf(certificate, { keys: readKeys(makeKey().document) })).toHaveLength(1)
    expect(faultsOf(sign(content, makeKey()))).toHaveLength(1)
  })

  it('holds with a key as PEM', () => {
    const { publicKey } = JSON.parse(key.document).keys[0]
    expect(faultsOf(certificate, { keys: readKeys(publicKey) })).toEqual([])
  })

  it.each([
    ['before its time', { from: '2026-02-01T00:00:00.000Z' }],
    ['after its time', { until: '2026-01-20T00:00:00.000Z' }],
  ])('does not hold when its key signed %s', (_, period) => {
    expect(faultsOf(certificate, { keys: [{ ...keys[0], ...period }] })).toHaveLength(1)
  })

  const everything = [...tamperedWith(certificate)]

  it('is altered in every place', () => {
    expect(everything.length).toBeGreaterThan(200)
    expect(everything.map(({ name }) => name)).toContain('events.0.content.files.0 sha256 changed')
  })

  test.each(everything)('does not hold: $name', ({ value }) => {
    expect(faultsOf(value)).not.toEqual([])
  })
})

describe('who has the key and alters it', () => {
  const heads = [sign({ ...content, madeAt: '2026-01-27T10:00:00.000Z' }, key)]
  const parts = ['events', 'links', 'head', 'checks', 'files'] as const

  const alterations = parts
    .flatMap((part) =>
      [...tamperedWith(content[part] as object)].map(({ name, value }) => ({
        name: `${part} ${name}`,
        altered: { ...content, [part]: value } as CertificateContent,
      })),
    )
    // Where a file can be got is only said, with the signature.
    .filter(({ name }) => !/^files \d.*address/.test(name))

  test.each(alterations)('is found out: $name', ({ altered }) => {
    expect(faultsOf(sign(altered, key), { heads })).not.toEqual([])
  })

  test.each(['state', 'protectedUntil', 'publicForm', 'reference', 'firstPublishedAt'])(
    'is found out: publication %s',
    (field) => {
      const altered = structuredClone(content)
      Object.assign(altered.publication, { [field]: '2028-01-01' })
      expect(faultsOf(sign(altered, key), { heads })).not.toEqual([])
    },
  )

  it('is found out by a kept head when the whole log is formed anew', () => {
    const another = logOf(log.map(({ body }) => ({ ...JSON.parse(body), actor: 'users:9' })))
    const forged = contentOf(another)
    expect(faultsOf(sign(forged, key))).toEqual([])
    expect(faultsOf(sign(forged, key), { heads })).toEqual([expect.stringContaining('link 9')])
  })

  it('is found out by a kept head when the end of the log is cut off', () => {
    const cut = contentOf(log.slice(0, 7))
    expect(faultsOf(sign(cut, key))).toEqual([])
    expect(faultsOf(sign(cut, key), { heads })).toHaveLength(1)
  })

  it('is not found out by heads from before or after', () => {
    const later = {
      ...content,
      head: { ...content.head, sequence: 20 },
      madeAt: '2026-02-01T00:00:00.000Z',
    }
    expect(faultsOf(certificate, { heads: [sign(later, key)] })).toEqual([])
    const earlier = { ...content, head: { ...log[0]!, sequence: 1 } }
    expect(faultsOf(certificate, { heads: [sign(earlier, key)] })).toEqual([])
  })
})

describe('the promise', () => {
  const faults = (events: EventContent[], publication?: object) =>
    faultsOf(sign(contentOf(logOf(events), publication), key))
  const withdrawn = {
    state: 'withdrawn',
    name: undefined,
    withdrawal: { notice: 'Withdrawn.', withdrawnAt: '' },
  }
  const unpublished = { state: 'unpublished', name: undefined }
  const taken: EventContent = { kind: 'unpublished', publication: 'reviews:12', actor: 'users:3' }

  it.each([
    ['withdrawn by two people', [published, ...withdrawal('users:4')], withdrawn],
    ['withdrawn and reinstated', [published, ...withdrawal('users:4'), reinstated], {}],
    [
      'unpublished after its period',
      [{ ...published, protectedUntil: '2026-01-01' }, taken],
      { ...unpublished, protectedUntil: '2026-01-01' },
    ],
    ['published again', [{ ...published, protectedUntil: '2026-01-01' }, taken, published], {}],
  ] as [string, EventContent[], object][])('is kept: %s', (_, events, state) => {
    expect(faults(events, state)).toEqual([])
  })

  it.each([
    ['unpublished before its time', [published, taken], unpublished],
    ['deleted before its time', [published, { ...taken, kind: 'deleted' }], unpublished],
    ['withdrawn by one', [published, ...withdrawal('users:3')], withdrawn],
    ['withdrawn without anybody', [published, withdrawal('users:4')[2]!], withdrawn],
    ['withdrawn, and said to be public', [published, ...withdrawal('users:4')], {}],
    ['withdrawn without a notice', [published, ...withdrawal('users:4')], { state: 'withdrawn' }],
    ['published twice', [published, published], {}],
    ['reinstated without a withdrawal', [published, reinstated], {}],
    [
      'shortened',
      [published, { ...corrected, protectedUntil: '2026-06-01' }],
      { protectedUntil: '2026-06-01' },
    ],
    ['corrected while withdrawn', [published, ...withdrawal('users:4'), corrected, reinstated], {}],
  ] as [string, EventContent[], object][])('is not kept: %s', (_, events, state) => {
    expect(faults(events, state)).not.toEqual([])
  })

  /** With what some of its events say left out. */
  const hiding = (events: EventContent[], ...hidden: number[]) => {
    const stored = logOf(events)
    const whole = contentOf(stored)
    const told = whole.events.map((event, index) => {
      const { content: _content, ...link } = event
      return hidden.includes(index) ? { ...link, contentHash: stored[index]!.content } : event
    })
    return sign({ ...whole, events: told }, key)
  }
  const [asked] = withdrawal('users:4') as [EventContent]

  it('is kept while a withdrawal that is asked for is not told yet', () => {
    const lines = linesOf(hiding([published, asked], 1))
    expect(lines.filter(({ holds }) => holds === false)).toEqual([])
    expect(lines).toContainEqual({ text: 'What 1 of its events say is not told now.' })
  })

  it.each([
    ['who asked', [1]],
    ['that it was withdrawn', [3]],
    ['the whole withdrawal', [1, 2, 3, 4]],
  ])('is not shown to be kept when it is not told %s', (_, hidden) => {
    const events = [published, ...withdrawal('users:4'), reinstated]
    expect(faultsOf(hiding(events, ...hidden))).not.toEqual([])
  })

  it('is shown from the beginning of the log where it does not know the first publication', () => {
    const older = logOf([ofAll, elsewhere, checked, corrected])
    const short = contentOf(older)
    expect(faultsOf(sign(short, key))).not.toEqual([])
    const whole = { ...short, links: contentOf(older).links.concat(linksOf(older.slice(0, 2))) }
    expect(faultsOf(sign(whole, key))).toEqual([])
  })
})

describe('the canonical forms are those of the app', () => {
  it.each([
    [{ b: 1, a: [null, true, { z: '', é: 'ü', ' ': '€' }], 'a\n': 1e21, c: -0, d: 0.000001 }],
    [{ '\u20ac': 1, '\r': 2, '\ufb33': 3, '1': 4, '\ud83d\ude00': 5, '\u0080': 6, ö: 7 }],
    [{ text: 'a "quoted" \\ \u0000 \ud800', none: undefined }],
  ])('%j', (value) => {
    expect(canonical(value)).toBe(canonicalJSON(value))
  })

  it('of what readers get', () => {
    const document = { updatedAt: 'x', id: 1, empty: [], none: null, deep: { a: [{}, { b: 1 }] } }
    expect(canonical(publicForm({ ...document, updatedAt: null }))).toBe(
      canonicalPublicForm(document),
    )
  })
})
