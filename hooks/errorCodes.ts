import type { AfterErrorHook } from 'payload'

/** Lifts the stable code of a refusal to where GraphQL clients look for it: `extensions.code`. */
export const codeAfterError: AfterErrorHook = ({ error, graphqlResult }) => {
  const original = (error as Error & { originalError?: Error }).originalError ?? error
  const { code } = ((original as { data?: unknown }).data ?? {}) as { code?: string }
  if (!graphqlResult || !code) return
  const result = graphqlResult as unknown as { extensions?: object }
  return { graphqlResult: { ...result, extensions: { ...result.extensions, code } } as never }
}
