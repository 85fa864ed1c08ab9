import type { Payload } from 'payload'

import type { Path, Try } from '../path.ts'

interface Pool {
  query: (sql: string) => Promise<{ rows: unknown[] }>
}

/** The connections of Payload's own adapter. */
export const poolOf = (payload: Payload): Pool => (payload.db as unknown as { pool: Pool }).pool

/** A path that no hook sees and only the database can refuse. */
export const sealed = (
  id: string,
  title: string,
  attempt: Try,
  more: Partial<Path> = {},
): Path => ({
  id,
  title,
  numbers: [35],
  inProcess: true,
  expect: 'refusedBySeal',
  tries: { database: attempt },
  ...more,
})
