import type { GraphQLEnumType, GraphQLNamedType, GraphQLScalarType, GraphQLType } from 'graphql'
import type { CollectionConfig, Config, Field, GlobalConfig } from 'payload'

import { calendarDateOf } from '../../hooks/rules/calendarDates.ts'
import { partialDate } from '../../hooks/rules/partialDates.ts'
import { calendarDateScalar, type GraphQLModule, partialDateScalar } from './calendarDateScalar.ts'
import {
  argumentDescriptions,
  commonFields,
  operatorDescriptions,
  pageDescriptions,
} from './descriptions.ts'
import { atPath, describedBy, type NamedField } from './fields.ts'
import { rootFields, type SchemaInTheMaking } from './rootFields.ts'

type Entity = CollectionConfig | GlobalConfig
/** Members that lead to the same fields again. */
const sameFields = ['docs', 'version', 'AND', 'OR']
/** Members that Payload gives to an upload. */
const pictures = ['sizes', 'thumbnail']

/** A field of an object or of an input, as far as it is tidied. */
interface Member {
  name: string
  type: GraphQLType
  description?: string | null
  args?: readonly { name: string; description?: string | null }[]
  resolve?: unknown
}

/**
 * Makes Payload's schema of the content fit to be read: descriptions everywhere, days as days, and the date
 * of a publication cut to what is known of it. Types that are not ours stay as they are.
 *
 * @param graphql the module that the schema is built with
 * @param entities the package's collections and the global, as the config has them
 */
export function tidySchema(
  schema: SchemaInTheMaking,
  graphql: GraphQLModule,
  timeZone: string,
  entities: Entity[],
): void {
  const calendarDate = calendarDateScalar(graphql, timeZone)
  const known = partialDateScalar(graphql)
  const seen = new Set<GraphQLNamedType>()

  for (const entity of entities)
    for (const [name, field] of rootFields(schema, entity)) {
      field.description ??= describedBy(entity)
      for (const [argument, config] of Object.entries(field.args ?? {})) {
        config.description ??= argumentDescriptions[argument]
        visit(config.type, entity.fields, 'What is asked for.')
      }
      visit(field.type, entity.fields, describedBy(entity) ?? name)
    }

  /** @param fields the Payload fields from which the members of the type were made */
  function visit(wrapped: GraphQLType, fields: Field[], description: string): void {
    const type = graphql.getNamedType(wrapped)
    if (seen.has(type) || graphql.isScalarType(type) || !('getFields' in type)) return
    seen.add(type)
    const members = Object.values(type.getFields()) as Member[]
    const isPage = members.some(({ name }) => name === 'hasNextPage')
    type.description ??= isPage ? 'A page of documents.' : description
    for (const member of members) {
      const source = atPath(fields, member.name)
      member.description ??=
        (isPage && pageDescriptions[member.name]) ||
        describedBy(source) ||
        commonFields[member.name.split('__').at(-1)!]
      const inner = graphql.getNamedType(member.type)
      if (inner.name.endsWith('_operator')) visitOperators(inner, source, member.description)
      else if (source) visitMember(member, source)
      else if (sameFields.includes(member.name)) visit(inner, fields, description)
      else if (pictures.includes(member.name)) visit(inner, [], member.description ?? member.name)
    }
  }

  function visitMember(member: Member, source: NamedField): void {
    for (const argument of member.args ?? [])
      argument.description ??= argumentDescriptions[argument.name]
    const type = graphql.getNamedType(member.type)
    const description = describedBy(source) ?? source.name
    if (source.custom?.calendarDate) return showDay(member, source)
    if (graphql.isEnumType(type)) describeValues(type, source)
    if (source.type === 'join') describePage(type, description)
    else if ('fields' in source) visit(type, source.fields, description)
  }

  /** The documents in it are tidied as what they are, not as members of this page. */
  function describePage(type: GraphQLNamedType, description: string): void {
    type.description ??= description
    if (!graphql.isObjectType(type)) return
    for (const member of Object.values(type.getFields()))
      member.description ??= pageDescriptions[member.name]
  }

  function visitOperators(
    type: GraphQLNamedType,
    source: NamedField | undefined,
    description?: string | null,
  ): void {
    if (seen.has(type) || !graphql.isInputObjectType(type)) return
    seen.add(type)
    type.description ??= `A filter on this field: ${description ?? ''}`
    for (const operator of Object.values(type.getFields())) {
      operator.description ??= operatorDescriptions[operator.name]
      const value = graphql.getNamedType(operator.type)
      if (source && graphql.isEnumType(value)) describeValues(value, source)
      if (source?.custom?.calendarDate && value.name === 'DateTime') setType(operator, calendarDate)
    }
  }

  function showDay(member: Member, { name }: NamedField): void {
    const isAnswered = member.args !== undefined
    if (name !== 'publishedOn' || !isAnswered) return setType(member, calendarDate)
    setType(member, known)
    member.resolve = ({ publishedOn, publishedOnPrecision }: Record<string, unknown>) => {
      const date = calendarDateOf(publishedOn, timeZone)
      return date && partialDate(date, (publishedOnPrecision as 'day' | null) ?? 'day')
    }
  }

  function setType(member: { type: GraphQLType }, scalar: GraphQLScalarType): void {
    member.type = graphql.isListType(member.type) ? new graphql.GraphQLList(scalar) : scalar
  }
}

function describeValues(type: GraphQLEnumType, field: NamedField): void {
  if (!('options' in field)) return
  type.description ??= describedBy(field)
  const labels = new Map(
    field.options.map((option) =>
      typeof option === 'object' ? [option.value, String(option.label)] : [option, option],
    ),
  )
  for (const value of type.getValues()) value.description ??= labels.get(value.value)
}

/** The config's queries function that also tidies, keeping what the host or another plugin adds. */
export const withTidySchema =
  (
    config: Config,
    timeZone: string,
    entities: Entity[],
  ): NonNullable<NonNullable<Config['graphQL']>['queries']> =>
  (graphql, payload) => {
    const added = config.graphQL?.queries?.(graphql, payload) ?? {}
    tidySchema(payload as unknown as SchemaInTheMaking, graphql, timeZone, entities)
    return added
  }
