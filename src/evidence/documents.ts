import { NotFound, type Payload } from 'payload'

import type { Settings } from '../options/index.ts'
import type { Head } from './chain.ts'
import { type PublishedKey, readKeys } from './keys.ts'
import { inSnapshot, readDailyHeads, readHead } from './readEvents.ts'
import { signed, type Signed } from './signature.ts'

/** All public keys that ever signed here, the present one first. */
export interface KeysDocument {
  format: 'safeguarding-evidence-keys/1'
  issuer: Settings['publisher']
  keys: PublishedKey[]
}

export async function keysDocument(
  _: Payload,
  { evidence, publisher }: Settings,
): Promise<KeysDocument> {
  const { published } = await readKeys(evidence)
  return { format: 'safeguarding-evidence-keys/1', issuer: publisher, keys: published }
}

/** Where the chain ended at a moment: who keeps it can tell later that nothing before it was changed. */
export type HeadDocument = Signed<{
  format: 'safeguarding-chain-head/1'
  issuer: Settings['publisher']
  head: Head
  madeAt: string
}>

/** @throws `NotFound` while nothing is recorded */
export async function signedHead(payload: Payload, settings: Settings): Promise<HeadDocument> {
  const { slugs } = settings
  return signedNow(settings, 'safeguarding-chain-head/1', async () => {
    const head = await inSnapshot(payload, (snapshot) =>
      readHead(snapshot, slugs.publicationEvents),
    )
    if (!head) throw new NotFound()
    return { head }
  })
}

/** The same for the end of each day (UTC) on which something was recorded. */
export type HeadsDocument = Signed<{
  format: 'safeguarding-chain-heads/1'
  issuer: Settings['publisher']
  heads: Head[]
  madeAt: string
}>

export const signedHeads = (payload: Payload, settings: Settings): Promise<HeadsDocument> =>
  signedNow(settings, 'safeguarding-chain-heads/1', async () => ({
    heads: await inSnapshot(payload, (snapshot) =>
      readDailyHeads(snapshot, settings.slugs.publicationEvents),
    ),
  }))

/** Reads first the key and then the clock: the key was in use at the time that the document says. */
async function signedNow<Format extends string, Content extends object>(
  { evidence, publisher: issuer }: Settings,
  format: Format,
  read: () => Promise<Content>,
) {
  const { privateKey } = await readKeys(evidence)
  const madeAt = new Date().toISOString()
  return signed({ format, issuer, ...(await read()), madeAt }, privateKey)
}
