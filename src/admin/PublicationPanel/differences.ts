import type { FlattenedField } from 'payload'

import { canonicalJSON } from '../../../hooks/rules/canonicalJSON.ts'
import { stamps } from '../../../hooks/rules/publicForm.ts'
import { formatPartialDate } from '../../../hooks/rules/partialDates.ts'
import { isEmpty } from '../../../hooks/rules/publication.ts'
import { type Reference, reference } from '../../../hooks/rules/references.ts'
import { textOf } from '../../../hooks/rules/richText.ts'
import type { Label } from '../labels.ts'
import type { Named } from '../readNames.ts'

/** One field that a draft changes, in words. */
export interface Difference {
  path: string
  label: string
  /** What readers get now; empty for nothing. */
  before: string
  /** What they would get. */
  after: string
}

/** How relations and lists are told. */
interface Telling {
  /** How documents are called. */
  names: Map<Reference, Pick<Named, 'name'>>
  /** The label of a field or an option in the language of the reader. */
  label: Label
}

type Values = Record<string, unknown>

/** What no draft changes of what readers get. */
const unchanged = [...stamps, 'id', '_status']

/** The fields in which two forms of one document differ, in the order of the form. */
export function changedFields(fields: FlattenedField[], before: Values, after: Values) {
  return fields.filter(({ name, type }) => {
    if (unchanged.includes(name) || type === 'join' || isVirtual(name, fields)) return false
    return told(before[name]) !== told(after[name])
  })
}

const isVirtual = (name: string, fields: FlattenedField[]): boolean =>
  fields.some((field) => field.name === name && 'virtual' in field && Boolean(field.virtual))

const told = (value: unknown): string => (hasSomething(value) ? canonicalJSON({ value }) : '')

/** False for a group or a list in which nothing is given. */
function hasSomething(value: unknown): boolean {
  if (isEmpty(value)) return false
  if (typeof value !== 'object' || value === null || Array.isArray(value) || 'root' in value)
    return true
  return Object.values(value).some(hasSomething)
}

/** The same in words. */
export const differencesOf = (
  fields: FlattenedField[],
  before: Values,
  after: Values,
  telling: Telling,
): Difference[] =>
  changedFields(fields, before, after).map((field) => ({
    path: field.name,
    label: telling.label('label' in field ? field.label : undefined, field.name),
    before: inWords(field, before[field.name], telling),
    after: inWords(field, after[field.name], telling),
  }))

/** The references of what a value relates to, so that their titles can be read. */
export function relationsOf(field: FlattenedField, value: unknown): string[] {
  if (field.type === 'relationship' || field.type === 'upload')
    return listOf(value).map((entry) =>
      typeof field.relationTo === 'string'
        ? reference(field.relationTo, entry as number)
        : reference((entry as Related).relationTo, (entry as Related).value),
    )
  if (!('flattenedFields' in field) || !field.flattenedFields) return []
  return listOf(value).flatMap((row) =>
    field.flattenedFields.flatMap((inner) => relationsOf(inner, (row as Values)[inner.name])),
  )
}

interface Related {
  relationTo: string
  value: number
}

const listOf = (value: unknown): unknown[] =>
  value === null || value === undefined ? [] : Array.isArray(value) ? value : [value]

function inWords(field: FlattenedField, value: unknown, telling: Telling): string {
  if (!hasSomething(value)) return ''
  switch (field.type) {
    case 'date':
      return formatPartialDate(String(value))
    case 'checkbox':
      return value ? '✓' : '✗'
    case 'select':
    case 'radio':
      return listOf(value)
        .map((chosen) => optionLabel(field.options, chosen, telling))
        .join(', ')
    case 'relationship':
    case 'upload':
      return relationsOf(field, value)
        .map((related) => telling.names.get(related)?.name ?? related)
        .join(', ')
    case 'richText':
      return textOf(value)
    case 'array':
    case 'group':
      return listOf(value)
        .map((row) => rowInWords(field.flattenedFields, row as Values, telling))
        .join('\n')
    default:
      return listOf(value)
        .map((entry) => (typeof entry === 'object' ? JSON.stringify(entry) : String(entry)))
        .join(', ')
  }
}

const rowInWords = (fields: FlattenedField[], row: Values, telling: Telling): string =>
  fields
    .filter(({ name }) => name !== 'id')
    .map((field) => inWords(field, row[field.name], telling))
    .filter(Boolean)
    .join(' · ')

function optionLabel(
  options: readonly (string | { label: unknown; value: string })[],
  chosen: unknown,
  { label }: Telling,
): string {
  const option = options.find((one) => typeof one !== 'string' && one.value === chosen)
  return option && typeof option !== 'string' ? label(option.label, String(chosen)) : String(chosen)
}
