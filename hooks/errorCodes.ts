import type { AfterErrorHook } from 'payload'

interface ErrorWithData extends Error {
  data?: { code?: string } | null
}

interface RestErrors {
  errors?: { data?: unknown; message: string; name?: string }[]
}

/** Puts the stable code of a refusal, and what else it says to programs, where clients look for it. */
export const codeAfterError: AfterErrorHook = ({ error, graphqlResult, result }) => {
  const original: ErrorWithData =
    (error as Error & { originalError?: Error }).originalError ?? error
  const { data } = original
  if (!data) return
  if (graphqlResult) return inGraphQL(graphqlResult, data.code)
  return inRest(result as RestErrors | undefined, original)
}

/** GraphQL clients look in `extensions.code`. */
function inGraphQL(answer: object, code: string | undefined) {
  if (!code) return
  const { extensions } = answer as { extensions?: object }
  return { graphqlResult: { ...answer, extensions: { ...extensions, code } } as never }
}

/**
 * REST clients, the admin among them, look in `errors[].data`. Payload leaves it out when the error is of
 * another copy of its class than the route's; a production build has one copy for pages and one for routes.
 * An answer with another message hides the error on purpose.
 */
function inRest(answer: RestErrors | undefined, { data, message, name }: ErrorWithData) {
  const [first, ...more] = answer?.errors ?? []
  if (!first || first.data || first.message !== message || more.length) return
  return { response: { ...answer, errors: [{ ...first, data, name }] } as never }
}
