import { createHmac, timingSafeEqual } from 'node:crypto'

import { derivedKey } from './derivedKey.ts'

/** What a link to a draft stands for, and nothing besides. */
export interface PreviewClaims {
  collection: string
  id: number | string
  /** The id of exactly one version. */
  version: number | string
  /** When that version was last written: saving by itself writes over a version, and keeps its id. */
  writtenAt: string
  /** When the link ends, in milliseconds since 1970. */
  expires: number
}

/** HMAC-SHA-256 of the text of the claims, not of what it decodes to: one link has one spelling. */
const signatureOf = (secret: string, text: string): string =>
  createHmac('sha256', derivedKey(secret, 'preview link')).update(text).digest('base64url')

/** The claims and their signature, as one word that may stand in an address. */
export function previewToken(
  secret: string,
  { collection, expires, id, version, writtenAt }: PreviewClaims,
): string {
  const claims = JSON.stringify([collection, id, version, writtenAt, expires])
  const text = Buffer.from(claims).toString('base64url')
  return `${text}.${signatureOf(secret, text)}`
}

/** What a token stands for, expired or not; undefined for one that was not made here, or altered since. */
export function readPreviewToken(secret: string, token: string): PreviewClaims | undefined {
  const [text = '', signature = '', ...more] = token.split('.')
  if (more.length > 0 || !isSame(signature, signatureOf(secret, text))) return undefined
  const [collection, id, version, writtenAt, expires] = JSON.parse(
    Buffer.from(text, 'base64url').toString(),
  ) as [string, number | string, number | string, string, number]
  return { collection, id, version, writtenAt, expires }
}

/** Takes as long for what is nearly right as for what is all wrong. */
function isSame(given: string, right: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(right)]
  return one.length === other.length && timingSafeEqual(one, other)
}
