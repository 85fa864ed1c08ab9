/**
 * The database process. It is started by the first command that uses a folder, shared by all that come
 * after it, and ends with the last of them.
 */
import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdtemp, rename, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { PGLiteSocketServer } from '@electric-sql/pglite-socket'

import { SOCKET_DIR_PREFIX } from './address.ts'
import { controlPath, Members, postgresPath } from './control.ts'
import { databaseDir, explainFolderError, POSTGRES_VERSION } from './folder.ts'
import { removeOwner, writeOwner } from './lock.ts'
import { SharedPGlite } from './pglite.ts'

/** Statements wait their turn anyway, so this only has to be more than all pools together open. */
const MAX_CONNECTIONS = 60
/** The kernel's limit for a socket's path, with its closing zero, is 104 bytes on macOS, 108 on Linux. */
const LONGEST_SOCKET_PATH = 103

const dataDir = path.resolve(process.argv[2] ?? '')
const token = randomBytes(24).toString('hex')

async function makeSocketDir(): Promise<string> {
  // `mkdtemp` adds six characters.
  const longest = postgresPath(path.join(tmpdir(), `${SOCKET_DIR_PREFIX}123456`))
  const fits = Buffer.byteLength(longest) <= LONGEST_SOCKET_PATH
  return mkdtemp(path.join(fits ? tmpdir() : '/tmp', SOCKET_DIR_PREFIX))
}

/** A new database is made aside and moved into place, so that a kill in between leaves none or a whole one. */
async function createDatabase(): Promise<void> {
  const aside = `${databaseDir(dataDir)}.new`
  await rm(aside, { force: true, recursive: true })
  const fresh = new SharedPGlite(aside)
  await fresh.waitReady
  await fresh.close()
  await rename(aside, databaseDir(dataDir))
}

async function run(): Promise<void> {
  const socketDir = await makeSocketDir()
  let end = async (): Promise<void> => {}
  const members = new Members(token, () => void end())
  const leaveNoTrace = async (): Promise<void> => {
    await removeOwner(dataDir, { token })
    await rm(socketDir, { force: true, recursive: true })
  }
  try {
    await new Promise<void>((resolve, reject) => {
      members.server.on('error', reject).listen(controlPath(socketDir), resolve)
    })
    // Whoever started this process may have been killed since, and the folder be in other hands.
    const isOwner =
      process.connected &&
      (await writeOwner(dataDir, { postgres: POSTGRES_VERSION, socketDir, token }))
    if (!isOwner) {
      if (process.connected) process.send?.('taken')
      members.server.close()
      return await leaveNoTrace()
    }
    if (!existsSync(databaseDir(dataDir))) await createDatabase()
    const database = new SharedPGlite(databaseDir(dataDir))
    await database.waitReady
    database.onBroken = (error) => {
      console.error(error)
      // The answer that says why still has to leave. What was acknowledged is recovered at the next start.
      setTimeout(() => process.exit(1), 100)
    }
    const server = new PGLiteSocketServer({
      db: database,
      maxConnections: MAX_CONNECTIONS,
      path: postgresPath(socketDir),
    })
    await server.start()

    let ended = false
    end = async () => {
      if (ended) return
      ended = true
      members.refuse()
      await server.stop()
      await database.close()
      await leaveNoTrace()
      process.exit(0)
    }
  } catch (error) {
    await leaveNoTrace()
    throw error
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(signal, () => void end())
  const endIfUnused = (): void => void (members.count === 0 && end())
  process.on('disconnect', endIfUnused)
  if (!process.connected) endIfUnused()
  members.welcome()
  process.send?.('ready')
}

run().catch((error: unknown) => {
  const explained = explainFolderError(dataDir, error)
  console.error(error)
  process.send?.({ failed: explained instanceof Error ? explained.message : String(explained) })
  process.exitCode = 1
  setTimeout(() => process.exit(1), 1_000).unref()
  if (process.connected) process.disconnect()
})
