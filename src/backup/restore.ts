import { createWriteStream } from 'node:fs'
import { mkdir, readdir } from 'node:fs/promises'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'

import { makeDataDir, POSTGRES_VERSION, prepareFolder } from '../database/embedded/folder.ts'
import { openEmbeddedDatabase } from '../database/embedded/open.ts'
import { markRestore, unmarkRestore } from '../database/restoreMark.ts'
import { checkServer } from '../database/server.ts'
import { HashingStream } from './archive/hash.ts'
import { damaged, type ArchiveEntry, readArchive } from './archive/read.ts'
import { verifyArchive } from './archive/verify.ts'
import { lostFiles } from './backup.ts'
import { loadDump, notEmpty, prepareLoad, stateOf } from './database/load.ts'
import type { Tool } from './database/tools.ts'
import { BackupError } from './errors.ts'
import type { Manifest } from './manifest.ts'
import { counted, fileOfEntry } from './names.ts'
import { checkFolder, clearHalfway } from './place.ts'
import { filesDir } from './storedFiles.ts'

export type RestoreOptions = {
  archive: string
  dataDir: string
  /** An empty database on a Postgres server of the user's own. */
  url?: string | undefined
  say: (line: string) => void
  warn: (line: string) => void
  signal: AbortSignal
}

/** Brings a backup into an empty place. Nothing is written before the whole archive has been checked. */
export async function restoreBackup(options: RestoreOptions): Promise<void> {
  const { archive, dataDir, url, say, signal, warn } = options
  const folder = await checkFolder(dataDir)
  if (url) await checkServer(url)
  say('Checking the backup')
  const manifest = await verifyArchive(archive, signal)
  await refuseUnknownMigrations(manifest)
  const { tool, isRestored } = await prepareDatabase(manifest, url, folder === 'halfway')

  await makeDataDir(dataDir)
  await markRestore(dataDir)
  if (folder === 'halfway') {
    say('Clearing away what an earlier restore left half-way')
    await clearHalfway(dataDir)
  }
  await writeEverything({ ...options, manifest, tool, isRestored })
  await unmarkRestore(dataDir)
  if (manifest.lost.length > 0) warn(lostFiles(manifest.lost))
  say(
    `Restored what there was at ${manifest.madeAt} (UTC). Users and passwords are in it; everybody`,
  )
  say('has to log in again, unless you put back the secret of then. Start the app with npm start.')
}

/** A database that an earlier try has filled, before it was stopped, need not be filled again. */
async function prepareDatabase(
  manifest: Manifest,
  url: string | undefined,
  halfway: boolean,
): Promise<{ tool: Tool | undefined; isRestored: boolean }> {
  if (!url) return { tool: await prepareLoad(manifest, POSTGRES_VERSION), isRestored: false }
  const { postgres, state } = await stateOf(url, manifest)
  const isRestored = state === 'restored' && halfway
  if (state === 'restored' && !halfway) throw notEmpty(['what this backup holds'])
  if (typeof state === 'object') throw notEmpty(state.contents)
  return { tool: await prepareLoad(manifest, postgres), isRestored }
}

type Parts = RestoreOptions & { manifest: Manifest; tool: Tool | undefined; isRestored: boolean }

/** The files come first in an archive, so that a database which is whole has all of its files. */
async function writeEverything(parts: Parts): Promise<void> {
  const { archive, dataDir, isRestored, manifest, say, signal } = parts
  const sums = new Map(manifest.files.map(({ name, sha256 }) => [name, sha256]))
  await mkdir(filesDir(dataDir), { recursive: true })
  say(`Copying ${counted(manifest.files.length, 'file')}`)
  await readArchive(
    archive,
    async ({ name, content }) => {
      const file = fileOfEntry(name)
      const hashing = new HashingStream()
      if (file !== undefined && sums.has(file)) {
        const target = createWriteStream(path.join(filesDir(dataDir), file), { flush: true })
        await pipeline(content, hashing, target, { signal })
        if (hashing.sha256() !== sums.get(file)) throw changed(archive)
      } else if (name === manifest.database.dump && !isRestored) {
        await writeDatabase(parts, content)
      }
    },
    signal,
  )
}

async function writeDatabase(parts: Parts, content: ArchiveEntry['content']): Promise<void> {
  const { dataDir, manifest, say, signal, tool, url } = parts
  say('Filling the database')
  const load = { tool, dump: content, signal }
  if (url) return loadDump({ ...load, url, isEmbedded: false })
  await prepareFolder(dataDir)
  const database = await openEmbeddedDatabase({ dataDir, onProgress: say })
  try {
    await loadDump({ ...load, url: database.url, isEmbedded: true })
    const { state } = await stateOf(database.url, manifest)
    if (state !== 'restored') throw changed(parts.archive)
  } finally {
    await database.close()
  }
}

/** Between the two readings somebody has written to the archive, or the disk no longer reads the same. */
const changed = (archive: string): BackupError => damaged(archive, 'it changed while it was read')

async function refuseUnknownMigrations({ database, program }: Manifest): Promise<void> {
  const folder = path.resolve(import.meta.dirname, '../migrations')
  const known = new Set((await readdir(folder)).map((file) => file.replace(/\.ts$/, '')))
  const unknown = database.migrations.find((name) => !known.has(name))
  if (unknown === undefined) return
  throw new BackupError(
    `The backup was made by a newer version of this program (${program}; its migration ${unknown} is not known here): restore it with that version.`,
  )
}
