import { createReadStream, existsSync } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'

import { databaseDir } from '../database/embedded/folder.ts'
import { openDatabase } from '../database/open.ts'
import { refuseUnfinishedRestore } from '../database/restoreMark.ts'
import { ArchiveWriter } from './archive/write.ts'
import { type Dump, dumpDatabase } from './database/dump.ts'
import { BackupError } from './errors.ts'
import { makeManifest } from './manifest.ts'
import { counted, MANIFEST, sizeInWords, someOf } from './names.ts'
import { addFiles, missingAmong, MissingFile } from './storedFiles.ts'
import { targetOf, writeAside } from './target.ts'

const ATTEMPTS = 4
const PAUSE_MS = 1_000

export type BackupOptions = {
  dataDir: string
  /** A Postgres server of the user's own. */
  url?: string | undefined
  /** A name for the archive, or the folder that is to hold it. */
  target: string
  say: (line: string) => void
  warn: (line: string) => void
  signal: AbortSignal
}

/** Writes database and files into one archive and returns where it is. */
export async function makeBackup(options: BackupOptions): Promise<string> {
  const { dataDir, url, say, signal } = options
  const madeAt = new Date()
  const target = await targetOf(options.target, madeAt)
  await refuseUnfinishedRestore(dataDir)
  if (!url && !existsSync(databaseDir(dataDir))) throw nothingThere(`the folder ${dataDir}`)
  if (existsSync(path.join(dataDir, 'sample-unfinished'))) {
    throw new BackupError('The app is still being set up: wait until it says that it is ready.')
  }
  say(url ? 'Connecting to the database' : 'Opening the database')
  const database = await openDatabase({ dataDir, url, onProgress: say })
  try {
    await writeAside(target, async (folder, archive) => {
      const file = path.join(folder, 'database')
      const dump = () => dumpDatabase({ url: database.url, isEmbedded: !url, file, signal })
      await writeConsistent({ ...options, madeAt, archive, file, dump })
    })
  } finally {
    await database.close()
  }
  say(`The backup is ${target} (${sizeInWords((await stat(target)).size)}).`)
  return target
}

type Parts = BackupOptions & {
  madeAt: Date
  archive: string
  file: string
  dump: () => Promise<Dump>
}

/**
 * Takes the database first and then the files that it names: they never change, so they are what they were at
 * that moment. Only one that is deleted meanwhile is not; then everything is taken again, later. A file that two
 * moments in turn name and lack was lost before. Where files go all the time, the last attempt does without:
 * a backup that names what it lacks is better than none.
 */
async function writeConsistent(parts: Parts): Promise<void> {
  const { dataDir, signal, say } = parts
  let lackedBefore: string[] = []
  for (let attempt = 1; ; attempt += 1) {
    const isLast = attempt >= ATTEMPTS
    say('Reading the database as it is now')
    const dump = await parts.dump()
    if (dump.migrations.length === 0) throw nothingThere('the database')
    const lacking = await missingAmong(dataDir, dump.files)
    if (isLast || lacking.every((name) => lackedBefore.includes(name))) {
      if (await writeArchive(parts, dump, { lacking, maySkip: isLast })) return
    }
    lackedBefore = lacking
    say('A file is not there any more; reading the database again')
    await delay(PAUSE_MS, undefined, { signal })
  }
}

type Lacking = { lacking: string[]; maySkip: boolean }

/** False when a file went while it was to be copied, and may not be skipped. */
async function writeArchive(
  parts: Parts,
  dump: Dump,
  { lacking, maySkip }: Lacking,
): Promise<boolean> {
  const { dataDir, madeAt, archive, file, say, signal, warn } = parts
  const { files: named, ...database } = dump
  const present = named.filter((name) => !lacking.includes(name))
  const writer = new ArchiveWriter(archive, signal)
  try {
    say(`Copying ${counted(present.length, 'file')}`)
    const files = await addFiles(writer, dataDir, present, { maySkip })
    const copied = new Set(files.map(({ name }) => name))
    const lost = named.filter((name) => !copied.has(name))
    const { size } = await stat(file)
    say(`Adding the database (${sizeInWords(size)} before compression)`)
    const content = createReadStream(file)
    const sum = await writer.add({ name: dump.dump, size, time: madeAt, content })
    const manifest = makeManifest({
      program: await ownVersion(),
      madeAt: madeAt.toISOString(),
      database: { ...database, ...sum },
      files,
      lost,
    })
    await writer.addText(MANIFEST, `${JSON.stringify(manifest, null, 2)}\n`, madeAt)
    await writer.finish()
    if (lost.length > 0) warn(lostFiles(lost))
    return true
  } catch (error) {
    await writer.abandon()
    if (error instanceof MissingFile) return false
    throw error
  }
}

/** What is said when a backup is made and again when it is restored. */
export const lostFiles = (lost: string[]): string =>
  `Warning: the database names ${counted(lost.length, 'file')} that the folder no longer had: ${someOf(lost)}.`

async function ownVersion(): Promise<string> {
  const file = path.resolve(import.meta.dirname, '../../package.json')
  return (JSON.parse(await readFile(file, 'utf8')) as { version: string }).version
}

const nothingThere = (where: string): BackupError =>
  new BackupError(
    `There is nothing to back up in ${where}: set DATA_DIR or DATABASE_URL as for the app.`,
  )
