interface FieldError {
  message?: string
  path?: string
}

/** Why a document was refused, in the words of the rule that refused it. */
export function failureOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const data = 'data' in error ? (error.data as { errors?: FieldError[] } | null) : null
  const messages = data?.errors?.flatMap(({ message, path }) =>
    message ? [path ? `${path}: ${message}` : message] : [],
  )
  return messages?.length ? messages.join(' ') : error.message
}
