import type { CollectionConfig, Field, GlobalConfig } from 'payload'

import { describedBy, type NamedField, namedFields } from '../../src/graphql/fields.ts'
import { neededBy } from './neededBy.ts'

export type Entity = CollectionConfig | GlobalConfig

/** The fields that hold data or show what other documents hold. */
export const fieldsOf = ({ fields }: Entity): NamedField[] =>
  namedFields(fields).filter(({ type }) => type !== 'ui')

/** The section of one collection or the global: what it is, and a table of its fields. */
export function describeEntity(entity: Entity): string {
  const rules = neededBy[entity.slug] ?? {}
  const names = new Set(fieldsOf(entity).map(({ name }) => name))
  const stranger = Object.keys(rules).find((name) => !names.has(name))
  if (stranger) throw new Error(`neededBy.ts names ${entity.slug}.${stranger}, which is not there.`)
  return [
    `## ${titleOf(entity)}`,
    '',
    `\`${entity.slug}\`. ${describedBy(entity) ?? ''}`,
    '',
    '| Field | Kind | What it is for | Which rule needs it |',
    '| --- | --- | --- | --- |',
    ...fieldsOf(entity).flatMap((field) => rowsOf(field, rules)),
  ].join('\n')
}

const titleOf = (entity: Entity): string =>
  String('labels' in entity ? entity.labels?.plural : (entity as GlobalConfig).label)

function rowsOf(field: NamedField, rules: (typeof neededBy)[string], within = ''): string[] {
  const path = within + field.name
  const needed = within ? [] : (rules[field.name] ?? [])
  const row = [
    `\`${path}\``,
    kindOf(field),
    describedBy(field) ?? '',
    needed.map(({ demands, file }) => `[${demands}](../${file})`).join('; '),
  ]
  const inner = 'fields' in field ? namedFields(field.fields) : []
  return [
    `| ${row.map(cell).join(' | ')} |`,
    ...inner.flatMap((child) => rowsOf(child, rules, `${path}.`)),
  ]
}

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ')

const kinds: Partial<Record<Field['type'], string>> = {
  array: 'rows',
  checkbox: 'yes or no',
  group: 'group',
  join: 'list',
  relationship: 'reference',
  richText: 'formatted text',
  select: 'choice',
  text: 'text',
  textarea: 'text',
  upload: 'file',
}

function kindOf(field: NamedField): string {
  if (field.type === 'date') return field.custom?.calendarDate ? 'day' : 'moment'
  if (field.type === 'select')
    return `choice: ${field.options.map((option) => `\`${typeof option === 'string' ? option : option.value}\``).join(', ')}`
  const kind = kinds[field.type] ?? field.type
  return 'relationTo' in field ? `${kind} to \`${String(field.relationTo)}\`` : kind
}
