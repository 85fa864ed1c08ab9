import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'

import { sealFaults } from '../../src/seal/check.ts'
import { moveClock, resetClock } from '../helpers/clock.ts'
import { published, review, storeFile } from '../helpers/content.ts'
import { type Fixture, kinds, startProtectedWorld, type World } from '../helpers/protectedWorld.ts'
import { publicView } from '../helpers/publicView.ts'
import { refusalOfSQL, runSQL } from '../helpers/sql.ts'

let world: World

beforeAll(async () => {
  world = await startProtectedWorld()
})

afterAll(() => world.app.stop())

const tableOf = ({ slug }: Fixture) => slug.replaceAll('-', '_')
const view = (fixture: Fixture) => publicView(world.app, fixture, fixture.id, world.file.filename)

describe('by hand, in SQL', () => {
  const attempts: [string, (fixture: Fixture, table: string) => string, string][] = [
    [
      'the status',
      ({ id }, table) => `update ${table} set _status = 'draft' where id = ${id}`,
      'SR001',
    ],
    [
      'the trash',
      ({ id }, table) => `update ${table} set deleted_at = now() where id = ${id}`,
      'SR001',
    ],
    ['the address', ({ id }, table) => `update ${table} set slug = 'x' where id = ${id}`, 'SR001'],
    [
      'the date',
      ({ id }, table) => `update ${table} set published_on = '2001-01-01' where id = ${id}`,
      'SR001',
    ],
    [
      'the precision',
      ({ id }, table) => `update ${table} set published_on_precision = 'year' where id = ${id}`,
      'SR001',
    ],
    [
      'the stamp',
      ({ id }, table) => `update ${table} set first_published_at = '2001-01-01' where id = ${id}`,
      'SR001',
    ],
    [
      'the protection, shorter',
      ({ id }, table) => `update ${table} set protected_until = '2001-01-01' where id = ${id}`,
      'SR001',
    ],
    [
      'the protection, none',
      ({ id }, table) => `update ${table} set protected_until = null where id = ${id}`,
      'SR001',
    ],
    [
      'a withdrawal of one’s own',
      ({ id }, table) =>
        `update ${table} set _status = 'draft', withdrawn_at = now() where id = ${id}`,
      'SR001',
    ],
    ['the id', ({ id }, table) => `update ${table} set id = 900000 where id = ${id}`, 'SR001'],
    ['a deletion', ({ id }, table) => `delete from ${table} where id = ${id}`, 'SR001'],
    ['all rows', (_, table) => `truncate ${table} cascade`, 'SR001'],
    [
      'the references',
      ({ id }, table) => `update ${table} set refers_to = null where id = ${id}`,
      'SR003',
    ],
    ['all replaced documents', (_, table) => `truncate ${table}_replaced_documents`, 'SR001'],
    [
      'the words',
      ({ id, nameField }, table) =>
        `update ${table} set ${nameField} = 'Something else' where id = ${id}`,
      'SR003',
    ],
    ['the file’s row', () => `delete from files where id = FILE`, 'SR001'],
    ['the file made private', () => `update files set is_public = false where id = FILE`, 'SR001'],
    ['the file in the trash', () => `update files set deleted_at = now() where id = FILE`, 'SR001'],
    ['the file’s bytes', () => `update files set filename = 'other.pdf' where id = FILE`, 'SR001'],
    ['the file’s hash', () => `update files set sha256 = 'f' where id = FILE`, 'SR001'],
    ['all files', () => `truncate files cascade`, 'SR001'],
  ]

  it.each(
    kinds.flatMap((kind) =>
      attempts.map(([name, statement, state]) => ({ kind, name, statement, state })),
    ),
  )('$kind: $name', async ({ kind, statement, state }) => {
    const fixture = await world.publish(kind)
    const before = await view(fixture)

    const sql = statement(fixture, tableOf(fixture)).replace('FILE', String(world.file.id))
    const refusal = await refusalOfSQL(world.app.payload, sql)

    expect(refusal.state).toBe(state)
    expect(await view(fixture)).toEqual(before)
  })

  it.each([
    [
      'its file taken out',
      (id: number) => `update reviews set report_file_id = null where id = ${id}`,
      'SR001',
    ],
    [
      'its words taken out',
      (id: number) => `update reviews set summary = null where id = ${id}`,
      'SR001',
    ],
    [
      'less available',
      (id: number) => `update reviews set report_availability = 'onRequest' where id = ${id}`,
      'SR001',
    ],
    [
      'another file',
      (id: number) => `update reviews set report_file_id = OTHER where id = ${id}`,
      'SR003',
    ],
    [
      'another file, with an event that brings no note',
      (id: number) =>
        `begin; ${event(id, 'corrected')}; update reviews set report_file_id = OTHER where id = ${id}; commit`,
      'SR001',
    ],
    [
      'its file closed, once an event took away the note that it is referred to',
      (id: number) =>
        `begin; ${event(id, 'corrected')}; update reviews set refers_to = null where id = ${id}; update files set is_public = false where id = FILE; commit`,
      'SR001',
    ],
    [
      'a withdrawal without approval',
      (id: number) =>
        `begin; ${event(id, 'withdrawn')}; update reviews set _status = 'draft', withdrawn_at = now() where id = ${id}; commit`,
      'SR001',
    ],
  ])('a report: %s', async (_, statement, state) => {
    const fixture = await world.publish('reviews')
    const before = await view(fixture)
    const sql = statement(fixture.id)
      .replace('OTHER', String(world.otherFile.id))
      .replace('FILE', String(world.file.id))
    const refusal = await refusalOfSQL(world.app.payload, sql)
    await runSQL(world.app.payload, 'rollback')
    expect(refusal.state).toBe(state)
    expect(await view(fixture)).toEqual(before)
  })

  it('a draft is not published, nor a file', async () => {
    const { payload } = world.app
    const draft = await payload.create({
      collection: 'reviews',
      data: review() as never,
      draft: true,
    })
    const file = await storeFile(payload)
    for (const [sql, state] of [
      [`update reviews set _status = 'published' where id = ${draft.id}`, 'SR003'],
      [`update files set is_public = true where id = ${file.id}`, 'SR005'],
    ] as const)
      expect((await refusalOfSQL(payload, sql)).state).toBe(state)
  })

  it('an event that is not of this transaction lets nothing pass', async () => {
    const { id } = await world.publish('leaflets')
    const sql = `update leaflets set title = 'x' where id = ${id}`
    await runSQL(world.app.payload, event(id, 'corrected', 'leaflets'))
    expect((await refusalOfSQL(world.app.payload, sql)).state).toBe('SR003')
  })
})

/** An event as somebody would forge it. */
const event = (id: number, kind: string, collection = 'reviews') =>
  `insert into publication_events (at, kind, publication, actor, body) values (now(), '${kind}', '${collection}:${id}', 'users:1', '{"actor":"users:1","kind":"${kind}","publication":"${collection}:${id}"}')`

describe('the event log', () => {
  it.each([
    ['an event changed', `update publication_events set actor = 'users:9' where sequence = 1`],
    ['its hash changed', `update publication_events set hash = 'f' where sequence = 1`],
    ['its place changed', `update publication_events set sequence = 99999 where sequence = 1`],
    ['an event deleted', `delete from publication_events where sequence = 1`],
    ['all events', `truncate publication_events`],
    [
      'an event whose columns lie',
      `insert into publication_events (at, kind, publication, actor, body) values (now(), 'published', 'reviews:1', 'users:1', '{"actor":"users:2","kind":"published","publication":"reviews:1"}')`,
    ],
  ])('refuses %s', async (_, sql) => {
    expect((await refusalOfSQL(world.app.payload, sql)).state).toMatch(/^SR00[12]$/)
  })

  it('gives an event its time and place, whatever is written there', async () => {
    const { payload } = world.app
    await runSQL(
      payload,
      `insert into publication_events (at, kind, actor, body, sequence, hash, previous_hash) values ('2001-01-01', 'checked', 'job', '{"actor":"job","kind":"checked"}', 7000, 'f', 'f')`,
    )
    const rows = await runSQL(
      payload,
      'select sequence::int, at, hash, previous_hash from publication_events order by sequence',
    )
    expect(rows.map(({ sequence }) => sequence)).toEqual(rows.map((_, index) => index + 1))
    expect(new Date(rows.at(-1)!.at).getFullYear()).toBeGreaterThan(2001)
    for (const [index, row] of rows.entries())
      expect(row.previous_hash).toBe(index ? rows[index - 1]!.hash : '0'.repeat(64))
  })

  it('counts what was refused, though the refusal itself is rolled back', async () => {
    const { payload } = world.app
    const refusals = async () =>
      Number(
        (await runSQL(payload, 'select last_value from safeguarding_seal.refusals'))[0]!.last_value,
      )
    const before = await refusals()
    await refusalOfSQL(payload, 'truncate publication_events')
    expect(await refusals()).toBe(before + 1)
  })
})

describe('the seal', () => {
  it('is in place after the migrations', async () => {
    expect(await sealFaults(world.app.payload)).toEqual([])
  })

  it('says what is missing', async () => {
    const { payload } = world.app
    await runSQL(payload, 'alter table reviews disable trigger safeguarding_keep_promise')
    expect(await sealFaults(payload)).toEqual([
      expect.stringContaining('safeguarding_keep_promise'),
    ])
    await runSQL(payload, 'alter table reviews enable trigger safeguarding_keep_promise')
  })
})

describe('the end of the last day, in the time zone of the option', () => {
  afterEach(() => resetClock(world.app))

  it.each([
    ['2026-06-30', '2026-06-30T22:59:59.999Z', true],
    ['2026-06-30', '2026-06-30T23:00:00.000Z', false],
    ['2026-12-31', '2026-12-31T23:59:59.999Z', true],
    ['2026-12-31', '2027-01-01T00:00:00.000Z', false],
    ['2024-02-29', '2024-02-29T23:59:59.999Z', true],
    ['2024-02-29', '2024-03-01T00:00:00.000Z', false],
    ['2026-03-29', '2026-03-29T22:59:59.999Z', true],
    ['2026-03-29', '2026-03-29T23:00:00.000Z', false],
    ['2026-10-25', '2026-10-25T23:59:59.999Z', true],
    ['2026-10-25', '2026-10-26T00:00:00.000Z', false],
  ])('until %s: at %s it is %s', async (until, now, isProtected) => {
    const [row] = await runSQL(
      world.app.payload,
      `select '${now}'::timestamptz < safeguarding_seal.protected_through('${until}T12:00:00Z') as protected`,
    )
    expect(row!.protected).toBe(isProtected)
  })

  it('after it a leaflet is unpublished by an editor, and by hand only with its event', async () => {
    const fixture = await world.publish('leaflets')
    await moveClock(world.app, { months: 13 })
    const sql = `update leaflets set _status = 'draft' where id = ${fixture.id}`
    expect((await refusalOfSQL(world.app.payload, sql)).state).toBe('SR003')
    expect(await world.localUpdate(fixture, { _status: 'draft' })).toEqual({})
    const { docs } = await world.app.payload.find({
      collection: 'publication-events',
      sort: '-sequence',
      limit: 1,
    })
    expect(docs[0]).toMatchObject({ kind: 'unpublished', publication: `leaflets:${fixture.id}` })
  })
})

describe('several at once, after their last day', () => {
  afterEach(() => resetClock(world.app))

  const several = async () => {
    // One is done while the other one, which has more to it, is half way.
    const { id: short } = await world.app.payload.create({
      collection: 'leaflets',
      data: { title: `Short ${Math.random()}`, ...published } as never,
    })
    const { id: long } = await world.publish('leaflets', { pendingDraft: true })
    await moveClock(world.app, { months: 13 })
    return { in: [short, long] }
  }

  it.each([{ _status: 'draft' }, { deletedAt: '2020-01-01T00:00:00.000Z' }])(
    'are changed by %j',
    async (data) => {
      const where = { id: await several() }
      const { docs, errors } = await world.app.payload.update({
        collection: 'leaflets',
        data: data as never,
        where,
      })
      expect(errors).toEqual([])
      expect(docs).toHaveLength(2)
      const left = await world.app.payload.find({
        collection: 'leaflets',
        overrideAccess: false,
        where,
      })
      expect(left.docs).toEqual([])
    },
  )

  it('are deleted', async () => {
    const where = { id: await several() }
    const { docs, errors } = await world.app.payload.delete({ collection: 'leaflets', where })
    expect(errors).toEqual([])
    expect(docs).toHaveLength(2)
    expect((await world.app.payload.count({ collection: 'leaflets', where })).totalDocs).toBe(0)
  })
})

describe('what was public and is in the trash', () => {
  afterEach(() => resetClock(world.app))

  const trashed = async () => {
    const fixture = await world.publish('leaflets')
    await moveClock(world.app, { months: 13 })
    expect(await world.localUpdate(fixture, { deletedAt: new Date().toISOString() })).toEqual({})
    return fixture
  }
  const stored = async ({ id }: Fixture) =>
    (await runSQL(world.app.payload, `select * from leaflets where id = ${id}`))[0]

  it('is deleted for good when an editor says so', async () => {
    const fixture = await trashed()
    const { id } = fixture
    await world.app.payload.delete({ collection: 'leaflets', id, trash: true })
    expect(await stored(fixture)).toBeUndefined()
  })

  it('is edited there, and taken out of it as a draft', async () => {
    const fixture = await trashed()
    const inTrash = { trash: true }
    expect(await world.localUpdate(fixture, { title: 'Edited' }, inTrash)).toEqual({})
    expect(await stored(fixture)).toMatchObject({ title: 'Edited' })
    const draft = { deletedAt: null, _status: 'draft' }
    expect(await world.localUpdate(fixture, draft, inTrash)).toEqual({})
    expect(await stored(fixture)).toMatchObject({ _status: 'draft', deleted_at: null })
  })
})
