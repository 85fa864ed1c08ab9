import { randomBytes } from 'node:crypto'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { makeBackup } from '../../src/backup/backup.ts'
import { restoreBackup } from '../../src/backup/restore.ts'
import {
  changeManifest,
  type Entries,
  entriesOf,
  writeEntries,
} from '../helpers/backup/archives.ts'
import { ask, emptyPlace, installationOf, type Place } from '../helpers/backup/places.ts'
import { refusal } from '../helpers/backup/refusal.ts'
import { createTestDatabase, type TestDatabase } from '../helpers/database.ts'

const quiet = { say: () => {}, warn: () => {}, signal: new AbortController().signal }

describe('a damaged backup is refused and nothing is written', () => {
  let database: TestDatabase
  let place: Place
  let folder: string
  let archive: string
  let bytes: Buffer

  beforeAll(async () => {
    database = await createTestDatabase()
    place = await emptyPlace()
    folder = await mkdtemp(path.join(tmpdir(), 'reviews-damaged-'))
    await mkdir(path.join(database.dataDir, 'files'))
    for (const name of ['report.pdf', 'leaflet.pdf']) {
      await writeFile(path.join(database.dataDir, 'files', name), randomBytes(20_000))
      await ask(
        database.url,
        `insert into files (filename, mime_type) values ('${name}', 'application/pdf')`,
      )
    }
    archive = await makeBackup({ ...quiet, ...installationOf(database), target: folder })
    bytes = await readFile(archive)
  })
  afterAll(async () => {
    await place.drop()
    await database.drop()
    await rm(folder, { force: true, recursive: true })
  })

  const refused = async (change: (file: string) => Promise<void>): Promise<string> => {
    const file = path.join(folder, 'damaged.tar.gz')
    await change(file)
    const message = await refusal(
      restoreBackup({ ...quiet, archive: file, dataDir: place.dataDir, url: place.url }),
    )
    expect(await place.contents()).toEqual([])
    return message
  }

  it.each([0, 0.01, 0.1, 0.3, 0.5, 0.7, 0.9, 0.99, 1])(
    'with a bit turned at %d of it',
    async (part) => {
      const message = await refused((file) => {
        const copy = Buffer.from(bytes)
        const at = Math.floor((bytes.length - 1) * part)
        copy[at] = copy[at]! ^ 0x10
        return writeFile(file, copy)
      })
      expect(message).toMatch(/is damaged or no backup/)
    },
  )

  it.each([0, 0.5, 0.999])('cut off at %d of it', async (part) => {
    const message = await refused((file) =>
      writeFile(file, bytes.subarray(0, Math.floor(bytes.length * part))),
    )
    expect(message).toMatch(/is damaged or no backup/)
  })

  const firstFile = (entries: Entries) =>
    [...entries.keys()].find((name) => name.startsWith('files'))!
  const dumpOf = (entries: Entries) =>
    [...entries.keys()].find((name) => name.startsWith('database'))!
  const flip = (entries: Entries, name: string) => {
    const changed = Buffer.from(entries.get(name)!)
    changed[changed.length >> 1]! ^= 1
    entries.set(name, changed)
  }

  it.each<[string, (entries: Entries) => void, RegExp]>([
    ['a file changed', (all) => flip(all, firstFile(all)), /files\/.* has changed/],
    ['the database changed', (all) => flip(all, dumpOf(all)), /database\..* has changed/],
    ['a file missing', (all) => void all.delete(firstFile(all)), /files\/.* is missing/],
    ['no manifest', (all) => void all.delete('manifest.json'), /ends before its manifest/],
    ['a file too many', (all) => void all.set('zz', Buffer.from('')), /zz once too often/],
    [
      'another manifest',
      (all) => void all.set('manifest.json', Buffer.from('{"format":1}')),
      /manifest\.json cannot be read/,
    ],
    [
      'a name that leads elsewhere',
      (all) => changeManifest(all, ({ files }) => (files[0].name = '../secret')),
      /manifest\.json cannot be read/,
    ],
    [
      'a newer form',
      (all) => changeManifest(all, (manifest) => (manifest.format = 2)),
      /^The backup was made by a newer version of this program/,
    ],
    [
      'a newer migration',
      (all) => changeManifest(all, ({ database }) => database.migrations.push('20990101_000000')),
      /its migration 20990101_000000 is not known here/,
    ],
    [
      'a newer Postgres',
      (all) =>
        changeManifest(all, ({ database }) =>
          Object.assign(database, { kind: 'custom', postgres: 99 }),
        ),
      /^The backup is of Postgres 99 and the database of the older Postgres \d\d/,
    ],
  ])('with %s', async (_, change, sentence) => {
    const message = await refused(async (file) => {
      const entries = await entriesOf(archive)
      change(entries)
      await writeEntries(file, entries)
    })
    expect(message).toMatch(sentence)
  })
})
