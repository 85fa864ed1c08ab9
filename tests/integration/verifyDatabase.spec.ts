import { appendFile, readFile, rename, writeFile } from 'node:fs/promises'
import path from 'node:path'

import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'

import { verifyDatabase } from '../../src/evidence/database/index.ts'
import type { Finding, Part } from '../../src/evidence/database/report.ts'
import {
  frameworkDocument,
  leaflet,
  published,
  storeFile,
  type StoredFile,
} from '../helpers/content.ts'
import { type EvidenceWorld, startEvidenceWorld } from '../helpers/evidenceWorld.ts'
import { refusalOfSQL, runSQL } from '../helpers/sql.ts'

let world: EvidenceWorld
let alan: number
let bella: number
/** Nothing else refers to it. */
let bellasFile: StoredFile

const sql = (statement: string) => runSQL(world.app.payload, statement)
const verify = (options?: object) => {
  const { payload } = world.app
  return verifyDatabase(payload, payload.config.custom!.safeguardingReviews, options)
}

/** Changes a table as its owner can: the seal does not see it, and is in place again afterwards. */
const past = async (table: string, ...statements: string[]) => {
  await sql(`alter table ${table} disable trigger user`)
  try {
    for (const statement of statements) await sql(statement)
  } finally {
    await sql(`alter table ${table} enable trigger user`)
  }
}

const tables = ['publication_events', 'reviews', 'withdrawals', 'files', 'safeguarding_seal.head']
const copyOf = (table: string) => `kept_${table.replace('safeguarding_seal.', '')}`

beforeAll(async () => {
  world = await startEvidenceWorld()
  alan = await world.publish('Alan')
  bellasFile = await storeFile(world.app.payload)
  bella = await world.publish('Bella', bellasFile.id)
  await world.app.payload.create({
    collection: 'leaflets',
    data: { ...leaflet(), ...published } as never,
  })
  await world.correct(alan, 'Named the reviewer.')
  const withdrawal = await world.askToWithdraw(bella)
  await world.act(withdrawal, 'approve')
  for (const table of tables) await sql(`create table ${copyOf(table)} as table ${table}`)
})

afterAll(() => world.stop())

/** Everything as it was before a test changed it. */
afterEach(async () => {
  for (const table of tables) {
    const columns = await sql(`select attname from pg_attribute
      where attrelid = '${table}'::regclass and attnum > 0 and not attisdropped and attname <> 'id'`)
    const set = columns.map(({ attname }) => `"${attname}" = k."${attname}"`).join(', ')
    if (table === 'safeguarding_seal.head')
      await sql(`delete from ${table}`).then(() =>
        sql(`insert into ${table} table ${copyOf(table)}`),
      )
    else if (table === 'publication_events')
      await past(table, `delete from ${table}`, `insert into ${table} table ${copyOf(table)}`)
    else
      await past(
        table,
        `insert into ${table} select * from ${copyOf(table)} k where not exists (select from ${table} t where t.id = k.id)`,
        `update ${table} t set ${set} from ${copyOf(table)} k where k.id = t.id`,
      )
  }
})

const faults = async (part: Part, options?: object): Promise<Finding[]> => {
  const { findings, holds } = await verify(options)
  expect(holds).toBe(findings.length === 0)
  return findings.filter((finding) => finding.part === part)
}

describe('a database that nobody touched', () => {
  it('holds, and says what was looked at and what was refused', async () => {
    await refusalOfSQL(world.app.payload, 'truncate publication_events')
    const { counts, findings, holds, notices } = await verify()
    expect(findings).toEqual([])
    expect(holds).toBe(true)
    expect(counts).toMatchObject({ publications: 3, withdrawals: 1, files: 2 })
    expect(counts.log).toBeGreaterThan(8)
    expect(notices).toEqual([expect.objectContaining({ part: 'refusals' })])
  })
})

describe('more than is read at once', () => {
  const number = 230

  it('every row is looked at, and only the first thousand faults are listed', async () => {
    await sql(`insert into framework_documents (title, slug, _status)
      select 'Draft', 'draft' || n, 'draft' from generate_series(1, ${number}) n`)
    await past(
      'files',
      `insert into files (filename, sha256, filesize, is_public)
      select 'nowhere' || n, 'f', 1, true from generate_series(1, ${number + 1000}) n`,
    )
    await past(
      'withdrawals',
      `insert into withdrawals (ground, reason, notice, state, publication, asked_by)
      select 'other', 'r', 'n', 'asked', 'reviews:' || n, null from generate_series(1000, 999 + ${number}) n`,
    )
    const { counts, findings, more } = await verify()
    await sql('delete from framework_documents')
    await past('files', 'delete from files where id not in (select id from kept_files)')
    await past(
      'withdrawals',
      'delete from withdrawals where id not in (select id from kept_withdrawals)',
    )
    expect(counts).toMatchObject({
      publications: 3 + number,
      withdrawals: 1 + number,
      files: 2 + number + 1000,
    })
    expect([findings.length, more]).toEqual([1000, number])
    expect((await verify()).holds).toBe(true)
  })
})

describe('the log, altered by its owner', () => {
  const log = 'publication_events'
  /** `id` and `transaction` say nothing of what happened; every other column is part of the log. */
  it.each([
    ['sequence', `sequence = 99`],
    ['sequence, a little', `sequence = 3.4`],
    ['no sequence', `sequence = null`],
    ['at', `at = at - interval '1 millisecond'`],
    ['kind', `kind = 'checked'`],
    ['publication', `publication = 'reviews:99'`],
    ['no publication', `publication = null`],
    ['actor', `actor = 'users:99'`],
    ['no actor', `actor = null`],
    ['body', `body = replace(body, 'actor', 'author')`],
    ['body, a space', `body = body || ' '`],
    ['body, no JSON', `body = 'nothing'`],
    ['previous_hash', `previous_hash = repeat('a', 64)`],
    ['hash', `hash = repeat('a', 64)`],
    ['no hash', `hash = null`],
    ['body and columns alike', `actor = 'users:9', body = replace(body, actor, 'users:9')`],
  ])('%s', async (_, change) => {
    for (const number of [3, 'max']) {
      const which =
        number === 'max' ? `(select max(sequence) from kept_publication_events)` : number
      await past(log, `update ${log} set ${change} where sequence = ${which}`)
      expect(await faults('log')).not.toEqual([])
      await past(log, `delete from ${log}`, `insert into ${log} table kept_publication_events`)
    }
  })

  const last = '(select max(sequence) from kept_publication_events)'
  it.each([
    ['its first event deleted', [`delete from ${log} where sequence = 1`]],
    ['one in the middle deleted', [`delete from ${log} where sequence = 4`]],
    [
      'one deleted and the numbers closed up',
      [
        `delete from ${log} where sequence = 4`,
        `update ${log} set sequence = -sequence where sequence > 4`,
        `update ${log} set sequence = -sequence - 1 where sequence < 0`,
      ],
    ],
    ['its last event deleted', [`delete from ${log} where sequence = ${last}`]],
    ['all of it deleted', [`delete from ${log}`]],
    [
      'two events swapped',
      [
        `update ${log} set sequence = case sequence when 3 then 1004 else 1003 end where sequence in (3, 4)`,
        `update ${log} set sequence = sequence - 1000 where sequence > 1000`,
      ],
    ],
    [
      'what two events say swapped',
      [
        `update ${log} t set body = o.body, kind = o.kind, actor = o.actor, publication = o.publication
         from kept_publication_events o where t.sequence in (3, 4) and o.sequence = 7 - t.sequence`,
      ],
    ],
    [
      'one inserted outside the chain',
      [
        `insert into ${log} (at, kind, actor, body) values (now(), 'checked', 'job', '{"actor":"job","kind":"checked"}')`,
      ],
    ],
    [
      'one inserted at the end',
      [
        `insert into ${log} (at, kind, actor, body, sequence, previous_hash, hash)
         select now(), 'checked', 'job', '{"actor":"job","kind":"checked"}', sequence + 1, hash, repeat('a', 64)
         from kept_publication_events where sequence = ${last}`,
      ],
    ],
    ['the end that the seal keeps', [`update safeguarding_seal.head set hash = repeat('a', 64)`]],
    ['no end that the seal keeps', [`delete from safeguarding_seal.head`]],
  ] as [string, string[]][])('%s', async (_, statements) => {
    await past(log, ...statements)
    expect(await faults('log')).not.toEqual([])
  })

  it('its end cut off, and the seal’s too: only a kept head tells', async () => {
    const heads = (await world.app.rest('GET', '/safeguarding-reviews/chain-heads')).body.heads
    expect(await faults('log', { heads })).toEqual([])
    await past(
      log,
      `delete from ${log} where sequence > 2`,
      `update safeguarding_seal.head h set sequence = e.sequence, hash = e.hash from ${log} e where e.sequence = 2`,
    )
    expect(await faults('log')).toEqual([])
    expect(await faults('log', { heads })).toEqual([
      expect.objectContaining({ sentence: expect.stringContaining('a head was kept') }),
    ])
  })
})

describe('what is published, altered by the owner of its tables', () => {
  it.each([
    [
      'other words',
      'reviews',
      () => `update reviews set name = 'Other' where id = ${alan}`,
      'publications',
    ],
    [
      'taken down',
      'reviews',
      () => `update reviews set _status = 'draft' where id = ${alan}`,
      'publications',
    ],
    [
      'in the trash',
      'reviews',
      () => `update reviews set deleted_at = now() where id = ${alan}`,
      'publications',
    ],
    [
      'a shorter promise',
      'reviews',
      () => `update reviews set protected_until = '2026-12-01' where id = ${alan}`,
      'publications',
    ],
    [
      'withdrawn by hand',
      'reviews',
      () => `update reviews set withdrawn_at = now() where id = ${alan}`,
      'publications',
    ],
    [
      'put back by hand',
      'reviews',
      () => `update reviews set withdrawn_at = null, _status = 'published' where id = ${bella}`,
      'publications',
    ],
    [
      'the file’s hash',
      'files',
      () => `update files set sha256 = 'f' where id = ${world.file.id}`,
      'publications',
    ],
    [
      'the file’s name',
      'files',
      () => `update files set filename = 'gone.pdf' where id = ${world.file.id}`,
      'files',
    ],
    [
      'who asked',
      'withdrawals',
      () => `update withdrawals set asked_by = 'users:9'`,
      'withdrawals',
    ],
    [
      'who approved',
      'withdrawals',
      () => `update withdrawals set approved_by = 'users:9'`,
      'withdrawals',
    ],
    [
      'nobody approved',
      'withdrawals',
      () => `update withdrawals set approved_by = null`,
      'withdrawals',
    ],
    ['declined', 'withdrawals', () => `update withdrawals set state = 'declined'`, 'withdrawals'],
    ['only asked', 'withdrawals', () => `update withdrawals set state = 'asked'`, 'withdrawals'],
    [
      'of something else',
      'withdrawals',
      () => `update withdrawals set publication = 'reviews:99'`,
      'withdrawals',
    ],
    ['no withdrawal', 'withdrawals', () => `delete from withdrawals`, 'withdrawals'],
  ] as [string, string, () => string, Part][])('%s', async (_, table, statement, part) => {
    await past(table, statement())
    expect(await faults(part)).not.toEqual([])
  })

  it('a row that is gone', async () => {
    const id = await world.publish('Child Q')
    await past('reviews', `delete from reviews where id = ${id}`)
    expect(await faults('publications')).toEqual([
      { part: 'publications', subject: `reviews:${id}`, sentence: expect.stringContaining('gone') },
    ])
  })

  it('but not what was unpublished, lost its file and was deleted', async () => {
    const { payload } = world.app
    const file = await storeFile(payload)
    const document = frameworkDocument({ title: 'Old edition', file: file.id, ...published })
    const collection = 'framework-documents'
    const { id } = await payload.create({ collection, data: document as never })
    await payload.update({ collection, id, data: { _status: 'draft' } as never })
    await payload.update({ collection, id, data: { file: null } as never, draft: true })
    await payload.delete({ collection: 'files', id: file.id })
    expect(await faults('publications')).toEqual([])
    await payload.delete({ collection, id })
    expect(await faults('publications')).toEqual([])
  })

  it('the seal', async () => {
    await sql('alter table reviews disable trigger safeguarding_keep_promise')
    expect(await faults('seal')).toHaveLength(1)
    await sql('alter table reviews enable trigger safeguarding_keep_promise')
  })
})

describe('the files on the disk', () => {
  const stored = () => {
    const { payload } = world.app
    return path.join(payload.collections.files.config.upload.staticDir!, world.file.filename)
  }

  it('with other bytes, of another length or gone', async () => {
    const bytes = await readFile(stored())
    const changed = Buffer.from(bytes)
    changed[100]! ^= 1
    await writeFile(stored(), changed)
    expect(await faults('files')).toHaveLength(1)
    await writeFile(stored(), bytes)
    await appendFile(stored(), ' ')
    expect(await faults('files')).toHaveLength(1)
    await rename(stored(), `${stored()}.away`)
    expect(await faults('files')).toHaveLength(1)
    await rename(`${stored()}.away`, stored())
    await writeFile(stored(), bytes)
    expect(await faults('files')).toEqual([])
  })

  it('of a draft alone that are gone are told, as a deletion that was broken off leaves them', async () => {
    const { payload } = world.app
    const { filename, id } = await storeFile(payload)
    await rename(
      path.join(path.dirname(stored()), filename),
      path.join(path.dirname(stored()), 'away'),
    )
    const { holds, notices } = await verify()
    expect(holds).toBe(true)
    expect(notices).toContainEqual(expect.objectContaining({ subject: `files:${id}` }))
    await rename(
      path.join(path.dirname(stored()), 'away'),
      path.join(path.dirname(stored()), filename),
    )
  })

  it('of what is withdrawn alone are kept', async () => {
    const folder = path.dirname(stored())
    await rename(path.join(folder, bellasFile.filename), path.join(folder, 'away'))
    expect(await faults('files')).toMatchObject([{ subject: `files:${bellasFile.id}` }])
    await rename(path.join(folder, 'away'), path.join(folder, bellasFile.filename))
  })

  it('that belong to no row are told, and are no fault', async () => {
    await writeFile(path.join(path.dirname(stored()), 'stranger.pdf'), 'x')
    const { holds, notices } = await verify()
    expect(holds).toBe(true)
    expect(notices).toContainEqual(expect.objectContaining({ subject: 'stranger.pdf' }))
  })
})
