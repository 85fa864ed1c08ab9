import type { AfterErrorHook } from 'payload'

interface PayloadError extends Error {
  data?: { code?: string } | null
  /** The error may be told to whoever asked. */
  isPublic?: boolean
}

interface RestErrors {
  errors?: { data?: unknown; message: string; name?: string }[]
}

/** Puts the stable code of a refusal, and what else it says to programs, where clients look for it. */
export const codeAfterError: AfterErrorHook = ({ error, graphqlResult, result }) => {
  const original: PayloadError = (error as Error & { originalError?: Error }).originalError ?? error
  if (graphqlResult) return inGraphQL(graphqlResult, original.data?.code)
  return inRest(result as RestErrors | undefined, original)
}

/** GraphQL clients look in `extensions.code`. */
function inGraphQL(answer: object, code: string | undefined) {
  if (!code) return
  const { extensions } = answer as { extensions?: object }
  return { graphqlResult: { ...answer, extensions: { ...extensions, code } } as never }
}

/**
 * REST clients, the admin among them, look in `errors[].data`. Payload leaves it out, and sometimes the
 * sentence, when the error is of another copy of its class than the route's: a production build has one copy
 * for pages and one for routes, without the names of their classes.
 */
function inRest(answer: RestErrors | undefined, { data, isPublic, message }: PayloadError) {
  const [first, ...more] = answer?.errors ?? []
  if (!isPublic || !first || first.data || more.length) return
  const told = { ...first, message, ...(data && { data }) }
  return { response: { ...answer, errors: [told] } as never }
}
