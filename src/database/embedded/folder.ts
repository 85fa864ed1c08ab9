import { mkdir, readFile, rm, statfs, writeFile } from 'node:fs/promises'
import path from 'node:path'

import { codeOf, DatabaseError, isMissing } from '../errors.ts'

/** The major version of Postgres in the PGlite that is installed. */
export const POSTGRES_VERSION = 18

const MEGABYTE = 1024 * 1024
const SPACE_FOR_A_NEW_DATABASE = 150 * MEGABYTE
const SPACE_TO_GO_ON = 40 * MEGABYTE

export const databaseDir = (dataDir: string): string => path.join(dataDir, 'database')

/** Makes the folder in which the app keeps its data, or throws a `DatabaseError` that says what to do. */
export async function makeDataDir(dataDir: string): Promise<void> {
  try {
    await mkdir(dataDir, { recursive: true })
    await checkWritable(dataDir)
  } catch (error) {
    throw explainFolderError(dataDir, error)
  }
}

/** Makes sure that the folder can hold the database, or throws a `DatabaseError` that says what to do. */
export async function prepareFolder(dataDir: string): Promise<void> {
  await makeDataDir(dataDir)
  try {
    const version = await versionOf(dataDir)
    checkVersion(dataDir, version)
    await checkSpace(dataDir, version ? SPACE_TO_GO_ON : SPACE_FOR_A_NEW_DATABASE)
  } catch (error) {
    throw explainFolderError(dataDir, error)
  }
}

async function checkWritable(dataDir: string): Promise<void> {
  const probe = path.join(dataDir, `.probe-${process.pid}`)
  await writeFile(probe, 'x')
  await rm(probe, { force: true })
}

async function versionOf(dataDir: string): Promise<number | undefined> {
  const text = await readFile(path.join(databaseDir(dataDir), 'PG_VERSION'), 'utf8').catch(
    (error: unknown) => {
      if (isMissing(error)) return undefined
      throw error
    },
  )
  return text === undefined ? undefined : Number.parseInt(text, 10)
}

function checkVersion(dataDir: string, version: number | undefined): void {
  if (version === undefined || version === POSTGRES_VERSION) return
  const made = `The database in ${databaseDir(dataDir)} is of Postgres ${version}, this program's of Postgres ${POSTGRES_VERSION}`
  throw new DatabaseError(
    version > POSTGRES_VERSION
      ? `${made}: run the newer version of the program that made it, or set DATA_DIR to another folder.`
      : `${made}: run "npm run backup" with the older version of the program that made it and restore that with this one, or set DATA_DIR to another folder.`,
  )
}

async function checkSpace(dataDir: string, needed: number): Promise<void> {
  const { bavail, bsize } = await statfs(dataDir)
  if (bavail * bsize < needed) throw fullDisk(dataDir, needed)
}

const fullDisk = (dataDir: string, needed = SPACE_TO_GO_ON): DatabaseError =>
  new DatabaseError(
    `The disk that holds ${dataDir} is full: free at least ${needed / MEGABYTE} MB there, or set DATA_DIR to a folder on another disk.`,
  )

/** Turns what the file system said into a sentence; what it does not know, it leaves alone. */
export function explainFolderError(dataDir: string, error: unknown): unknown {
  switch (codeOf(error)) {
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return new DatabaseError(
        `The folder ${dataDir} cannot be written to: give this user the right to write there, or set DATA_DIR to another folder.`,
      )
    case 'EEXIST':
    case 'ENOTDIR':
      return new DatabaseError(
        `${dataDir} is not a folder: remove what is there, or set DATA_DIR to a folder.`,
      )
    case 'ENOSPC':
    case 'EDQUOT':
      return fullDisk(dataDir)
    default:
      return error
  }
}
