import { hkdfSync } from 'node:crypto'

/** A key (32 bytes) for one use, made from Payload’s secret by HKDF-SHA-256: no use tells of another one’s key. */
export const derivedKey = (secret: string, use: string): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, '', `safeguarding-reviews ${use}`, 32))
