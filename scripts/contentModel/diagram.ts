import { namedFields, type NamedField } from '../../src/graphql/fields.ts'
import { type Entity, fieldsOf } from './describe.ts'

/** What refers to what, as a mermaid diagram made from the relations and uploads of the config. */
export const diagram = (entities: Entity[]): string =>
  [
    '```mermaid',
    'erDiagram',
    ...entities.flatMap((entity) =>
      fieldsOf(entity).flatMap((field) => relations(nameOf(entity.slug), field)),
    ),
    '```',
  ].join('\n')

function relations(from: string, field: NamedField, within = ''): string[] {
  const path = within + field.name
  if (field.type === 'relationship' || field.type === 'upload') {
    const many = 'hasMany' in field && field.hasMany
    return [`  ${from} }o--${many ? 'o{' : 'o|'} ${nameOf(String(field.relationTo))} : "${path}"`]
  }
  return 'fields' in field
    ? namedFields(field.fields).flatMap((child) => relations(from, child, `${path}.`))
    : []
}

const nameOf = (slug: string): string => slug.replaceAll('-', '_').toUpperCase()
