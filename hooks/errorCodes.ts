import type { AfterErrorHook } from 'payload'

interface PayloadError extends Error {
  data?: { code?: string } | null
  /** The error may be told to whoever asked. */
  isPublic?: boolean
  status?: number
}

interface RestErrors {
  errors?: { data?: unknown; message: string; name?: string }[]
}

/** The codes of errors that are Payload's own, by their HTTP status. */
const codeOfStatus: Record<number, string> = {
  400: 'BAD_REQUEST',
  401: 'UNAUTHENTICATED',
  403: 'FORBIDDEN',
  404: 'NOT_FOUND',
  409: 'CONFLICT',
  429: 'TOO_MANY_REQUESTS',
}

/** Puts the stable code of a refusal, and what else it says to programs, where clients look for it. */
export const codeAfterError: AfterErrorHook = ({ error, graphqlResult, result }) => {
  const original: PayloadError = (error as Error & { originalError?: Error }).originalError ?? error
  if (graphqlResult) return inGraphQL(graphqlResult, original)
  return inRest(result as RestErrors | undefined, original)
}

/** GraphQL clients look in `extensions.code`. */
function inGraphQL(answer: object, { data, status }: PayloadError) {
  const { extensions } = answer as { extensions?: object }
  const code = data?.code ?? codeOfStatus[status ?? 500] ?? 'INTERNAL_SERVER_ERROR'
  return { graphqlResult: { ...answer, extensions: { code, ...extensions } } as never }
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
