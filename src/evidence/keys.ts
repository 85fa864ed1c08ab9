import { generateKeyPairSync, randomUUID } from 'node:crypto'
import { link, readFile, rename, rm, writeFile } from 'node:fs/promises'

import { keyIdOf, publicPEM } from './signature.ts'

/** A public key as everybody may have it, with the time in which it signed. */
export interface PublishedKey {
  id: string
  algorithm: 'Ed25519'
  /** PEM (SPKI). */
  publicKey: string
  /** ISO 8601; null for a key that the host gave, whose beginning is not known here. */
  from: string | null
  /** Null while it signs. */
  until: string | null
}

/** Where the keys come from: the option `evidence`. */
export interface EvidenceSettings {
  keyFile: string
  privateKey?: string
  earlierKeys: { publicKey: string; from?: string; until: string }[]
}

interface KeptKeys {
  /** PEM (PKCS #8). */
  privateKey: string
  from: string
  earlier: PublishedKey[]
}

/** The key that signs now, and all public keys, the present one first. */
export interface Keys {
  privateKey: string
  published: PublishedKey[]
}

const published = (key: string, from: string | null, until: string | null): PublishedKey => ({
  id: keyIdOf(key),
  algorithm: 'Ed25519',
  publicKey: publicPEM(key),
  from,
  until,
})

const ownerOnly = { mode: 0o600 }

const made = (from: string, earlier: PublishedKey[]): KeptKeys => ({
  privateKey: generateKeyPairSync('ed25519')
    .privateKey.export({ type: 'pkcs8', format: 'pem' })
    .toString(),
  from,
  earlier,
})

async function readKept(file: string): Promise<KeptKeys | undefined> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw error
  })
  return text === undefined ? undefined : (JSON.parse(text) as KeptKeys)
}

/** Written beside and put in place whole: two processes that need the first key take the same one. */
async function writeKept(file: string, keys: KeptKeys, { isFirst }: { isFirst: boolean }) {
  const beside = `${file}.${randomUUID()}`
  await writeFile(beside, `${JSON.stringify(keys, null, 2)}\n`, ownerOnly)
  try {
    if (!isFirst) await rename(beside, file)
    else
      await link(beside, file).catch((error: NodeJS.ErrnoException) => {
        if (error.code !== 'EEXIST') throw error
      })
  } finally {
    await rm(beside, { force: true })
  }
}

const fromKept = ({ earlier, from, privateKey }: KeptKeys): Keys => ({
  privateKey,
  published: [published(privateKey, from, null), ...earlier],
})

/** The keys as they are now; the first is made when it is first needed. Read anew each time, as they rotate. */
export async function readKeys({
  earlierKeys,
  keyFile,
  privateKey,
}: EvidenceSettings): Promise<Keys> {
  if (privateKey) {
    const earlier = earlierKeys.map(({ from, publicKey, until }) =>
      published(publicKey, from ?? null, until),
    )
    return { privateKey, published: [published(privateKey, null, null), ...earlier] }
  }
  const kept = await readKept(keyFile)
  if (kept) return fromKept(kept)
  await writeKept(keyFile, made(new Date().toISOString(), []), { isFirst: true })
  return fromKept((await readKept(keyFile))!)
}

/**
 * Makes a new key, which signs from now on. The one before stays published with its time.
 *
 * @throws where the host gives the key, which it then exchanges itself
 */
export async function rotateKey(settings: EvidenceSettings): Promise<Keys> {
  if (settings.privateKey)
    throw new Error(
      'The key is given by the option `evidence.privateKey`: give another one there, and this one’s public half in `evidence.earlierKeys`.',
    )
  const [current, ...earlier] = (await readKeys(settings)).published
  const now = new Date().toISOString()
  const keys = made(now, [{ ...current!, until: now }, ...earlier])
  await writeKept(settings.keyFile, keys, { isFirst: false })
  return fromKept(keys)
}
