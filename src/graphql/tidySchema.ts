import type {
  GraphQLEnumType,
  GraphQLField,
  GraphQLFieldConfigMap,
  GraphQLInputField,
  GraphQLNamedType,
  GraphQLObjectType,
} from 'graphql'
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

/** What Payload has built when a config adds its own queries: the root fields are still open. */
export interface SchemaInTheMaking {
  Query: { fields: GraphQLFieldConfigMap<unknown, unknown> }
  Mutation: { fields: GraphQLFieldConfigMap<unknown, unknown> }
}

type Entity = Pick<CollectionConfig | GlobalConfig, 'admin' | 'fields'>
type NamedField = Extract<Field, { name: string }>

/** The root fields of Payload's schema that belong to an entity, by its names in the schema. */
export const rootFieldsOf = ({ graphQL }: CollectionConfig | GlobalConfig) => {
  const names = graphQL as { name?: string; pluralName?: string; singularName?: string }
  return names.name
    ? [names.name]
    : [names.singularName!, names.pluralName!, `count${names.pluralName}`]
}

/**
 * Makes Payload's schema of the content fit to be read: descriptions everywhere, days as days, and a
 * publication's date cut to what is known of it. Other types of the schema stay as they are.
 */
export class SchemaTidier {
  private readonly calendarDate
  private readonly partialDate
  private readonly seen = new Set<GraphQLNamedType>()

  constructor(
    private readonly graphql: GraphQLModule,
    private readonly timeZone: string,
  ) {
    this.calendarDate = calendarDateScalar(graphql, timeZone)
    this.partialDate = partialDateScalar(graphql)
  }

  /** @param entities the package's collections and the global, as the config has them */
  tidy(schema: SchemaInTheMaking, entities: (CollectionConfig | GlobalConfig)[]): void {
    for (const entity of entities) {
      const names = rootFieldsOf(entity)
      for (const root of [schema.Query.fields, schema.Mutation.fields])
        for (const [name, field] of Object.entries(root)) {
          const belongs = names.some(
            (own) => name === own || new RegExp(`^[a-z]+${own}$`).test(name),
          )
          if (!belongs) continue
          field.description ??= rootDescription(name, entity)
          for (const [argument, config] of Object.entries(field.args ?? {})) {
            config.description ??= argumentDescriptions[argument]
            this.tidyType(config.type, entity)
          }
          this.tidyType(field.type, entity)
        }
    }
  }

  private tidyType(wrapped: unknown, entity: Entity, fields: Field[] = entity.fields): void {
    const type = this.graphql.getNamedType(wrapped as GraphQLObjectType) as GraphQLNamedType
    if (this.seen.has(type)) return
    this.seen.add(type)
    if (this.graphql.isEnumType(type)) return
    if (!this.graphql.isObjectType(type) && !this.graphql.isInputObjectType(type)) return

    const isOperator = type.name.endsWith('_operator')
    const own = new Map(namedFields(fields).map((field) => [field.name, field]))
    const inner = type.getFields()
    const isPage = 'docs' in inner && 'hasNextPage' in inner
    type.description ??= typeDescription(type.name, entity, { isOperator, isPage })
    for (const [name, field] of Object.entries(inner)) {
      const source = own.get(name) ?? own.get(name.split('__')[0]!)
      field.description ??=
        (isOperator ? operatorDescriptions[name] : isPage ? pageDescriptions[name] : undefined) ??
        descriptionOf(source) ??
        commonFields[name]
      if (isPage && name === 'docs') this.tidyType(field.type, entity, fields)
      else if (source) this.tidyField(field, source, entity)
      else if (isOwnInput(type.name, name)) this.tidyType(field.type, entity, fields)
    }
  }

  private tidyField(
    field: GraphQLField<Record<string, unknown>, unknown> | GraphQLInputField,
    source: NamedField,
    entity: Entity,
  ): void {
    if (source.custom?.calendarDate) return this.showDays(field, source)
    if ('args' in field)
      for (const argument of field.args)
        argument.description ??= argumentDescriptions[argument.name]
    const type = this.graphql.getNamedType(field.type)
    if (this.graphql.isEnumType(type)) describeValues(type, source)
    if ('fields' in source) this.tidyType(field.type, entity, source.fields)
    else if (source.type === 'join' || type.name.startsWith(String(source.name)) === false)
      this.tidyRelated(type, entity, source)
  }

  /** Operators and pages of joins belong to this field; related documents are tidied as entities. */
  private tidyRelated(type: GraphQLNamedType, entity: Entity, source: NamedField): void {
    if (type.name.endsWith('_operator')) this.tidyOperator(type, source)
    else if (source.type === 'join') this.tidyType(type, entity, [])
  }

  private tidyOperator(type: GraphQLNamedType, source: NamedField): void {
    if (!this.graphql.isInputObjectType(type) || this.seen.has(type)) return
    this.seen.add(type)
    type.description ??= `How to filter by: ${String(source.label ?? source.name)}.`
    for (const [name, operator] of Object.entries(type.getFields())) {
      operator.description ??= operatorDescriptions[name]
      const value = this.graphql.getNamedType(operator.type)
      if (this.graphql.isEnumType(value)) describeValues(value, source)
      if (source.custom?.calendarDate && value.name === 'DateTime') this.becomeDay(operator)
    }
  }

  private showDays(
    field: GraphQLField<Record<string, unknown>, unknown> | GraphQLInputField,
    source: NamedField,
  ): void {
    if (!('args' in field)) {
      const type = this.graphql.getNamedType(field.type)
      if (type.name.endsWith('_operator')) return this.tidyOperator(type, source)
      return this.becomeDay(field)
    }
    if (source.name !== 'publishedOn') return this.becomeDay(field)
    field.type = this.partialDate
    field.resolve = ({ publishedOn, publishedOnPrecision }) => {
      const date = calendarDateOf(publishedOn, this.timeZone)
      return date && partialDate(date, (publishedOnPrecision as 'day' | null) ?? 'day')
    }
  }

  private becomeDay(field: { type: unknown }): void {
    const { GraphQLList, isListType } = this.graphql
    field.type = isListType(field.type) ? new GraphQLList(this.calendarDate) : this.calendarDate
  }
}

/** The fields that hold data, whatever tabs and rows they stand in. */
function namedFields(fields: Field[]): NamedField[] {
  return fields.flatMap((field): NamedField[] => {
    if (field.type === 'tabs')
      return field.tabs.flatMap((tab) => ('name' in tab ? [] : namedFields(tab.fields)))
    if ('name' in field && field.name) return [field as NamedField]
    return 'fields' in field ? namedFields(field.fields) : []
  })
}

const descriptionOf = (field: NamedField | undefined): string | undefined => {
  const description = field?.admin && 'description' in field.admin && field.admin.description
  return typeof description === 'string' ? description : undefined
}

function describeValues(type: GraphQLEnumType, field: NamedField): void {
  if (!('options' in field)) return
  type.description ??= descriptionOf(field)
  for (const option of field.options)
    if (typeof option === 'object') {
      const value = type.getValues().find((entry) => entry.value === option.value)
      if (value) value.description ??= String(option.label)
    }
}

const isOwnInput = (type: string, field: string) =>
  ['AND', 'OR'].includes(field) || type.endsWith('_where')

const rootDescription = (name: string, entity: Entity) =>
  [/^count/.test(name) && 'How many there are.', entityDescription(entity)]
    .filter(Boolean)
    .join(' ')

const entityDescription = ({ admin }: Entity) =>
  typeof admin?.description === 'string' ? admin.description : undefined

const typeDescription = (
  name: string,
  entity: Entity,
  { isOperator, isPage }: { isOperator: boolean; isPage: boolean },
) => {
  if (isPage) return 'A page of documents.'
  if (isOperator) return 'How to filter by this field.'
  if (name.endsWith('_where')) return 'Conditions on the fields of a document; all must hold.'
  if (name.startsWith('count')) return 'A number of documents.'
  return entityDescription(entity)
}

/** The config's queries function that also tidies, keeping what the host or another plugin adds. */
export const withTidySchema =
  (
    config: Config,
    timeZone: string,
    entities: (CollectionConfig | GlobalConfig)[],
  ): NonNullable<NonNullable<Config['graphQL']>['queries']> =>
  (graphql, payload) => {
    const added = config.graphQL?.queries?.(graphql, payload) ?? {}
    new SchemaTidier(graphql, timeZone).tidy(payload as unknown as SchemaInTheMaking, entities)
    return added
  }
