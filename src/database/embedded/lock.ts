import { readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'

import lockfile from 'proper-lockfile'

import { codeOf, DatabaseError, isMissing } from '../errors.ts'
import { SOCKET_DIR_PREFIX } from './address.ts'
import { identityOf } from './running.ts'

const FORMAT = 1

/** Who has the database open; written by the database process itself, before it opens the folder. */
export type Owner = {
  format: number
  pid: number
  identity: string | undefined
  /** The private folder with the sockets `control` and `.s.PGSQL.5432`. */
  socketDir: string
  /** Whoever knows it could read the lock file, so is this user; and it tells this owner from others. */
  token: string
  postgres: number
}

const lockPath = (dataDir: string): string => path.join(dataDir, 'database.lock')

export async function readOwner(dataDir: string): Promise<Owner | undefined> {
  const text = await readFile(lockPath(dataDir), 'utf8').catch((error: unknown) => {
    if (isMissing(error)) return undefined
    throw error
  })
  if (text === undefined) return undefined
  const owner = parse(text)
  if (owner && owner.format > FORMAT) {
    throw new DatabaseError(
      `The database in ${dataDir} is in use by a newer version of this program (process ${owner.pid}); stop that one first, or set DATA_DIR to another folder.`,
    )
  }
  // A lock cut short by a crash or a full disk says nothing about a living owner.
  return owner ?? { format: FORMAT, pid: 0, identity: '', socketDir: '', token: '', postgres: 0 }
}

function parse(text: string): Owner | undefined {
  try {
    return JSON.parse(text) as Owner
  } catch {
    return undefined
  }
}

export const isAlive = (owner: Owner): boolean => {
  if (owner.pid <= 0) return false
  const identity = identityOf(owner.pid)
  return identity !== undefined && identity === owner.identity
}

/** Takes the lock for this process, and tells whether it could: not when somebody else's is there. */
export async function writeOwner(
  dataDir: string,
  owner: Pick<Owner, 'postgres' | 'socketDir' | 'token'>,
): Promise<boolean> {
  const lock: Owner = {
    format: FORMAT,
    pid: process.pid,
    identity: identityOf(process.pid),
    ...owner,
  }
  return writeFile(lockPath(dataDir), `${JSON.stringify(lock)}\n`, {
    flag: 'wx',
    mode: 0o600,
  }).then(
    () => true,
    (error: unknown) => {
      if (codeOf(error) === 'EEXIST') return false
      throw error
    },
  )
}

/** What a killed owner left: its lock, and its sockets among the temporary files. */
export async function clearAwayDead(dataDir: string, owner: Owner): Promise<void> {
  if (path.basename(owner.socketDir).startsWith(SOCKET_DIR_PREFIX)) {
    await rm(owner.socketDir, { force: true, recursive: true })
  }
  await removeOwner(dataDir, owner)
}

/** Removes the lock of this owner, and never the one that another has put there since. */
export async function removeOwner(dataDir: string, { token }: Pick<Owner, 'token'>): Promise<void> {
  const current = await readOwner(dataDir)
  if (current?.token === token) await rm(lockPath(dataDir), { force: true })
}

const turns = {
  starting: { file: 'database.turn', minutes: 1 },
  'setting up': { file: 'set-up.turn', minutes: 15 },
}
const turn = { stale: 10_000, update: 2_000, onCompromised: () => {} }
const oftenEnough = { factor: 1, minTimeout: 100, maxTimeout: 200, randomize: true }
const TRIES_IN_A_MINUTE = 400

/**
 * Runs `work` while no other command does the same to this folder: `starting` the database, for the moment of
 * joining or starting it, or `setting up` what is in it. Held by the command, not by the database, whose event
 * loop stands still during a query; a killed command's turn ends after ten seconds.
 */
export async function inTurn<Result>(
  dataDir: string,
  task: 'setting up' | 'starting',
  work: () => Promise<Result>,
  onWait: () => void = () => {},
): Promise<Result> {
  const { file, minutes } = turns[task]
  const lock = (retries: lockfile.LockOptions['retries']) =>
    lockfile.lock(dataDir, { ...turn, lockfilePath: path.join(dataDir, file), retries })
  const release = await lock(0)
    .catch((error: unknown) => {
      if (codeOf(error) !== 'ELOCKED') throw error
      onWait()
      return lock({ ...oftenEnough, retries: minutes * TRIES_IN_A_MINUTE })
    })
    .catch((error: unknown) => {
      if (codeOf(error) !== 'ELOCKED') throw error
      throw new DatabaseError(
        `Another command has been ${task} the database in ${dataDir} for ${minutes} min; stop it and try again.`,
      )
    })
  try {
    return await work()
  } finally {
    await release().catch(() => {})
  }
}
