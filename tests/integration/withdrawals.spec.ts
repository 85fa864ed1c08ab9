import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'

import { canonicalJSON } from '../../hooks/rules/canonicalJSON.ts'
import { connected } from '../../src/database/connected.ts'
import { moveClock, resetClock } from '../helpers/clock.ts'
import { published, storeFile, type StoredFile } from '../helpers/content.ts'
import { logIn } from '../helpers/people.ts'
import {
  asking,
  type Fixture,
  kinds,
  startProtectedWorld,
  type World,
} from '../helpers/protectedWorld.ts'
import { versionsOf } from '../helpers/publicView.ts'
import { refusalOfSQL, runSQL } from '../helpers/sql.ts'

let world: World
let second: string
let emergency: string

const { notice, reason: secret } = asking({ id: 0, slug: 'reviews' })

beforeAll(async () => {
  world = await startProtectedWorld()
  ;({ emergency, second } = await world.people())
})

afterAll(() => world.app.stop())

const rest = (method: string, path: string, body?: object, as = world.app.editor) =>
  world.app.rest(method, path, { as, body })

const ask = async (fixture: Fixture, more: object = {}, as = world.app.editor) =>
  rest('POST', '/withdrawals', { ...asking(fixture), ...more }, as)

const act = (id: number, act: string, as = second) =>
  rest('POST', `/withdrawals/${id}/${act}`, {}, as)

const codeOf = ({ body }: { body: any }): string | undefined => body.errors?.[0]?.data?.code

const anonymous = async ({ id, singular, slug }: Fixture) => ({
  rest: (await world.app.rest('GET', `/${slug}/${id}`)).status,
  graphql: (await world.app.graphql(`{ ${singular}(id: ${id}) { id } }`)).body.data?.[singular],
  listed: (await world.app.rest('GET', `/${slug}?where[id][equals]=${id}`)).body.totalDocs,
})

const gone = { rest: 404, graphql: null, listed: 0 }
const fileStatus = async ({ filename }: StoredFile) =>
  (await world.app.rest('GET', `/files/file/${filename}`)).status

const eventsOf = async ({ id, slug }: Fixture): Promise<string[]> =>
  (
    await runSQL(
      world.app.payload,
      `select kind from publication_events where publication = '${slug}:${id}' order by sequence`,
    )
  ).map(({ kind }) => kind)

/** Published with a file of its own. */
async function publishAlone(kind: (typeof kinds)[number]) {
  const fixture = await world.publish(kind)
  const file = await storeFile(world.app.payload)
  const field = kind === 'reviews' ? 'reportFile' : 'file'
  await world.localUpdate(fixture, {
    [field]: file.id,
    changeNotes: [{ date: '2026-01-01', note: 'Corrected.' }],
  })
  return { fixture, file }
}

describe('a withdrawal', () => {
  it.each(kinds)('%s: comes down when another person approves it, files and all', async (kind) => {
    const { file, fixture } = await publishAlone(kind)
    expect(await fileStatus(file)).toBe(200)

    const asked = await ask(fixture)
    expect(asked.status).toBe(201)
    expect(asked.body.doc).toMatchObject({
      state: 'asked',
      askedBy: expect.stringMatching(/^users:/),
    })
    expect(await anonymous(fixture)).toMatchObject({ rest: 200 })

    const approved = await act(asked.body.doc.id, 'approve')
    expect(approved.status).toBe(200)
    expect(await anonymous(fixture)).toEqual(gone)
    expect(await fileStatus(file)).toBe(403)
    const versions = await versionsOf(world.app, fixture.slug, fixture.id)
    expect(versions.slice(-2).map(({ status }) => status)).toEqual(['published', 'draft'])
    expect((await eventsOf(fixture)).slice(-3)).toEqual([
      'withdrawalAsked',
      'withdrawalApproved',
      'withdrawn',
    ])
  })

  it('shows its notice in the document’s place, and nothing else', async () => {
    const fixture = await world.publish('reviews')
    const { id: leaflet } = await world.publish('leaflets')
    const { body } = await ask(fixture, { leaflets: [leaflet] })
    const before = await world.app.rest('GET', `/withdrawals/${body.doc.id}`)
    expect(before.status).toBe(404)
    await act(body.doc.id, 'approve')

    const { slug } = body.doc
    const shown = await world.app.rest('GET', `/withdrawals?where[slug][equals]=${slug}`)
    expect(shown.status, JSON.stringify(shown.body)).toBe(200)
    expect(shown.body.docs).toHaveLength(1)
    expect(shown.body.docs[0]).toMatchObject({ notice, publishedIn: 'reviews', slug })
    const { body: answer } = await world.app.graphql(
      `{ WithdrawalNotices(where: { slug: { equals: "${slug}" } }) { docs { notice slug publishedIn withdrawnAt leaflets { id title } } } }`,
    )
    expect(answer.data.WithdrawalNotices.docs[0]).toMatchObject({
      notice,
      leaflets: [{ id: leaflet }],
    })
    for (const text of [JSON.stringify(shown.body), JSON.stringify(answer)])
      expect(text).not.toMatch(/Named Judge|courtOrder|users:|example/)
    for (const field of ['reason', 'ground', 'askedBy', 'state'])
      expect(
        (await world.app.rest('GET', `/withdrawals?where[${field}][exists]=true`)).status,
      ).toBe(400)
  })

  it('comes down whatever draft lies over it', async () => {
    const fixture = await world.publish('reviews')
    const unfinished = { name: '', reviewType: null, reportAvailability: null, reportFile: null }
    expect(await world.localUpdate(fixture, unfinished, { draft: true })).toEqual({})
    const { body } = await ask(fixture)
    expect((await act(body.doc.id, 'approve')).status).toBe(200)
    expect(await anonymous(fixture)).toEqual(gone)
  })

  it('works over GraphQL', async () => {
    const fixture = await world.publish('reviews')
    const { body } = await world.app.graphql(
      `mutation { createWithdrawalNotice(data: { document: { relationTo: reviews, value: ${fixture.id} }, ground: wrongDocument, reason: "The wrong file.", notice: "Withdrawn." }) { id state } }`,
      { as: world.app.editor },
    )
    const { id } = body.data.createWithdrawalNotice
    const own = await world.app.graphql(`mutation { approveWithdrawal(id: ${id}) { id } }`, {
      as: world.app.editor,
    })
    expect(own.body.errors[0].extensions.code).toBe('WITHDRAWAL_NEEDS_ANOTHER')
    const done = await world.app.graphql(`mutation { approveWithdrawal(id: ${id}) { state } }`, {
      as: second,
    })
    expect(done.body.data.approveWithdrawal.state).toBe('executed')
    expect(await anonymous(fixture)).toEqual(gone)
  })
})

/** The short cuts that somebody could take are in the table of `tests/promise`. */
describe('a request', () => {
  it('stays as it was asked for; its notice can be worded better', async () => {
    const fixture = await world.publish('reviews')
    const { body } = await ask(fixture)
    const { id } = body.doc
    const change = { reason: 'another', ground: 'other', notice: 'Better words.' }
    await rest('PATCH', `/withdrawals/${id}`, change)
    const { body: after } = await rest('GET', `/withdrawals/${id}`)
    expect(after).toMatchObject({ reason: secret, ground: 'courtOrder', notice: 'Better words.' })
  })

  it('is not made for a draft', async () => {
    const draft = await world.app.payload.create({
      collection: 'leaflets',
      data: { title: 'Draft' } as never,
      draft: true,
    })
    const fixture = await world.publish('leaflets')
    expect(codeOf(await ask({ ...fixture, id: draft.id as number }))).toBe('WITHDRAWAL_NOT_NEEDED')
  })

  it('two approvals at once make one withdrawal', async () => {
    const fixture = await world.publish('reviews')
    const { body } = await ask(fixture)
    const outcomes = await Promise.all([
      act(body.doc.id, 'approve', second),
      act(body.doc.id, 'approve', emergency),
    ])
    expect(outcomes.map(({ status }) => status).sort()).toEqual([200, 409])
    expect((await eventsOf(fixture)).filter((kind) => kind === 'withdrawn')).toHaveLength(1)
  })
})

describe('what is no longer promised when the second person looks', () => {
  afterEach(() => resetClock(world.app))

  it('is not withdrawn any more, and the withdrawal can be declined', async () => {
    const fixture = await world.publish('reviews')
    const { body } = await ask(fixture)
    await moveClock(world.app, { months: 13 })
    second = await logIn(world.app, 'second')
    expect(codeOf(await act(body.doc.id, 'approve'))).toBe('WITHDRAWAL_NOT_NEEDED')
    expect(await anonymous(fixture)).toMatchObject({ rest: 200 })
    expect((await act(body.doc.id, 'decline')).body.doc).toMatchObject({ state: 'declined' })
    expect(await eventsOf(fixture)).toEqual(['published', 'withdrawalAsked', 'withdrawalDeclined'])
  })

  it('is not withdrawn when an editor has unpublished it', async () => {
    const fixture = await world.publish('reviews')
    const { body } = await ask(fixture)
    await moveClock(world.app, { months: 13 })
    second = await logIn(world.app, 'second')
    await world.localUpdate(fixture, { _status: 'draft' })
    expect(codeOf(await act(body.doc.id, 'approve'))).toBe('WITHDRAWAL_NOT_NEEDED')
  })
})

describe('in an emergency', () => {
  it('one person with the right withdraws at once, and another approves afterwards', async () => {
    const fixture = await world.publish('reviews')
    const { body } = await ask(fixture, { isEmergency: true }, emergency)
    expect(await anonymous(fixture)).toEqual(gone)
    const due = new Date(body.doc.approvalDueAt).getTime() - new Date(body.doc.askedAt).getTime()
    expect(due).toBe(24 * 60 * 60 * 1000)
    expect(codeOf(await act(body.doc.id, 'approve', emergency))).toBe('WITHDRAWAL_NEEDS_ANOTHER')

    const approved = await act(body.doc.id, 'approve', second)
    expect(approved.body.doc).toMatchObject({ state: 'executed', approvedBy: expect.any(String) })
    expect(await anonymous(fixture)).toEqual(gone)
  })

  it('a second person who declines makes it public again', async () => {
    const { file, fixture } = await publishAlone('reviews')
    const { body } = await ask(fixture, { isEmergency: true }, emergency)
    expect(await fileStatus(file)).toBe(403)
    expect((await act(body.doc.id, 'decline', second)).status).toBe(200)
    expect(await anonymous(fixture)).toMatchObject({ rest: 200 })
    expect(await fileStatus(file)).toBe(200)
  })
})

describe('what is withdrawn', () => {
  afterEach(() => resetClock(world.app))

  const withdraw = async () => {
    const { file, fixture } = await publishAlone('reviews')
    const { body } = await ask(fixture)
    await act(body.doc.id, 'approve')
    return { file, fixture, withdrawal: body.doc.id as number }
  }

  it('keeps its files, those that were replaced among them: they come back with it', async () => {
    const { file, fixture } = await publishAlone('leaflets')
    const next = await storeFile(world.app.payload)
    const changeNotes = [{ date: '2026-01-01', note: 'Corrected.' }, { note: 'Once more.' }]
    await world.localUpdate(fixture, { file: next.id, changeNotes })
    const asked = await ask(fixture)
    await act(asked.body.doc.id, 'approve')
    for (const { id } of [file, next])
      for (const answer of [
        await rest('DELETE', `/files/${id}`),
        await rest('PATCH', `/files/${id}`, { deletedAt: '2026-01-01T00:00:00.000Z' }),
      ])
        expect(codeOf(answer)).toBe('IN_USE')
    await act(asked.body.doc.id, 'reinstate')
    for (const one of [file, next]) expect(await fileStatus(one)).toBe(200)
  })

  it('stays withdrawn: it is not published as a draft, trashed or restored', async () => {
    const { fixture } = await withdraw()
    const { id, slug } = fixture
    const { docs } = await world.app.payload.findVersions({
      collection: 'reviews',
      where: { and: [{ parent: { equals: id } }, { 'version._status': { equals: 'published' } }] },
    })
    const outcomes: (string | undefined)[] = [
      codeOf(await rest('PATCH', `/${slug}/${id}?draft=true`, published)),
      codeOf(await rest('PATCH', `/${slug}/${id}`, { deletedAt: '2026-01-01T00:00:00.000Z' })),
      codeOf(await rest('POST', `/${slug}/versions/${docs[0]!.id}`)),
    ]
    expect(outcomes).toEqual(outcomes.map(() => 'WITHDRAWN'))
    for (const sql of [
      `update reviews set _status = 'published', withdrawn_at = null where id = ${id}`,
      `update reviews set withdrawn_at = null where id = ${id}`,
    ])
      expect((await refusalOfSQL(world.app.payload, sql)).state, sql).toBe('SR004')
    expect(await anonymous(fixture)).toEqual(gone)
  })

  it('can be edited, and comes back with the days it was away added to its protection', async () => {
    const { file, fixture, withdrawal } = await withdraw()
    const until = async () =>
      (
        await runSQL(
          world.app.payload,
          `select protected_until from reviews where id = ${fixture.id}`,
        )
      )[0]!.protected_until as string
    const before = new Date(await until())
    expect(await world.localUpdate(fixture, { reviewer: 'Corrected Reviewer' })).toEqual({})

    await moveClock(world.app, { days: 40 })
    expect((await act(withdrawal, 'reinstate', await logIn(world.app, 'second'))).status).toBe(200)

    expect(await anonymous(fixture)).toMatchObject({ rest: 200 })
    expect(await fileStatus(file)).toBe(200)
    const days = (new Date(await until()).getTime() - before.getTime()) / (24 * 60 * 60 * 1000)
    expect(days).toBe(41)
    expect((await eventsOf(fixture)).at(-1)).toBe('reinstated')
    expect((await world.app.rest('GET', `/withdrawals/${withdrawal}`)).status).toBe(404)
  })

  it.each(kinds)('%s: comes back with another document than was withdrawn', async (kind) => {
    const { file, fixture } = await publishAlone(kind)
    const { id } = (await ask(fixture)).body.doc
    const other = await logIn(world.app, 'second')
    expect((await act(id, 'approve', other)).status).toBe(200)
    const redacted = await storeFile(world.app.payload)
    const change = { [kind === 'reviews' ? 'reportFile' : 'file']: redacted.id }
    expect(await world.localUpdate(fixture, change, { draft: true })).toEqual({})

    expect((await act(id, 'reinstate', other)).body.errors).toBeUndefined()
    expect(await fileStatus(redacted)).toBe(200)
    expect(await fileStatus(file)).toBe(403)
  })

  it('keeps a file open that something else public refers to', async () => {
    const { file, fixture } = await publishAlone('reviews')
    const other = await world.publish('leaflets')
    await world.localUpdate(other, {
      file: file.id,
      changeNotes: [{ date: '2026-01-01', note: 'Same file.' }],
    })
    const { body } = await ask(fixture)
    await act(body.doc.id, 'approve')
    expect(await fileStatus(file)).toBe(200)
  })
})

describe('what the database cannot tell', () => {
  const event = ({ id, slug }: Fixture, kind: string, actor: string, withdrawal: number) => {
    const publication = `${slug}:${id}`
    const body = canonicalJSON({
      kind,
      publication,
      actor,
      detail: { withdrawal: `${withdrawal}` },
    })
    return `insert into publication_events (at, kind, publication, actor, body) values (now(), '${kind}', '${publication}', '${actor}', '${body}')`
  }

  it('who holds the app’s connection: what he writes in two names is in the log under both', async () => {
    const fixture = await world.publish('reviews')
    const { id, slug } = fixture
    const app = (...statements: string[]) =>
      connected(world.app.database.url, (client) => client.query(statements.join(';\n')))
    const asked = `insert into withdrawals (id, ground, reason, notice, publication, state, asked_by) values (900, 'other', 'r', 'n', '${slug}:${id}', 'asked', 'users:1')`
    await expect(app(asked), 'without its event').rejects.toMatchObject({ code: 'SR003' })
    await app(asked, event(fixture, 'withdrawalAsked', 'users:1', 900))
    await app(
      `update withdrawals set state = 'executed', approved_by = 'users:2' where id = 900`,
      event(fixture, 'withdrawalApproved', 'users:2', 900),
      event(fixture, 'withdrawn', 'users:2', 900),
      `update reviews set _status = 'draft', withdrawn_at = now() where id = ${id}`,
    )

    expect(await anonymous(fixture)).toMatchObject({ rest: 404 })
    const log = await runSQL(
      world.app.payload,
      `select kind, actor from publication_events where publication = '${slug}:${id}' and sequence is not null order by sequence`,
    )
    expect(log.slice(1)).toEqual([
      { kind: 'withdrawalAsked', actor: 'users:1' },
      { kind: 'withdrawalApproved', actor: 'users:2' },
      { kind: 'withdrawn', actor: 'users:2' },
    ])
  })
})

describe('what was refused', () => {
  it('is in the log, with who asked and through which interface', async () => {
    const fixture = await world.publish('leaflets')
    await rest('PATCH', `/leaflets/${fixture.id}`, { _status: 'draft' })
    await expect
      .poll(() =>
        runSQL(
          world.app.payload,
          `select body, actor from publication_events where kind = 'refused' and publication = 'leaflets:${fixture.id}' and sequence is not null`,
        ),
      )
      .toEqual([
        {
          actor: expect.stringMatching(/^users:\d+$/),
          body: expect.stringContaining('"through":"REST"'),
        },
      ])
  })
})
