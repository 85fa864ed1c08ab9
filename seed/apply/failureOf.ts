interface FieldError {
  message?: string
  path?: string
}

/** What was found in a file. */
interface Finding {
  code: string
  page?: number
}

interface Refused {
  errors?: FieldError[]
  findings?: Finding[]
}

/** Why a document was refused, in the words of the rule that refused it. */
export function failureOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const data = 'data' in error ? (error.data as Refused | null) : null
  const messages = data?.errors?.flatMap(({ message, path }) =>
    message ? [path ? `${path}: ${message}` : message] : [],
  )
  if (messages?.length) return messages.join(' ')
  const found = data?.findings?.map(({ code, page }) => (page ? `${code} on page ${page}` : code))
  return found?.length ? `${error.message} (${found.join(', ')})` : error.message
}
