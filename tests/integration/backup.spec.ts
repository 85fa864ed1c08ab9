import { rmSync } from 'node:fs'
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'

import type { CollectionSlug } from 'payload'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'

import { makeBackup } from '../../src/backup/backup.ts'
import { restoreBackup } from '../../src/backup/restore.ts'
import { openDatabase } from '../../src/database/open.ts'
import { findUnfinished } from '../../src/database/unfinished.ts'
import { migrations } from '../../src/migrations/index.ts'
import { sealFaults } from '../../src/seal/check.ts'
import { startTestApp, type TestApp } from '../helpers/app.ts'
import { entriesOf, manifestOf } from '../helpers/backup/archives.ts'
import { ask, emptyPlace, installationOf, type Place } from '../helpers/backup/places.ts'
import { refusal } from '../helpers/backup/refusal.ts'
import { seal } from '../helpers/backup/seal.ts'
import { Command } from '../helpers/processes/command.ts'
import { png, published, review, storeFile, type StoredFile } from '../helpers/content.ts'
import { publicationNames, publicView } from '../helpers/publicView.ts'
import { refusalOfSQL } from '../helpers/sql.ts'

const isServer = inject('templates').kind === 'server'

let app: TestApp
let folder: string
let archive: string
let report: StoredFile
let reviewID: number
let draftID: number
let before: unknown
let lines: string[]

const quiet = { say: () => {}, warn: () => {}, signal: new AbortController().signal }

const backup = (target: string, options: Partial<Parameters<typeof makeBackup>[0]> = {}) =>
  makeBackup({ ...quiet, ...installationOf(app.database), target, ...options })

const restore = (
  { dataDir, url }: Pick<Place, 'dataDir' | 'url'>,
  options: Partial<Parameters<typeof restoreBackup>[0]> = {},
) => restoreBackup({ ...quiet, archive, dataDir, url, ...options })

/** Uploads and deletes files as fast as it can, until it is told to end. */
function keepEditing({ payload }: TestApp): { end: () => Promise<number> } {
  let ending = false
  const editing = (async () => {
    let count = 0
    for (; !ending; count += 1) {
      const { id } = await storeFile(payload, { name: `passing ${count}.pdf` })
      await payload.create({
        collection: 'reviews' as CollectionSlug,
        draft: true,
        data: review({ name: `Passing ${count}` }) as never,
      })
      if (count % 2) await payload.delete({ collection: 'files' as CollectionSlug, id })
    }
    return count
  })()
  return {
    end: () => {
      ending = true
      return editing
    },
  }
}

beforeAll(async () => {
  app = await startTestApp()
  folder = await mkdtemp(path.join(tmpdir(), 'reviews-backups-'))
  const { payload } = app
  report = await storeFile(payload)
  await storeFile(payload, { bytes: await png(900, 400), mimetype: 'image/png', name: 'Map.png' })
  const create = (values: Record<string, unknown>) =>
    payload.create({ collection: 'reviews' as CollectionSlug, data: review(values) as never })
  const reviewed = { reportAvailability: 'published', reportFile: report.id, ...published }
  reviewID = (await create(reviewed)).id as number
  draftID = (await create({ name: 'Bella', _status: 'draft' })).id as number
  await ask(app.database.ownerURL, seal)
  before = await publicView(app, publicationNames.reviews, reviewID, report.filename)
  lines = []
  const editing = keepEditing(app)
  const note = (line: string): void => void lines.push(line)
  try {
    archive = await backup(folder, { say: note, warn: note })
  } finally {
    expect(await editing.end()).toBeGreaterThan(0)
  }
})

afterAll(async () => {
  await app.stop()
  await rm(folder, { force: true, recursive: true })
})

describe('a backup', () => {
  it('says each step, and stands under a name with its time, for its owner alone', async () => {
    expect(lines).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/the database$/),
        'Reading the database as it is now',
        expect.stringMatching(/^Copying \d+ files$/),
        expect.stringMatching(/^Adding the database/),
        expect.stringContaining(`The backup is ${archive} (`),
      ]),
    )
    expect(path.basename(archive)).toMatch(/^safeguarding-reviews-\d{4}-\d\d-\d\d-\d{6}\.tar\.gz$/)
    expect((await stat(archive)).mode & 0o777).toBe(0o600)
    expect(await readdir(folder)).toEqual([path.basename(archive)])
  })

  it('lists all that is in it, and not the secret', async () => {
    const entries = await entriesOf(archive)
    const { files, ...manifest } = await manifestOf(archive)
    expect(manifest).toMatchObject({ format: 1, program: expect.any(String) })
    // While files go all the time, the last attempt may name one that it lacks; it never does so in silence.
    expect(lines.some((line) => line.startsWith('Warning'))).toBe(manifest.lost.length > 0)
    expect(manifest.database).toMatchObject({
      kind: isServer ? 'custom' : 'sql',
      migrations: migrations.map(({ name }) => name),
    })
    expect([...entries.keys()].sort()).toEqual(
      [
        'manifest.json',
        manifest.database.dump,
        ...files.map(({ name }: { name: string }) => `files/${name}`),
      ].sort(),
    )
  })

  it('overwrites nothing', async () => {
    const other = path.join(folder, 'mine.tar.gz')
    await writeFile(other, 'mine')
    expect(await refusal(backup(other))).toMatch(/is there already and is left as it is/)
    expect(await readFile(other, 'utf8')).toBe('mine')
    await rm(other)
  })

  it('leaves nothing behind when it is stopped', async () => {
    const stop = new AbortController()
    const say = (line: string) => line.startsWith('Copying') && stop.abort()
    await expect(
      backup(path.join(folder, 'x.tar.gz'), { say, signal: stop.signal }),
    ).rejects.toThrow(/abort/)
    expect(await readdir(folder)).toEqual([path.basename(archive)])
  })

  it('says so when the database names a file that was lost', async () => {
    const { dataDir } = app.database
    const lost = await storeFile(app.payload)
    await rm(path.join(dataDir, 'files', lost.filename))
    const warnings: string[] = []
    const target = path.join(folder, 'lost.tar.gz')
    await backup(target, { warn: (line) => warnings.push(line) })
    expect(warnings).toEqual([expect.stringMatching(`names 1 file .*: ${lost.filename}`)])
    expect((await manifestOf(target)).lost).toEqual([lost.filename])
    await rm(target)
    await app.payload.delete({ collection: 'files' as CollectionSlug, id: lost.id })
  })

  it('is taken again when a file is deleted while it is copied', async () => {
    const { payload, database } = app
    const deleted = await storeFile(payload)
    const target = path.join(folder, 'deleted.tar.gz')
    const said: string[] = []
    let deletion: Promise<unknown> | undefined
    const say = (line: string): void => {
      said.push(line)
      if (deletion || !line.startsWith('Copying')) return
      // As Payload does it: the file first, and then its row.
      rmSync(path.join(database.dataDir, 'files', deleted.filename))
      deletion = payload.delete({ collection: 'files' as CollectionSlug, id: deleted.id })
    }
    await backup(target, { say, warn: say })
    await deletion
    expect(said).toContain('A file is not there any more; reading the database again')
    expect(said.join('\n')).not.toContain('Warning')
    expect([...(await entriesOf(target)).keys()]).not.toContain(`files/${deleted.filename}`)
    await rm(target)
  })

  it('says that there is nothing to back up, and makes no database for it', async () => {
    const dataDir = path.join(folder, 'nothing')
    expect(await refusal(makeBackup({ ...quiet, dataDir, target: folder }))).toMatch(
      /^There is nothing to back up/,
    )
    expect(await readdir(folder)).toEqual([path.basename(archive)])
  })
})

describe('a restore', { timeout: 240_000 }, () => {
  it('brings everything back, and the app goes on from there', async () => {
    const place = await emptyPlace()
    await restore(place)
    const database = await place.open()
    expect((await findUnfinished(database.url)).migrations).toBe(false)
    const restored = await startTestApp({ database })
    try {
      const after = await publicView(restored, publicationNames.reviews, reviewID, report.filename)
      expect(after).toEqual(before)
      expect(await sealFaults(restored.payload)).toEqual([])
      const unpublish = `update reviews set _status = 'draft' where id = ${reviewID}`
      expect((await refusalOfSQL(restored.payload, unpublish)).state).toBe('SR001')
      const { payload } = restored
      const { docs } = await payload.find({
        collection: 'files' as CollectionSlug,
        pagination: false,
      })
      const named = (docs as unknown as StoredFile[]).flatMap((file) =>
        [file.filename, file.sizes?.thumbnail?.filename].filter((name) => typeof name === 'string'),
      )
      const stored = await readdir(path.join(database.dataDir, 'files'))
      expect([...stored, ...(await manifestOf(archive)).lost].sort()).toEqual(named.sort())
      const reports = [app, restored].map((one) =>
        path.join(one.database.dataDir, 'files', report.filename),
      )
      const [bytes, again] = await Promise.all(reports.map((file) => readFile(file)))
      expect(again!.equals(bytes!)).toBe(true)
      const draft = await payload.findByID({
        collection: 'reviews' as CollectionSlug,
        id: draftID,
        draft: true,
      })
      expect(draft).toMatchObject({ name: 'Bella', _status: 'draft' })
      const fresh = await payload.create({
        collection: 'reviews' as CollectionSlug,
        data: review({ name: 'After' }) as never,
      })
      expect(fresh.id).toBeGreaterThan(draftID)
      await expect(ask(database.url, `delete from reviews where id = ${draftID}`)).rejects.toThrow(
        'sealed: reviews',
      )
      const { rows } = await ask<{ next: number }>(
        database.url,
        "select nextval('another_seal.ledger')::int as next",
      )
      expect(rows).toEqual([{ next: 8 }])
    } finally {
      await restored.stop()
    }
  })

  it('refuses a place where something is, and names it', async () => {
    const { dataDir, url } = installationOf(app.database)
    const message = await refusal(restore({ dataDir, url }))
    expect(message).toMatch(isServer ? /is not empty \(it holds files\)/ : /is running on/)
    const place = await emptyPlace()
    await writeFile(path.join(place.dataDir, 'secret'), 'kept beside the backup')
    await writeFile(path.join(place.dataDir, 'notes.txt'), 'mine')
    expect(await refusal(restore(place))).toMatch(/is not empty \(it holds notes\.txt\)/)
    if (url) {
      await rm(path.join(place.dataDir, 'notes.txt'))
      expect(await refusal(restore({ ...place, url }))).toMatch(
        /^The database of DATABASE_URL is not empty \(it holds the table .* and \d+ more\)/,
      )
    }
    await place.drop()
  })

  it('that was killed says so, keeps the app away, and can be repeated', async () => {
    const place = await emptyPlace()
    const command = new Command('../../../src/backup/restoreCommand.ts', [archive], {
      DATA_DIR: place.dataDir,
      DATABASE_URL: place.url ?? '',
    })
    await command.said(/^Filling the database/)
    command.kill('SIGKILL')
    await command.exited
    expect(await refusal(openDatabase(place))).toMatch(
      /^A restore into .* was stopped half-way: run "npm run restore" again/,
    )
    await restore(place)
    expect(await place.contents()).not.toContain('restore-unfinished')
    const database = await place.open()
    const { rows } = await ask<{ name: string }>(
      database.url,
      `select name from reviews where id = ${draftID}`,
    )
    expect(rows).toEqual([{ name: 'Bella' }])
    await database.drop()
  })
})
