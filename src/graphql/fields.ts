import type { Field } from 'payload'

/** A field that holds data under a name. */
export type NamedField = Extract<Field, { name: string }>

/** The fields that hold data, whatever tabs and rows they stand in. */
export function namedFields(fields: Field[]): NamedField[] {
  return fields.flatMap((field): NamedField[] => {
    if (field.type === 'tabs')
      return field.tabs.flatMap((tab) => ('name' in tab ? [] : namedFields(tab.fields)))
    if ('name' in field && field.name) return [field as NamedField]
    return 'fields' in field ? namedFields(field.fields) : []
  })
}

/** The field at a path as filters write it: `publishedBy__body`. */
export function atPath(fields: Field[], path: string): NamedField | undefined {
  const [first, ...rest] = path.split('__')
  const field = namedFields(fields).find(({ name }) => name === first)
  if (rest.length === 0 || !field) return field
  return 'fields' in field ? atPath(field.fields, rest.join('__')) : undefined
}

/** The description that a field, a collection or a global has in the admin. */
export function describedBy(
  described: { admin?: { description?: unknown } } | NamedField | undefined,
): string | undefined {
  const admin = described?.admin as { description?: unknown } | undefined
  return typeof admin?.description === 'string' ? admin.description : undefined
}
