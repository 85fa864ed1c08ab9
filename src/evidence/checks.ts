import type { CertifiedEvent } from './certificate.ts'

/** One look at whether readers get a publication. */
export interface Check {
  /** Number of the event that recorded it. */
  sequence: number
  at: string
  /** What was found, as the check recorded it. */
  detail: object
}

/** Gathers the availability checks of a publication: what a certificate shows of them comes from here alone. */
export const gatherChecks = (events: CertifiedEvent[]): Check[] =>
  events.flatMap(({ at, content, sequence }) =>
    content?.kind === 'checked' ? [{ sequence, at, detail: content.detail ?? {} }] : [],
  )
