import { createLocalReq } from 'payload'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'

import { addCalendarMonths, addDays, dayOfInstant } from '../../hooks/rules/calendarDates.ts'
import type { Role } from '../../hooks/rules/roles.ts'
import { readFacts } from '../../src/admin/Dashboard/facts/read.ts'
import type { Facts } from '../../src/admin/Dashboard/facts/types.ts'
import { itemsOf } from '../../src/admin/Dashboard/items/index.ts'
import type { Item, ItemName } from '../../src/admin/Dashboard/items/item.ts'
import { account } from '../helpers/accounts.ts'
import { startTestApp, type TestApp } from '../helpers/app.ts'
import { frameworkDocument, leaflet, published, review, theme } from '../helpers/content.ts'

const people = {
  nobody: [],
  contributor: ['contributor'],
  editor: ['editor'],
  approver: ['approver'],
  otherApprover: ['approver', 'editor'],
  withdrawer: ['withdrawal'],
  emergency: ['emergencyWithdrawal'],
  administrator: ['administrator'],
} as const satisfies Record<string, Role[]>

type Name = keyof typeof people

let app: TestApp
let accounts: Record<Name, Awaited<ReturnType<typeof account>>>
const now = new Date()
const today = dayOfInstant(now, 'Europe/London')

beforeAll(async () => {
  app = await startTestApp()
  const made = await Promise.all(
    Object.entries(people).map(async ([name, roles]) => [
      name,
      await account(app, `the-${name}`, [...roles]),
    ]),
  )
  accounts = Object.fromEntries(made)
})

afterAll(() => app.stop())

const rest = async (who: Name, method: string, path: string, body: object = {}) => {
  const answer = await app.rest(method, path, { as: accounts[who].as, body })
  expect(answer.status, JSON.stringify(answer.body)).toBeLessThan(300)
  return answer.body
}

async function factsFor(who: Name, at = now): Promise<Facts> {
  const user = await app.payload.findByID({ collection: 'users', id: accounts[who].id })
  const req = await createLocalReq({ user: { ...user, collection: 'users' } }, app.payload)
  return readFacts(req, app.payload.config.custom!.safeguardingReviews, at)
}

const itemsFor = async (who: Name, at?: Date): Promise<Item[]> =>
  itemsOf(await factsFor(who, at), app.payload.config.custom!.safeguardingReviews.slugs)

/** Who is told of something, under which of its names. */
async function toldOf(
  name: string | undefined,
  at?: Date,
): Promise<Partial<Record<Name, ItemName>>> {
  const told: Partial<Record<Name, ItemName>> = {}
  for (const who of Object.keys(people) as Name[])
    for (const item of await itemsFor(who, at)) if (item.name === name) told[who] = item.says
  return told
}

/** Published on a day in the past, as far as the page of before says. */
const since = (publishedOn: string) => ({
  publishedOn,
  previouslyPublishedAt: 'https://old.example',
  ...published,
})

const create = async (collection: 'framework-documents' | 'leaflets' | 'reviews', data: object) =>
  (await app.payload.create({ collection, data: data as never })).id as number

async function submitted(name: string): Promise<{ id: number; approval: number }> {
  const { doc } = await rest('editor', 'POST', '/reviews?draft=true', review({ name }))
  return { id: doc.id, approval: await submit(doc.id) }
}

const submit = async (value: number): Promise<number> =>
  (await rest('editor', 'POST', '/approvals', { document: { relationTo: 'reviews', value } })).doc
    .id

const schedule = (id: number, waitUntil: Date, type = 'publish') =>
  app.payload.jobs.queue({
    task: 'schedulePublish',
    input: {
      type,
      doc: { relationTo: 'reviews', value: String(id) },
      user: { relationTo: 'users', value: accounts.approver.id },
    } as never,
    waitUntil,
  })

describe('what was submitted', () => {
  it('waits for those who may approve it, and not for who submitted it', async () => {
    await submitted('Asked')
    expect(await toldOf('Asked')).toEqual({ approver: 'approve', otherApprover: 'approve' })
    const [item] = await itemsFor('approver')
    expect(item).toMatchObject({
      by: accounts.editor.email,
      at: expect.stringMatching(/^reviews:/),
    })
  })

  it('waits to be published once it is approved, unless that is planned', async () => {
    const { approval, id } = await submitted('Approved')
    await rest('approver', 'POST', `/approvals/${approval}/approve`)
    expect(await toldOf('Approved')).toEqual({ approver: 'publish', otherApprover: 'publish' })
    await schedule(id, new Date(now.getTime() + 86_400_000))
    expect(await toldOf('Approved')).toEqual({})
    expect((await factsFor('nobody')).schedules).toEqual([
      {
        of: `reviews:${id}`,
        act: 'publish',
        at: new Date(now.getTime() + 86_400_000).toISOString(),
        by: `users:${accounts.approver.id}`,
      },
    ])
  })

  it('comes back to who submitted it with the newest reason, until it is submitted again', async () => {
    const { approval, id } = await submitted('Refused')
    await rest('otherApprover', 'POST', `/approvals/${approval}/comment`, { text: 'A word first.' })
    await rest('approver', 'POST', `/approvals/${approval}/refuse`, { text: 'Say more.' })
    expect(await toldOf('Refused')).toEqual({ editor: 'refused' })
    expect((await itemsFor('editor')).find(({ says }) => says === 'refused')).toMatchObject({
      by: accounts.approver.email,
      text: 'Say more.',
    })
    await submit(id)
    expect(await toldOf('Refused')).toEqual({ approver: 'approve', otherApprover: 'approve' })
  })

  it('is not told of any more when it lies in the trash', async () => {
    const { id } = await submitted('Trashed')
    await rest('editor', 'PATCH', `/reviews/${id}`, { deletedAt: now.toISOString() })
    expect(await toldOf('Trashed')).toEqual({})
  })
})

describe('a withdrawal', () => {
  const asking = (value: number) => ({
    document: { relationTo: 'reviews', value },
    ground: 'courtOrder',
    reason: 'A court says so.',
    notice: 'This was withdrawn.',
  })

  it('waits for a second person with the right', async () => {
    const id = await create('reviews', { ...review({ name: 'Unwanted' }), ...published })
    await rest('withdrawer', 'POST', '/withdrawals', asking(id))
    expect(await toldOf('Unwanted')).toEqual({ emergency: 'approveWithdrawal' })
  })

  it('at once is told to those who may approve it, and to everybody when nobody did in time', async () => {
    const id = await create('reviews', { ...review({ name: 'Identified' }), ...published })
    await rest('emergency', 'POST', '/withdrawals', { ...asking(id), isEmergency: true })
    expect(await toldOf('Identified')).toEqual({ withdrawer: 'approveEmergency' })
    const tooLate = new Date(now.getTime() + 2 * 86_400_000)
    expect(await toldOf('Identified', tooLate)).toEqual({
      ...Object.fromEntries(Object.keys(people).map((name) => [name, 'emergencyLate'])),
      withdrawer: 'approveEmergencyLate',
    })
    expect((await itemsFor('withdrawer', tooLate))[0]).toMatchObject({ urgency: 'urgent' })
  })
})

describe('what was planned and failed', () => {
  it('is told with its reason to those who may publish, until it is published', async () => {
    const id = await create('reviews', {
      ...review({ name: 'Not planned well' }),
      _status: 'draft',
    })
    await schedule(id, new Date(Date.now() - 60_000))
    await app.payload.jobs.run()
    expect(await toldOf('Not planned well')).toEqual({
      approver: 'publishFailed',
      otherApprover: 'publishFailed',
    })
    const item = (await itemsFor('approver')).find(({ says }) => says === 'publishFailed')
    expect(item?.text).toMatch(/^A second person has to approve exactly this/)
    await app.payload.update({ collection: 'reviews', id, data: published as never })
    expect(await toldOf('Not planned well')).toEqual({})
  })
})

describe('days', () => {
  const deciding = ['approver', 'otherApprover'] as const
  const writing = ['contributor', 'editor', 'administrator', ...deciding] as const
  const all = (names: readonly Name[], says: ItemName) =>
    Object.fromEntries(names.map((name) => [name, says]))
  const yearAgo = addCalendarMonths(today, -12)

  it.each([
    ['ended a month ago', addDays(yearAgo, -31), all(deciding, 'periodEnded')],
    ['ended yesterday', addDays(yearAgo, -1), all(deciding, 'periodEnded')],
    ['ends in a week', addDays(yearAgo, 7), all(deciding, 'periodEnding')],
    ['ends in three months', addDays(yearAgo, 92), {}],
    ['ended long ago', addDays(yearAgo, -120), {}],
  ])('of a protection that %s', async (name, publishedOn, told) => {
    await create('leaflets', { ...leaflet({ title: name }), ...since(publishedOn) })
    expect(await toldOf(name)).toEqual(told)
  })

  it('by which recommendations and plans were due', async () => {
    const recommendations = [
      { recommendation: 'Done.', dueBy: addDays(today, -30), status: 'complete' },
      { recommendation: 'Begun.', dueBy: addDays(today, -20), status: 'inProgress' },
      { recommendation: 'Nobody knows.', dueBy: addDays(today, -10) },
    ]
    await create('reviews', { ...review({ name: 'Overdue', recommendations }), ...published })
    expect(await toldOf('Overdue')).toEqual(all(writing, 'recommendationsOverdue'))
    const item = (await itemsFor('editor')).find(({ name }) => name === 'Overdue')
    expect(item).toMatchObject({ count: 2, day: addDays(today, -20) })

    const done = {
      recommendations: recommendations.slice(0, 1),
      actionPlan: { status: 'inProgress' },
    }
    await create('reviews', { ...review({ name: 'Plan', ...done }), ...published })
    expect(await toldOf('Plan')).toEqual(all(writing, 'planOverdue'))

    const whole = { ...done, actionPlan: { status: 'complete' } }
    await create('reviews', { ...review({ name: 'All done', ...whole }), ...published })
    await create('reviews', review({ name: 'A draft', recommendations }))
    expect([await toldOf('All done'), await toldOf('A draft')]).toEqual([{}, {}])
  })

  it('on which framework documents are to be looked at, unless another took their place', async () => {
    const framework = (title: string, values: object) =>
      create('framework-documents', { ...frameworkDocument({ title, ...values }), ...published })
    await framework('Past', { reviewDueOn: addDays(today, -1) })
    await framework('Next', { reviewDueOn: addDays(today, 30) })
    await framework('Far', { reviewDueOn: addDays(today, 31) })
    const supersedes = await framework('Superseded', { reviewDueOn: addDays(today, -400) })
    await framework('Successor', { supersedes })
    expect(await toldOf('Past')).toEqual(all(writing, 'reviewOverdue'))
    expect(await toldOf('Next')).toEqual(all(writing, 'reviewDue'))
    expect([await toldOf('Far'), await toldOf('Superseded')]).toEqual([{}, {}])
  })
})

describe('the daily check', () => {
  const check = (publication: string, day: number, isAvailable: boolean) =>
    app.payload.db.create({
      collection: 'availability-checks',
      data: {
        publication,
        checkedAt: new Date(now.getTime() - day * 86_400_000).toISOString(),
        isAvailable,
        faults: isAvailable ? [] : [`${publication} answered 404`],
      },
    })

  it('is told to everybody when readers do not get something, since when, and when it did not happen', async () => {
    const id = await create('reviews', { ...review({ name: 'Unreachable' }), ...published })
    for (const [day, isAvailable] of [
      [6, false],
      [5, true],
      [4, false],
      [3, false],
    ] as const)
      await check(`reviews:${id}`, day, isAvailable)
    await check('reviews:0', 3, true)
    const everybody = Object.keys(people)
    expect(Object.keys(await toldOf('Unreachable'))).toEqual(everybody)
    const items = await itemsFor('nobody')
    expect(items.slice(0, 2)).toEqual([
      {
        says: 'unavailable',
        urgency: 'urgent',
        at: `reviews:${id}`,
        name: 'Unreachable',
        moment: new Date(now.getTime() - 4 * 86_400_000).toISOString(),
        text: '“Unreachable” answered 404',
      },
      expect.objectContaining({ says: 'checksMissed', count: 2, at: 'availability-checks' }),
    ])
  })
})

describe('what is public', () => {
  it('is counted by type, kind and theme in the year in which it was published', async () => {
    const before = (await factsFor('nobody')).year
    const { id: neglect } = await app.payload.create({
      collection: 'themes',
      data: theme({ name: 'counted' }) as never,
    })
    const themes = { themes: [neglect] }
    await create('reviews', {
      ...review({ name: 'Thematic', reviewType: 'thematic', ...themes }),
      ...published,
    })
    await create('leaflets', {
      ...leaflet({ title: 'Brief', kind: 'practiceBrief', ...themes }),
      ...published,
    })
    await create('reviews', review({ name: 'Another draft', reviewType: 'thematic', ...themes }))
    await create('reviews', { ...review({ name: 'Old', ...themes }), ...since('2019-05-05') })
    const { byKind, byTheme, byType, leaflets, reviews, year } = (await factsFor('nobody')).year
    expect([year, reviews, leaflets]).toEqual([
      today.slice(0, 4),
      before.reviews + 1,
      before.leaflets + 1,
    ])
    expect(byType).toContainEqual({ label: 'Thematic review', count: 1 })
    expect(byKind).toContainEqual({ label: 'Practice brief', count: 1 })
    expect(byTheme).toEqual([{ label: 'counted', count: 2 }])
  })

  it('is read with as many questions, however much there is', async () => {
    const find = vi.spyOn(app.payload.db, 'find')
    const questions = async () => {
      find.mockClear()
      await factsFor('approver')
      return find.mock.calls.length
    }
    const before = await questions()
    const recommendations = [{ recommendation: 'Do it.', dueBy: addDays(today, -5) }]
    for (let index = 0; index < 45; index++)
      await create('reviews', {
        ...review({ name: `Many ${index}`, recommendations }),
        ...published,
      })
    await submitted('One more')
    expect(await questions()).toBe(before)
    expect(before).toBeLessThan(35)
    const { overdueReviews, periods } = await factsFor('approver')
    expect(overdueReviews.length).toBeGreaterThanOrEqual(45)
    expect(periods.periods).toHaveLength(40)
    expect(periods.others).toContainEqual({ key: 'reviews', count: expect.any(Number) })
    expect(periods.periods.map(({ until }) => until)).toEqual(
      periods.periods.map(({ until }) => until).sort(),
    )
    find.mockRestore()
  })
})

describe('whoever publishes alone', () => {
  it('is alone until another approver is there', async () => {
    const { viewer } = await factsFor('approver')
    expect([viewer.isAlone, viewer.mayPublish]).toEqual([false, true])
    await app.payload.update({
      collection: 'users',
      id: accounts.otherApprover.id,
      data: { publishingRoles: ['editor'] },
    })
    expect((await factsFor('approver')).viewer).toMatchObject({ isAlone: true, mayPublish: true })
  })
})
