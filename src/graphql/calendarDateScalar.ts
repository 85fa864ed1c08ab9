import type * as GraphQL from 'graphql'

import { calendarDateOf, storedDate } from '../../hooks/rules/calendarDates.ts'

/** The `graphql` module that the schema is built with; types of another copy would not fit together. */
export type GraphQLModule = Omit<typeof GraphQL, 'default'>

/** A day as `YYYY-MM-DD`, in and out; a date and time is accepted, too. */
export const calendarDateScalar = (
  { GraphQLError, GraphQLScalarType, Kind }: GraphQLModule,
  timeZone: string,
): GraphQL.GraphQLScalarType => {
  const parse = (value: unknown) => {
    const date = calendarDateOf(value, timeZone)
    if (!date)
      throw new GraphQLError(`"${String(value)}" is not a calendar date such as 2023-03-20.`)
    return storedDate(date)
  }
  return new GraphQLScalarType({
    name: 'CalendarDate',
    description: 'A day of the calendar as YYYY-MM-DD, without time and without time zone.',
    serialize: (value) => calendarDateOf(value, timeZone),
    parseValue: parse,
    parseLiteral: (node) => parse(node.kind === Kind.STRING ? node.value : undefined),
  })
}

/** A date as far as it is known: `2023-03-20`, `2020-01` or `2019`. Only answered, never asked for. */
export const partialDateScalar = ({
  GraphQLScalarType,
}: GraphQLModule): GraphQL.GraphQLScalarType =>
  new GraphQLScalarType({
    name: 'PartialDate',
    description:
      'A date in ISO 8601, cut to what is known of it: 2023-03-20, 2020-01 or 2019. Without time and without time zone.',
  })
