import { createReadStream, createWriteStream } from 'node:fs'
import { buffer } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'

import { extract as makeExtract, pack as makePack } from 'tar-stream'

export type Entries = Map<string, Buffer>

export async function entriesOf(archive: string): Promise<Entries> {
  const entries: Entries = new Map()
  const extract = makeExtract()
  const read = pipeline(createReadStream(archive), createGunzip(), extract)
  for await (const entry of extract) entries.set(entry.header.name, await buffer(entry))
  await read
  return entries
}

/** A whole archive of other contents: what a damage of the bytes, which gzip notices, cannot make. */
export async function writeEntries(archive: string, entries: Entries): Promise<void> {
  const pack = makePack()
  for (const [name, bytes] of entries) pack.entry({ name }, bytes)
  pack.finalize()
  await pipeline(pack, createGzip(), createWriteStream(archive))
}

type ManifestJSON = Record<string, any>

export const manifestOf = async (archive: string): Promise<ManifestJSON> =>
  JSON.parse((await entriesOf(archive)).get('manifest.json')!.toString()) as ManifestJSON

export const changeManifest = (
  entries: Entries,
  change: (manifest: ManifestJSON) => void,
): void => {
  const manifest = JSON.parse(entries.get('manifest.json')!.toString()) as ManifestJSON
  change(manifest)
  entries.set('manifest.json', Buffer.from(JSON.stringify(manifest)))
}
