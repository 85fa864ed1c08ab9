import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import path from 'node:path'

import { codeOf, isMissing } from '../database/errors.ts'
import type { ArchiveWriter } from './archive/write.ts'
import { BackupError } from './errors.ts'
import type { StoredFile } from './manifest.ts'
import { entryOfFile, isPlainName } from './names.ts'

/** A file that the database names and that is not there, or not any more. */
export class MissingFile extends Error {
  override name = 'MissingFile'
}

export const filesDir = (dataDir: string): string => path.join(dataDir, 'files')

/** Which of these names have no file. */
export async function missingAmong(dataDir: string, names: string[]): Promise<string[]> {
  const missing: string[] = []
  for (const name of names) {
    const found = isPlainName(name) && (await sizeOf(path.join(filesDir(dataDir), name)))
    if (!found) missing.push(name)
  }
  return missing
}

/** Adds the files that are there one after the other; a stored file's bytes never change, so each may be read at any time. */
export async function addFiles(
  archive: ArchiveWriter,
  dataDir: string,
  names: string[],
  { maySkip }: { maySkip: boolean },
): Promise<StoredFile[]> {
  const files: StoredFile[] = []
  for (const name of names) {
    const file = path.join(filesDir(dataDir), name)
    const found = await sizeOf(file)
    if (!found && maySkip) continue
    if (!found) throw new MissingFile(name)
    const content = createReadStream(file)
    const sum = await archive
      .add({ name: entryOfFile(name), size: found.size, time: found.mtime, content })
      .catch((error: unknown) => {
        if (isMissing(error)) throw new MissingFile(name)
        if (codeOf(error) !== 'EACCES') throw error
        throw new BackupError(`The file ${file} cannot be read: give this user the right to.`)
      })
    files.push({ name, ...sum })
  }
  return files
}

const sizeOf = (file: string): Promise<{ size: number; mtime: Date } | undefined> =>
  stat(file).catch((error: unknown) => {
    if (isMissing(error)) return undefined
    throw error
  })
