import { linkHash, sha256 } from '../../../src/evidence/chain.ts'

/** An event as it lies in the database; `at` as the chain writes it. */
export interface Link {
  sequence: number
  at: string
  body: string
  publication: string | null
  hash: string
  previous_hash: string
}

/** The columns of a link, for a statement. */
export const linkColumns = `sequence::int, body, publication, hash, previous_hash,
  to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at`

/** The hash that an event must have after the one before it. */
const hashOf = ({ at, body, publication, sequence }: Link, previous: string): string =>
  linkHash({ at, content: sha256(body), previous, publication, sequence })

/**
 * What is wrong with a chain of events, in their order: gaps, forks, and what was changed afterwards. It may
 * begin with a later one than the first, whose own place is then taken as it is.
 */
export function chainFaults(links: Link[], first = 1): string[] {
  let previous = first === 1 ? '0'.repeat(64) : links[0]?.previous_hash
  return links.flatMap((link, index) => {
    const place = first + index
    const faults: string[] = []
    if (link.sequence !== place) faults.push(`event ${place} has the place ${link.sequence}`)
    if (link.previous_hash !== previous) faults.push(`event ${place} follows another one`)
    if (link.hash !== hashOf(link, link.previous_hash)) faults.push(`event ${place} was changed`)
    previous = link.hash
    return faults
  })
}
