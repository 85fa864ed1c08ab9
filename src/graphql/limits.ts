import { maxDepthRule } from '@escape.tech/graphql-armor-max-depth'
import { GraphQLError, type ValidationContext, type ValidationRule } from 'graphql'
import type { CollectionConfig, Config, GlobalConfig, PayloadRequest } from 'payload'

import { isStaff } from '../../hooks/operations/people.ts'
import type { Settings } from '../options/index.ts'
import { namesOf } from './rootFields.ts'

type ValidationRules = NonNullable<NonNullable<Config['graphQL']>['validationRules']>

const reject = (context: ValidationContext, message: string, code: string) =>
  context.reportError(new GraphQLError(message, { extensions: { code } }))

const limitDepth = (maxDepth: number): ValidationRule =>
  maxDepthRule({
    n: maxDepth,
    propagateOnRejection: false,
    onReject: [
      (context) =>
        context &&
        reject(
          context,
          `The query nests more than ${maxDepth} levels deep; ask for less in one query.`,
          'QUERY_TOO_DEEP',
        ),
    ],
  }) as unknown as ValidationRule

/** The schema names internal fields, users and jobs, so only editors may ask for it. */
const refuseIntrospection: ValidationRule = (context) => ({
  Field({ name: { value } }) {
    if (value === '__schema' || value === '__type')
      reject(
        context,
        'The schema is answered to editors only. Frontends work with the published schema.graphql.',
        'INTROSPECTION_REFUSED',
      )
  },
})

/** What may be done with a document would tell of a draft that it exists. */
const refuseDocumentAccess =
  (entities: (CollectionConfig | GlobalConfig)[]): ValidationRule =>
  (context) => ({
    Field({ name: { value } }) {
      if (entities.flatMap(namesOf).some((name) => value === `docAccess${name}`))
        reject(
          context,
          'What may be done with a document is answered to editors only.',
          'FORBIDDEN',
        )
    },
  })

/**
 * Gives a code to whatever any rule reports: the specification's own rules and Payload's limit of complexity
 * report sentences only.
 */
const giveCodes: ValidationRule = (context) => {
  const report = context.reportError.bind(context)
  context.reportError = (error) => {
    error.extensions.code ??= error.message.includes('maximum complexity')
      ? 'QUERY_TOO_COMPLEX'
      : 'GRAPHQL_VALIDATION_FAILED'
    report(error)
  }
  return {}
}

/**
 * The host's validation rules, and ours.
 *
 * @param entities the package's collections and the global
 */
export const withLimits =
  (
    config: Config,
    { graphQL: { introspection, maxDepth } }: Settings,
    entities: (CollectionConfig | GlobalConfig)[],
  ): ValidationRules =>
  (args) => {
    const { req } = args.contextValue as { req?: PayloadRequest }
    const byStaff = req && isStaff(req)
    const mayIntrospect = introspection === 'everyone' || byStaff
    return [
      ...(config.graphQL?.validationRules?.(args) ?? []),
      giveCodes,
      limitDepth(maxDepth),
      ...(mayIntrospect ? [] : [refuseIntrospection]),
      ...(byStaff ? [] : [refuseDocumentAccess(entities)]),
    ]
  }
