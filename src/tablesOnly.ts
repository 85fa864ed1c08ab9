import type { CollectionConfig, Field, GlobalConfig } from 'payload'

/** What `enabled: false` leaves: tables and access rules, without hooks and without parts in the admin. */
export const tablesOnly = <Entity extends CollectionConfig | GlobalConfig>(
  entity: Entity,
): Entity => ({
  ...entity,
  admin: { ...entity.admin, hidden: true },
  endpoints: [],
  fields: columnsOnly(entity.fields),
  hooks: {},
})

export const columnsOnly = (fields: Field[]): Field[] =>
  fields.filter(({ type }) => type !== 'ui').map(columnOnly)

const columnOnly = (field: Field): Field =>
  ({
    ...field,
    admin: { ...field.admin, components: undefined },
    hooks: undefined,
    ...('fields' in field && { fields: columnsOnly(field.fields) }),
    ...('tabs' in field && {
      tabs: field.tabs.map((tab) => ({ ...tab, fields: columnsOnly(tab.fields) })),
    }),
  }) as Field
