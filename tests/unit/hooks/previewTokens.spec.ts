import { describe, expect, it } from 'vitest'

import {
  type PreviewClaims,
  previewToken,
  readPreviewToken,
} from '../../../hooks/operations/previewTokens.ts'

const secret = 'a secret for tests only'
const claims: PreviewClaims = {
  collection: 'reviews',
  id: 12,
  version: 57,
  writtenAt: '2026-11-27T10:00:00.000Z',
  expires: Date.UTC(2026, 11, 4),
}
const token = previewToken(secret, claims)
const [text, signature] = token.split('.') as [string, string]
const decoded = Buffer.from(text, 'base64url').toString()
const encoded = (part: string) => Buffer.from(part).toString('base64url')

describe('the token of a link to a draft', () => {
  it('says again what it was made of', () => {
    expect(readPreviewToken(secret, token)).toEqual(claims)
    const texts = { ...claims, id: 'a.b/ü', version: '650f1c…' }
    expect(readPreviewToken(secret, previewToken(secret, texts))).toEqual(texts)
  })

  it('may stand in an address as it is', () => {
    expect(token).toMatch(/^[\w-]+\.[\w-]{43}$/)
  })

  it('is worth nothing with any character altered', () => {
    for (const [index, character] of [...token].entries())
      for (const other of ['A', 'B', 'z', '-', '.', '=', ''].filter((one) => one !== character)) {
        const altered = token.slice(0, index) + other + token.slice(index + 1)
        expect(readPreviewToken(secret, altered), altered).toBeUndefined()
      }
  })

  it.each([
    ['another collection', decoded.replace('reviews', 'leaflets')],
    ['another document', decoded.replace('12', '13')],
    ['another version', decoded.replace('57', '58')],
    ['another moment', decoded.replace('T10', 'T11')],
    ['a later end', decoded.replace(String(claims.expires), String(claims.expires + 1))],
    ['the same in other words', `${decoded} `],
  ])('is worth nothing for %s', (_, other) => {
    expect(other).not.toBe(decoded)
    expect(readPreviewToken(secret, `${encoded(other)}.${signature}`)).toBeUndefined()
  })

  it.each([
    ['nothing', ''],
    ['a point', '.'],
    ['no signature', `${text}.`],
    ['only a signature', `.${signature}`],
    ['another part at the end', `${token}.`],
    ['another part in front', `.${token}`],
    ['signs to fill up', `${token}=`],
    ['spaces', ` ${token}`],
    ['letters of more than a byte', `${text}.${'é'.repeat(43)}`],
    ['a last letter that decodes to the same bytes', sameBytes(token)],
  ])('is not %s', (_, other) => {
    expect(readPreviewToken(secret, other)).toBeUndefined()
  })

  it('is worth nothing under another secret', () => {
    expect(readPreviewToken('another secret', token)).toBeUndefined()
    expect(readPreviewToken('', token)).toBeUndefined()
  })
})

/** The last letter of 32 bytes in base64 has two bits to spare. */
function sameBytes(token: string): string {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
  const other = letters[letters.indexOf(token.at(-1)!) ^ 1]!
  const bytes = (of: string) => Buffer.from(of.split('.')[1]!, 'base64url')
  const spelled = token.slice(0, -1) + other
  if (!bytes(spelled).equals(bytes(token))) throw new Error('It has to be the same bytes.')
  return spelled
}
