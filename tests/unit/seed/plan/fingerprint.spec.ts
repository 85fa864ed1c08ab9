import { describe, expect, it } from 'vitest'

import { richText } from '../../../../seed/normalise/richText.ts'
import { comparable, fingerprint } from '../../../../seed/plan/fingerprint.ts'

const summary = (text: string) =>
  richText([{ kind: 'paragraph', inlines: [{ text }], line: 1 }], () => undefined)

const wanted = {
  name: 'Alan',
  summary: summary('One.'),
  themes: [1, 2],
  reportLink: null,
  actionPlan: {},
}

describe('the fingerprint of a document', () => {
  it.each([
    [
      'what the system stamps',
      { ...wanted, id: 7, slug: 'alan', updatedAt: '2026-01-01', publishedOn: 'x' },
    ],
    ['empty fields', { ...wanted, reviewer: null, recommendations: [], reportReason: '' }],
    ['the order of fields', Object.fromEntries(Object.entries(wanted).toReversed())],
    [
      'what the editor notes around text',
      {
        ...wanted,
        summary: JSON.parse(
          JSON.stringify(wanted.summary).replaceAll('"version":1', '"version":2'),
        ),
      },
    ],
  ])('does not heed %s', (_, stored) => {
    expect(comparable('review', stored)).toBe(comparable('review', wanted))
  })

  it.each([
    ['a word', { ...wanted, summary: summary('Two.') }],
    ['the order of themes', { ...wanted, themes: [2, 1] }],
    ['a field that an editor filled', { ...wanted, reviewer: 'A. Reviewer' }],
  ])('tells a change of %s', (_, stored) => {
    expect(fingerprint('review', stored)).not.toBe(fingerprint('review', wanted))
  })

  it('holds the hash of the attached file', () => {
    expect(fingerprint('review', wanted, 'abc')).toBe(`${fingerprint('review', wanted)}+abc`)
  })
})
