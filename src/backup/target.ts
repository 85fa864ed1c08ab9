import { access, link, mkdtemp, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'

import { codeOf } from '../database/errors.ts'
import { BackupError } from './errors.ts'
import { archiveName } from './names.ts'

/** Where the archive is to be: the name that was given, or one of its own in the folder that was given. */
export async function targetOf(given: string, madeAt: Date): Promise<string> {
  const isFolder = await stat(given).then(
    (found) => found.isDirectory(),
    () => false,
  )
  const target = isFolder ? path.join(given, archiveName(madeAt)) : given
  const isThere = await access(target).then(
    () => true,
    () => false,
  )
  if (isThere) throw taken(target)
  return target
}

const taken = (target: string): BackupError =>
  new BackupError(`${target} is there already and is left as it is: give the backup another name.`)

/**
 * Has the archive written in a private folder beside its place, and puts it there once it is whole: what stands
 * under its name is never half an archive.
 */
export async function writeAside(
  target: string,
  write: (folder: string, archive: string) => Promise<void>,
): Promise<void> {
  try {
    const folder = await mkdtemp(`${target}.unfinished-`).catch((error: unknown) => {
      throw noFolder(target, error)
    })
    try {
      const archive = path.join(folder, path.basename(target))
      await write(folder, archive)
      await putInPlace(archive, target)
    } finally {
      await rm(folder, { force: true, recursive: true })
    }
  } catch (error) {
    throw explain(target, error)
  }
}

/** A link, unlike a rename, takes no other file's place; some file systems have none. */
async function putInPlace(archive: string, target: string): Promise<void> {
  try {
    await link(archive, target)
  } catch (error) {
    if (codeOf(error) === 'EEXIST') throw taken(target)
    await rename(archive, target)
  }
}

const noFolder = (target: string, error: unknown): unknown =>
  ['ENOENT', 'ENOTDIR'].includes(codeOf(error))
    ? new BackupError(
        `There is no folder ${path.dirname(target)}: make it first, or name another one.`,
      )
    : error

function explain(target: string, error: unknown): unknown {
  const folder = path.dirname(target)
  switch (codeOf(error)) {
    case 'ENOSPC':
    case 'EDQUOT':
      return new BackupError(
        `The disk that holds ${folder} is full: free some space there, or put the backup on another disk.`,
      )
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return new BackupError(
        `The backup cannot be written to ${folder}: name a place where this user may write.`,
      )
    default:
      return error
  }
}
