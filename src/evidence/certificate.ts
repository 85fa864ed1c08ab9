import type { EventContent, FileEvidence } from '../../hooks/rules/events.ts'
import type { Reference } from '../../hooks/rules/references.ts'
import type { Head, Link } from './chain.ts'
import type { Check } from './checks.ts'
import type { Signed } from './signature.ts'

/** Says how a certificate is to be read; another number means another form. */
export const certificateFormat = 'safeguarding-publication-certificate/1'

/** An event of the publication that the certificate is about. */
export interface CertifiedEvent extends Omit<Link, 'content'> {
  /** What it says; left out where readers must not learn it (yet), and then `contentHash` stands for it. */
  content?: EventContent
  contentHash?: string
  hash: string
}

/** An event of another publication. Its number and the hash before it follow from its place. */
export type ForeignLink = Pick<Link, 'at' | 'content' | 'publication'>

export type PublicationState = 'public' | 'unpublished' | 'withdrawn'

/** The publication as readers know it on the day. Dates are `YYYY-MM-DD`, moments ISO 8601 in UTC. */
export interface CertifiedPublication {
  reference: Reference
  collection: string
  slug: string
  /** Only of what is public: a name can be the reason for a withdrawal. */
  name?: string
  /** Where anonymous readers get it as JSON; a path where the site’s own address is not configured. */
  address: string
  state: PublicationState
  firstPublishedAt: string
  /** Cut to what is known: `2023-03-20`, `2023-03` or `2023`. */
  publishedOn: string
  /** Absent where nothing is promised. */
  protectedUntil?: string
  /** IANA time zone in which that day ends. */
  timeZone: string
  /** Hash of the canonical form of what `address` answers; only of what is public. */
  publicForm?: string
  /** What stands in its place while it is withdrawn. */
  withdrawal?: { notice: string; withdrawnAt: string }
}

export interface CertifiedFile extends FileEvidence {
  /** Where anonymous readers get its bytes. */
  address: string
}

export interface CertificateContent {
  format: typeof certificateFormat
  issuer: { name: string; url: string; /** Where its public keys stand. */ keys: string }
  publication: CertifiedPublication
  files: CertifiedFile[]
  checks: Check[]
  /** All events of the publication, each as a whole link, in their order. */
  events: CertifiedEvent[]
  /** All other events between the first of `events` and `head`, in their order. */
  links: ForeignLink[]
  head: Head
  madeAt: string
}

export type Certificate = Signed<CertificateContent>

/** An event as it lies in the database. */
export interface StoredEvent extends Link {
  body: string
  hash: string
}

/**
 * What readers may learn of an event. That somebody asks for a withdrawal is not said before it is decided:
 * it would send everybody to what perhaps must come down. And the notes of what is no longer public went with it.
 */
export function isTold(
  { kind, note, detail }: EventContent,
  { state, pendingWithdrawal }: { state: PublicationState; pendingWithdrawal?: string },
): boolean {
  if (kind === 'withdrawalAsked')
    return (detail as { withdrawal?: string } | undefined)?.withdrawal !== pendingWithdrawal
  return state === 'public' || note === undefined
}

/** An event for the certificate, with what it says or without. */
export function certifiedEvent(
  { at, body, content, hash, previous, publication, sequence }: StoredEvent,
  mayTell: (content: EventContent) => boolean,
): CertifiedEvent {
  const said = JSON.parse(body) as EventContent
  const link = { sequence, at, publication, previous, hash }
  return mayTell(said) ? { ...link, content: said } : { ...link, contentHash: content }
}
