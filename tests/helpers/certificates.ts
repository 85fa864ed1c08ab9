import { generateKeyPairSync } from 'node:crypto'

import { canonicalJSON } from '../../hooks/rules/canonicalJSON.ts'
import type { EventContent } from '../../hooks/rules/events.ts'
import {
  type Certificate,
  certificateFormat,
  type CertificateContent,
  certifiedEvent,
  type ForeignLink,
  type StoredEvent,
} from '../../src/evidence/certificate.ts'
import { beforeTheFirst, linkHash, sha256 } from '../../src/evidence/chain.ts'
import { gatherChecks } from '../../src/evidence/checks.ts'
import { keyIdOf, publicPEM, signed } from '../../src/evidence/signature.ts'

/** A key as a publisher has it: the private half, and the document with the public one. */
export function makeKey() {
  const { privateKey } = generateKeyPairSync('ed25519')
  const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
  const key = { publicKey: publicPEM(pem), from: null, until: null }
  return { pem, id: keyIdOf(pem), document: JSON.stringify({ keys: [key] }) }
}

const day = (number: number) => `2026-01-${String(number).padStart(2, '0')}T10:00:00.000Z`

/** A log as the database forms it, of what each event says; one event a day from 1 January 2026. */
export function logOf(contents: EventContent[]): StoredEvent[] {
  let previous = beforeTheFirst
  return contents.map((content, index) => {
    const body = canonicalJSON(content)
    const link = {
      sequence: index + 1,
      at: day(index + 1),
      publication: content.publication ?? null,
      content: sha256(body),
      previous,
    }
    previous = linkHash(link)
    return { ...link, body, hash: previous }
  })
}

export const file = { file: 'files:3', sha256: sha256('a report'), size: 8 }
const form = { publicForm: sha256('the form'), files: [file], protectedUntil: '2027-01-02' }
const ours = { publication: 'reviews:12', actor: 'users:3' }

export const published: EventContent = { kind: 'published', ...ours, ...form }
export const checked: EventContent = {
  kind: 'checked',
  publication: 'reviews:12',
  actor: 'job',
  detail: { status: 200 },
}
export const corrected: EventContent = { kind: 'corrected', ...ours, ...form, note: 'Page 4.' }
export const elsewhere: EventContent = { ...published, publication: 'leaflets:1' }
export const ofAll: EventContent = { kind: 'sealRaised', actor: 'migration' }
export const withdrawal = (actor: string): EventContent[] => {
  const detail = { withdrawal: '5' }
  const asked = { kind: 'withdrawalAsked', ...ours, detail } as const
  const approved = { ...asked, kind: 'withdrawalApproved', actor } as const
  return [asked, approved, { ...approved, kind: 'withdrawn', files: [file] }]
}
export const reinstated: EventContent = { ...published, kind: 'reinstated' }

export const linksOf = (log: StoredEvent[]): ForeignLink[] =>
  log.map(({ at, content, publication }) => ({ at, content, publication }))

/** The certificate of `reviews:12` over a log, not yet signed. */
export function contentOf(
  log: StoredEvent[],
  publication: Partial<CertificateContent['publication']> = {},
): CertificateContent {
  const own = log.filter((event) => event.publication === 'reviews:12')
  const others = log.filter(
    (event) => event.publication !== 'reviews:12' && event.sequence > own[0]!.sequence,
  )
  const events = own.map((event) => certifiedEvent(event, () => true))
  const head = log.at(-1)!
  return {
    format: certificateFormat,
    issuer: {
      name: 'Example',
      url: 'https://safeguarding.example',
      keys: 'https://cms.example/api/safeguarding-reviews/keys',
    },
    publication: {
      reference: 'reviews:12',
      collection: 'reviews',
      slug: 'alan',
      name: 'Alan',
      address: 'https://cms.example/api/reviews/12?depth=0&joins=false',
      state: 'public',
      firstPublishedAt: own[0]!.at,
      publishedOn: '2026-01',
      protectedUntil: '2027-01-02',
      timeZone: 'Europe/London',
      publicForm: form.publicForm,
      ...publication,
    },
    files:
      publication.state && publication.state !== 'public'
        ? []
        : [{ ...file, address: 'https://cms.example/f.pdf' }],
    checks: gatherChecks(events),
    events,
    links: linksOf(others),
    head: { sequence: head.sequence, hash: head.hash, at: head.at },
    madeAt: day(28),
  }
}

export const sign = (content: CertificateContent, { pem }: { pem: string }): Certificate =>
  signed(content, pem)
