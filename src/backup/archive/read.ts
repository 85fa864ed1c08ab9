import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'

import { extract as makeExtract } from 'tar-stream'

import { codeOf } from '../../database/errors.ts'
import { BackupError } from '../errors.ts'

export type ArchiveEntry = { name: string; size: number; content: Readable }
type Receive = (entry: ArchiveEntry) => Promise<void>

export const damaged = (archive: string, how: string): BackupError =>
  new BackupError(`${archive} is damaged or no backup (${how}): restore from another one.`)

/** Reads an archive from its beginning to its end; `receive` takes each entry's content, or leaves it. */
export async function readArchive(
  archive: string,
  receive: Receive,
  signal: AbortSignal,
): Promise<void> {
  await checkReadable(archive)
  const extract = makeExtract()
  // What goes wrong while an entry is received is no damage of the archive.
  let received: unknown
  const read = pipeline(createReadStream(archive), createGunzip(), extract, { signal })
  read.catch(() => {})
  try {
    for await (const entry of extract) {
      const { name, size = 0, type } = entry.header
      if (type !== 'file') throw damaged(archive, `it holds ${name}, which is no file`)
      await receive({ name, size, content: entry as unknown as Readable }).catch(
        (error: unknown) => {
          received ??= error
          throw error
        },
      )
      entry.resume()
    }
    await read
  } catch (error) {
    extract.destroy()
    signal.throwIfAborted()
    // A content that breaks off is told to its receiver first; the archive says why.
    const cause = await read.then(
      () => undefined,
      (reason: unknown) => reason,
    )
    throw explain(archive, received && !isDamage(cause) ? received : (cause ?? error))
  }
}

async function checkReadable(archive: string): Promise<void> {
  const file = await open(archive).catch((error: unknown) => {
    const why = codeOf(error) === 'ENOENT' ? 'is not there' : 'cannot be read'
    throw new BackupError(`The backup ${archive} ${why}: check its name and whose it is.`)
  })
  const isFile = (await file.stat()).isFile()
  await file.close()
  if (!isFile) throw new BackupError(`${archive} is not a file: name the backup itself.`)
}

const isDamage = (error: unknown): boolean =>
  codeOf(error).startsWith('Z_') ||
  (error instanceof Error &&
    /^Unexpected end of data|^Invalid tar|^Invalid pax/i.test(error.message))

const explain = (archive: string, error: unknown): unknown =>
  isDamage(error) ? damaged(archive, (error as Error).message) : error
