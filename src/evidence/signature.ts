import { createHash, createPrivateKey, createPublicKey, type KeyObject, sign } from 'node:crypto'

import { canonicalJSON } from '../../hooks/rules/canonicalJSON.ts'

/** Ed25519 (RFC 8032) over the canonical JSON (RFC 8785) of the document with all of this but the value. */
export interface Signature {
  algorithm: 'Ed25519'
  /** Id of the key; see `keyIdOf`. */
  key: string
  /** Base64. */
  value: string
}

export type Signed<Content> = Content & { signature: Signature }

/** The key’s public half as PEM (SPKI), whichever half is given. */
export const publicPEM = (key: KeyObject | string): string =>
  createPublicKey(key as string)
    .export({ type: 'spki', format: 'pem' })
    .toString()

/** SHA-256 of the public key’s DER form (SPKI), of which the first 16 bytes are enough to tell keys apart. */
export const keyIdOf = (key: KeyObject | string): string =>
  createHash('sha256')
    .update(createPublicKey(key as string).export({ type: 'spki', format: 'der' }))
    .digest('hex')
    .slice(0, 32)

/** @param privateKey PEM (PKCS #8) of an Ed25519 key */
export function signed<Content extends object>(
  content: Content,
  privateKey: string,
): Signed<Content> {
  const key = createPrivateKey(privateKey)
  const signature = { algorithm: 'Ed25519' as const, key: keyIdOf(key) }
  const bytes = Buffer.from(canonicalJSON({ ...content, signature }))
  return {
    ...content,
    signature: { ...signature, value: sign(null, bytes, key).toString('base64') },
  }
}
