import { text } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'

import { type Manifest, readManifest } from '../manifest.ts'
import { entryOfFile, MANIFEST } from '../names.ts'
import { HashingStream } from './hash.ts'
import { damaged, readArchive } from './read.ts'

const LARGEST_MANIFEST = 256 * 1024 * 1024

type Sum = { size: number; sha256: string }

/** Reads an archive whole and gives its manifest, or says what is wrong with it. Writes nothing. */
export async function verifyArchive(archive: string, signal: AbortSignal): Promise<Manifest> {
  const found = new Map<string, Sum>()
  let manifest: Manifest | undefined
  await readArchive(
    archive,
    async ({ name, size, content }) => {
      if (manifest || found.has(name)) throw damaged(archive, `it holds ${name} once too often`)
      if (name === MANIFEST && size <= LARGEST_MANIFEST) {
        manifest = readManifest(await text(content))
        if (!manifest) throw damaged(archive, `its ${MANIFEST} cannot be read`)
      } else found.set(name, await sumOf(content))
    },
    signal,
  )
  if (!manifest) throw damaged(archive, `it ends before its ${MANIFEST}`)
  const problem = compare(manifest, found)
  if (problem) throw damaged(archive, problem)
  return manifest
}

async function sumOf(content: NodeJS.ReadableStream): Promise<Sum> {
  const hashing = new HashingStream()
  await pipeline(content, hashing.resume())
  return { size: hashing.size, sha256: hashing.sha256() }
}

function compare({ database, files }: Manifest, found: Map<string, Sum>): string | undefined {
  const listed: ({ name: string } & Sum)[] = [
    { ...database, name: database.dump },
    ...files.map((file) => ({ ...file, name: entryOfFile(file.name) })),
  ]
  for (const { name, size, sha256 } of listed) {
    const sum = found.get(name)
    if (!sum) return `${name} is missing`
    if (sum.size !== size || sum.sha256 !== sha256) return `${name} has changed`
    found.delete(name)
  }
  const [unknown] = found.keys()
  return unknown && `${unknown} does not belong to it`
}
