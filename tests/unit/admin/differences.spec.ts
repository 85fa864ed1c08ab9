import type { FlattenedField } from 'payload'
import { describe, expect, it } from 'vitest'

import { differencesOf, relationsOf } from '../../../src/admin/PublicationPanel/differences.ts'
import { richText } from '../../helpers/content.ts'

const agencies = { name: 'agencies', type: 'relationship', relationTo: 'agencies', hasMany: true }
const list = [{ name: 'text', type: 'textarea' }, { name: 'dueBy', type: 'date' }, agencies]

const fields = [
  { name: 'name', label: 'Name', type: 'text' },
  { name: 'kind', label: { en: 'Kind' }, type: 'select', options: [{ value: 'a', label: 'An A' }] },
  { name: 'summary', label: 'Summary', type: 'richText' },
  { name: 'themes', label: 'Themes', type: 'relationship', relationTo: 'themes', hasMany: true },
  { name: 'file', label: 'File', type: 'upload', relationTo: 'files' },
  { name: 'publishedOn', label: 'Published on', type: 'date' },
  { name: 'recommendations', label: 'Recommendations', type: 'array', flattenedFields: list },
  {
    name: 'plan',
    label: 'Plan',
    type: 'group',
    flattenedFields: [{ name: 'status', type: 'text' }],
  },
  { name: 'updatedAt', type: 'date' },
] as unknown as FlattenedField[]

const telling = {
  names: new Map([
    ['themes:1', { name: 'neglect' }],
    ['files:2', { name: 'Report' }],
    ['agencies:3', { name: 'Police' }],
  ]),
  label: (label: unknown, fallback: string) =>
    typeof label === 'string' ? label : ((label as { en?: string })?.en ?? fallback),
}

const differences = (before: object, after: object) =>
  differencesOf(fields, before as never, after as never, telling).map(
    ({ after, before, label }) => `${label}: ${before} → ${after}`,
  )

describe('what a draft changes', () => {
  it.each([
    ['a name', { name: 'Alan' }, { name: 'Al' }, 'Name: Alan → Al'],
    ['a choice, by its label', {}, { kind: 'a' }, 'Kind:  → An A'],
    [
      'rich text, by its words',
      { summary: richText('One.', 'Two.') },
      { summary: richText('One.', 'Three.') },
      'Summary: One.\nTwo. → One.\nThree.',
    ],
    [
      'relations, by their titles',
      { themes: [1] },
      { themes: [1, 9] },
      'Themes: neglect → neglect, themes:9',
    ],
    ['a file', { file: 2 }, { file: null }, 'File: Report → '],
    ['a day', { publishedOn: '2023-03-20T12:00:00.000Z' }, {}, 'Published on: 20 March 2023 → '],
    [
      'a list',
      { recommendations: [] },
      { recommendations: [{ id: 'x', text: 'Do it.', dueBy: '2026-12-01', agencies: [3] }] },
      'Recommendations:  → Do it. · 1 December 2026 · Police',
    ],
    ['a group', { plan: { status: null } }, { plan: { status: 'done' } }, 'Plan:  → done'],
  ])('%s', (_, before, after, told) => {
    expect(differences(before, after)).toEqual([told])
  })

  it.each([
    ['nothing and an empty list', {}, { themes: [], recommendations: [] }],
    ['nothing and text without a word', {}, { summary: richText('') }],
    ['nothing and a group without values', {}, { plan: { status: null } }],
    ['when it was saved', { updatedAt: 'a' }, { updatedAt: 'b' }],
  ])('is not: %s', (_, before, after) => {
    expect(differences(before, after)).toEqual([])
  })

  it('names what is related at any depth', () => {
    const recommendations = fields.find(({ name }) => name === 'recommendations')
    expect(relationsOf(recommendations!, [{ agencies: [3, 4] }, {}])).toEqual([
      'agencies:3',
      'agencies:4',
    ])
  })
})
