import { maxDepthRule } from '@escape.tech/graphql-armor-max-depth'
import { GraphQLError, type ValidationContext, type ValidationRule } from 'graphql'
import type { Config, PayloadRequest } from 'payload'

import { isEditor } from '../../collections/access/access.ts'
import type { Settings } from '../options/index.ts'

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

/** The host's validation rules, and ours. */
export const withLimits =
  (config: Config, { graphQL: { introspection, maxDepth } }: Settings): ValidationRules =>
  (args) => {
    const { req } = args.contextValue as { req?: PayloadRequest }
    const mayIntrospect = introspection === 'everyone' || (req && isEditor(req))
    return [
      ...(config.graphQL?.validationRules?.(args) ?? []),
      giveCodes,
      limitDepth(maxDepth),
      ...(mayIntrospect ? [] : [refuseIntrospection]),
    ]
  }
