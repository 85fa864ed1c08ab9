import type { Field } from 'payload'
import { expect, test } from 'vitest'

import { content } from '../../collections/index.ts'
import { settingsFrom } from '../../src/options/index.ts'

const { collections, globals } = content(settingsFrom({}))

/** Every field that holds data, with its path. */
const named = (fields: Field[], path: string): [string, Extract<Field, { name: string }>][] =>
  fields.flatMap((field): [string, Extract<Field, { name: string }>][] => {
    if (field.type === 'tabs') return field.tabs.flatMap((tab) => named(tab.fields, path))
    if (field.type === 'ui') return []
    const own = 'name' in field && field.name ? `${path}.${field.name}` : path
    const inner = 'fields' in field ? named(field.fields, own) : []
    return own === path ? inner : [[own, field as Extract<Field, { name: string }>], ...inner]
  })

const fields = [...collections, ...globals].flatMap(({ fields: own, slug }) => named(own, slug))

test('every field says what it is for', () => {
  const silent = fields.filter(([, { admin }]) => !(admin as { description?: string })?.description)
  expect(silent.map(([path]) => path)).toEqual([])
})

test('every field that an editor sees has a label', () => {
  const bare = fields.filter(
    ([, { admin, label }]) => !label && !(admin as { hidden?: boolean })?.hidden,
  )
  expect(bare.map(([path]) => path)).toEqual([])
})
