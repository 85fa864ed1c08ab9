import { configToSchema } from '@payloadcms/graphql'
import {
  type GraphQLField,
  type GraphQLFieldConfigMap,
  type GraphQLInputObjectType,
  type GraphQLNamedType,
  GraphQLObjectType,
  GraphQLSchema,
  isInputObjectType,
  isIntrospectionType,
  isObjectType,
  lexicographicSortSchema,
} from 'graphql'
import type { CollectionConfig, GlobalConfig, SanitizedConfig } from 'payload'

import { fieldForStaffOnly, staffOnly } from '../../collections/access/access.ts'
import { atPath } from './fields.ts'
import { readerQueries } from './rootFields.ts'

/** Arguments and fields that do nothing for an anonymous reader. */
const editorsArguments = ['draft', 'trash']
const editorsFields = ['_status', 'deletedAt']

/**
 * The part of the schema that an anonymous reader can use: what frontends work with. Editors' fields and
 * everything that is not reached from the package's own queries are left out.
 *
 * @param slugs the collections and the global to show
 */
export function publicSchema(config: SanitizedConfig, slugs: string[]): GraphQLSchema {
  const { schema } = configToSchema(config)
  const entities = [...config.collections, ...config.globals].filter(
    ({ access, slug }) => slugs.includes(slug) && access.read !== staffOnly,
  ) as (CollectionConfig | GlobalConfig)[]
  const queries = new Set(entities.flatMap(readerQueries))
  const fields = Object.fromEntries(
    Object.entries(schema.getQueryType()!.toConfig().fields)
      .filter(([name]) => queries.has(name))
      .map(([name, field]) => [name, { ...field, args: withoutEditors(field.args ?? {}) }]),
  ) as GraphQLFieldConfigMap<unknown, unknown>
  const description = 'What the partnership has published.'
  const shown = new GraphQLSchema({
    query: new GraphQLObjectType({ name: 'Query', description, fields }),
  })
  const allFields = entities.flatMap((entity) => entity.fields)
  for (const type of Object.values(shown.getTypeMap())) dropEditorsFields(type, allFields)
  // Built again, since types that only editors' fields lead to are reached no more.
  return lexicographicSortSchema(new GraphQLSchema({ query: shown.getQueryType() }))
}

const withoutEditors = <Arguments extends object>(args: Arguments) =>
  Object.fromEntries(Object.entries(args).filter(([name]) => !editorsArguments.includes(name)))

function dropEditorsFields(type: GraphQLNamedType, fields: CollectionConfig['fields']): void {
  if (isIntrospectionType(type) || !(isObjectType(type) || isInputObjectType(type))) return
  const members = (type as GraphQLInputObjectType).getFields()
  for (const name of Object.keys(members)) {
    const source = atPath(fields, name.split('__')[0]!)
    const isInternal = source && 'access' in source && source.access?.read === fieldForStaffOnly
    if (isInternal || editorsFields.includes(name)) delete members[name]
    else if (isObjectType(type)) dropEditorsArguments(type.getFields()[name]!)
  }
}

function dropEditorsArguments(field: GraphQLField<unknown, unknown>): void {
  field.args = field.args.filter(({ name }) => !editorsArguments.includes(name))
}
