/** A database that cannot be used, told in one sentence that says what to do about it. */
export class DatabaseError extends Error {
  override name = 'DatabaseError'
}

export const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''

export const isMissing = (error: unknown): boolean => codeOf(error) === 'ENOENT'
