import type { Reference } from './references.ts'

/** What a reader at the public address got of a publication or of one of its files. */
export interface Seen {
  /** HTTP status; 0 when the address did not answer. */
  status: number
  /** SHA-256 of what came, hexadecimal: of the canonical public form, or of a file's bytes. */
  hash?: string
}

/** What readers were promised, and what one of them got. */
export interface Comparison {
  /** `reviews:12`, or a file: `files:3`. */
  what: Reference
  promised: string
  seen: Seen
}

/** What is wrong with what a reader got, in words; none when it is what was published. */
export const availabilityFaults = (comparisons: Comparison[]): string[] =>
  comparisons.flatMap(({ promised, seen: { hash, status }, what }) => {
    if (status === 0) return [`${what} could not be reached`]
    if (status !== 200) return [`${what} answered ${status}`]
    return hash === promised ? [] : [`${what} is not what was published`]
  })

const day = 24 * 60 * 60 * 1000

/** A run may be late by the jitter and by what it takes. */
const grace = 3 * 60 * 60 * 1000

/** How many daily checks did not happen since the last one. */
export const missedChecks = (lastAt: Date | undefined, now: Date): number =>
  lastAt ? Math.max(0, Math.floor((now.getTime() - lastAt.getTime() - grace) / day)) : 0
