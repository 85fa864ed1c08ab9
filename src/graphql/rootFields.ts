import type { GraphQLFieldConfigMap } from 'graphql'
import type { CollectionConfig, GlobalConfig } from 'payload'

/** What Payload has built when a config adds its own queries: the root fields are still open. */
export interface SchemaInTheMaking {
  Query: { fields: GraphQLFieldConfigMap<unknown, unknown> }
  Mutation: { fields: GraphQLFieldConfigMap<unknown, unknown> }
}

/** The names that an entity has in the schema: of the global, or of the document and the list. */
export function namesOf({ graphQL }: CollectionConfig | GlobalConfig): string[] {
  const { name, pluralName, singularName } = graphQL as {
    name?: string
    pluralName?: string
    singularName?: string
  }
  return [name, singularName, pluralName].filter((part) => part !== undefined)
}

/** The queries with which anybody reads an entity. */
export const readerQueries = (entity: CollectionConfig | GlobalConfig): string[] => {
  const names = namesOf(entity)
  return names.length > 1 ? [...names, `count${names[1]}`] : names
}

/** Every query and mutation of an entity, its versions and counts included, with its name. */
export const rootFields = (
  { Mutation, Query }: SchemaInTheMaking,
  entity: CollectionConfig | GlobalConfig,
) => {
  const names = namesOf(entity)
  const belongs = (field: string) =>
    names.some((name) => field === name || new RegExp(`^[a-z]+(Access)?${name}$`).test(field))
  return [...Object.entries(Query.fields), ...Object.entries(Mutation.fields)].filter(([field]) =>
    belongs(field),
  )
}
