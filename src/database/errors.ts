/** A database that cannot be used, told in one sentence that says what to do about it. */
export class DatabaseError extends Error {
  override name = 'DatabaseError'
}

export const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''

export const isMissing = (error: unknown): boolean => codeOf(error) === 'ENOENT'

/** What `pg` says of a connection whose server went away: shut down, crashed, or cut off. */
export const isLostConnection = (error: unknown): boolean =>
  ['57P01', '57P02', 'ECONNRESET', 'EPIPE'].includes(codeOf(error)) ||
  (error instanceof Error && error.message.startsWith('Connection terminated'))
