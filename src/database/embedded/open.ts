import { setTimeout as delay } from 'node:timers/promises'

import { DatabaseError } from '../errors.ts'
import type { OpenDatabase, OpenDatabaseOptions } from '../types.ts'
import { embeddedAddress } from './address.ts'
import { join, type Membership } from './control.ts'
import { explainFolderError, prepareFolder } from './folder.ts'
import { clearAwayDead, inTurn, isAlive, type Owner, readOwner } from './lock.ts'
import { startDatabaseProcess } from './start.ts'

const PATIENCE_MS = 60_000
/** The process of a killed command may come first, and end before it could be joined. */
const ATTEMPTS = 3

/** Joins the database process of this folder, or starts it. */
export async function openEmbeddedDatabase({
  dataDir,
  onProgress,
  onLost,
}: OpenDatabaseOptions): Promise<OpenDatabase> {
  await prepareFolder(dataDir)
  const { membership, socketDir } = await inTurn(dataDir, 'starting', async () => {
    const joined = await joinRunning(dataDir)
    if (joined) return joined
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const started = await startDatabaseProcess(dataDir, onProgress, () => joinRunning(dataDir))
      if (started) return started
    }
    throw new DatabaseError(`The database in ${dataDir} ended as soon as it began.`)
  }).catch((error: unknown) => {
    throw explainFolderError(dataDir, error)
  })
  if (onLost) membership.onLost(() => void explainLoss(dataDir).then(onLost))
  return {
    url: embeddedAddress(socketDir),
    close: membership.leave,
  }
}

/** Waits for an owner that is ending; gives undefined when there is none, or the one there was is dead. */
async function joinRunning(
  dataDir: string,
): Promise<{ membership: Membership; socketDir: string } | undefined> {
  const deadline = Date.now() + PATIENCE_MS
  for (;;) {
    const owner = await readOwner(dataDir)
    if (!owner) return undefined
    const membership = await join(owner)
    if (membership) return { membership, socketDir: owner.socketDir }
    if (!isAlive(owner)) {
      await clearAwayDead(dataDir, owner)
      return undefined
    }
    if (Date.now() > deadline) throw silent(dataDir, owner)
    await delay(100)
  }
}

/** Postgres gives up when the disk is full; otherwise it was ended from outside. */
const explainLoss = (dataDir: string): Promise<DatabaseError> =>
  prepareFolder(dataDir).then(
    () =>
      new DatabaseError(
        `The database process of ${dataDir} was ended; start again, nothing saved is lost.`,
      ),
    (error: unknown) => (error instanceof DatabaseError ? error : new DatabaseError(String(error))),
  )

const silent = (dataDir: string, { pid }: Owner): DatabaseError =>
  new DatabaseError(
    `The process ${pid} holds the database in ${dataDir} and does not answer: end it with "kill ${pid}" and try again, or set DATA_DIR to another folder.`,
  )
