import { createHash } from 'node:crypto'

import { canonicalJSON } from '../../hooks/rules/canonicalJSON.ts'
import type { Reference } from '../../hooks/rules/references.ts'

/**
 * What the hash of an event covers: where it stands, what it is about, and the hash of what it says, so that
 * the chain can be shown without what other events say. The database forms it: `keep_event()` of the seal.
 */
export interface Link {
  /** From 1, without a gap. */
  sequence: number
  /** UTC with milliseconds, `2026-11-24T11:33:00.000Z`: when the event’s transaction began. */
  at: string
  /** Null for what concerns all publications. */
  publication: Reference | null
  /** SHA-256 of the event’s body. */
  content: string
  /** Hash of the link before. */
  previous: string
}

/** Where the chain ends. */
export interface Head {
  sequence: number
  hash: string
  at: string
}

/** What the first link has in place of the hash of one before. */
export const beforeTheFirst = '0'.repeat(64)

/** SHA-256 of a text’s UTF-8 bytes, as 64 hexadecimal digits. */
export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

export const linkHash = ({ at, content, previous, publication, sequence }: Link): string =>
  sha256(canonicalJSON({ at, content, previous, publication, sequence }))
