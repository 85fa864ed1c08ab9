import { type Violation, violation } from './violation.ts'

/**
 * Refuses a chain of superseded documents that comes back to its beginning.
 *
 * @param chain the titles from the document itself along what each supersedes, in order
 * @param closes true when the last one supersedes the first
 */
export const supersedesViolations = (chain: string[], closes: boolean): Violation[] =>
  closes
    ? [violation('supersedes', 'SUPERSEDES_ITSELF', { chain: [...chain, chain[0]].join(' → ') })]
    : []
