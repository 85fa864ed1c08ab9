import type { CollectionSlug } from 'payload'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import { startTestApp, type TestApp } from '../helpers/app.ts'
import { resetClock, setClock } from '../helpers/clock.ts'
import { frameworkDocument, leaflet, published, review } from '../helpers/content.ts'
import { ofAnswer, ofCall } from '../helpers/publicView.ts'

let app: TestApp
const ownZone = process.env.TZ

beforeAll(async () => {
  app = await startTestApp({ options: { protection: { frameworkDocuments: 12 } } })
})

afterAll(() => app.stop())

afterEach(async () => {
  await resetClock(app)
  if (ownZone) process.env.TZ = ownZone
  else delete process.env.TZ
})

const at = (instant: string) => setClock(app, instant)

interface Stored {
  id: number
  publishedOn: string | null
  publishedOnPrecision: string
  firstPublishedAt: string | null
  protectedUntil: string | null
  reportExpectedOn: string | null
  _status: string
}

const create = async (collection: string, data: object, more: object = {}) =>
  (await app.payload.create({
    collection: collection as CollectionSlug,
    data: data as never,
    ...more,
  })) as unknown as Stored

const update = async (id: number, data: object, more: object = {}) =>
  (await app.payload.update({
    collection: 'reviews',
    id,
    data: data as never,
    ...more,
  })) as unknown as Stored

const day = (value: string | null) => value?.slice(0, 10) ?? null

const zones = ['UTC', 'Pacific/Auckland', 'America/Los_Angeles']

describe.each(zones)('a server in %s', (zone) => {
  beforeEach(() => {
    process.env.TZ = zone
    expect(Intl.DateTimeFormat().resolvedOptions().timeZone).toBe(zone)
  })

  const kinds = [
    ['reviews', review],
    ['leaflets', leaflet],
    ['framework-documents', frameworkDocument],
  ] as const

  it.each(kinds)('stamps %s with the day in London', async (collection, values) => {
    for (const [now, today, until] of [
      ['2026-07-15T22:59:00Z', '2026-07-15', '2027-07-15'],
      ['2026-07-15T23:30:00Z', '2026-07-16', '2027-07-16'],
      ['2026-01-15T23:59:00Z', '2026-01-15', '2027-01-15'],
      ['2028-02-29T12:00:00Z', '2028-02-29', '2029-02-28'],
      ['2026-03-29T00:30:00Z', '2026-03-29', '2027-03-29'],
      ['2026-10-25T00:30:00Z', '2026-10-25', '2027-10-25'],
    ] as const) {
      await at(now)
      const stored = await create(collection, { ...values(), ...published })
      expect([day(stored.publishedOn), day(stored.protectedUntil)]).toEqual([today, until])
      expect(new Date(stored.firstPublishedAt!).toISOString().slice(0, 16)).toBe(now.slice(0, 16))
    }
  })

  it.each([
    ['2023-03-20', 'day', '2023-03-20', '2023-03-20', '2024-03-20'],
    ['2023-03-20T12:00:00.000Z', 'day', '2023-03-20', '2023-03-20', '2024-03-20'],
    ['2023-03-20T00:00:00.000Z', 'day', '2023-03-20', '2023-03-20', '2024-03-20'],
    ['2023-07-20T23:00:00.000Z', 'day', '2023-07-21', '2023-07-21', '2024-07-21'],
    ['2020-01-05', 'month', '2020-01-31', '2020-01', '2021-01-31'],
    ['2024-02-29', 'month', '2024-02-29', '2024-02', '2025-02-28'],
    ['2019-05-05', 'year', '2019-12-31', '2019', '2020-12-31'],
  ])('keeps %s to the %s', async (publishedOn, publishedOnPrecision, stored, shown, until) => {
    const values = {
      publishedOn,
      publishedOnPrecision,
      previouslyPublishedAt: 'https://old.example',
    }
    const { id } = await create('reviews', { ...review(values), ...published })

    const { body } = await app.rest('GET', `/reviews/${id}`)
    expect(body.publishedOn).toBe(`${stored}T12:00:00.000Z`)
    const answer = await app.graphql(`{ Review(id: ${id}) { publishedOn protectedUntil } }`)
    expect(answer.body.data.Review).toEqual({ publishedOn: shown, protectedUntil: until })
  })

  it('takes and answers days over GraphQL without a shift', async () => {
    const { body } = await app.graphql(
      `mutation ($day: CalendarDate) {
        createReview(data: { name: "Alan", reviewType: local, reportAvailability: delayed, reportReason: "Inquest", reportExpectedOn: $day, _status: published }) { doc: id reportExpectedOn }
        literal: createReview(data: { name: "Alan", reviewType: local, reportAvailability: delayed, reportReason: "Inquest", reportExpectedOn: "2027-03-28", _status: published }) { reportExpectedOn }
      }`,
      { as: app.editor, variables: { day: '2027-10-31' } },
    )
    expect(body.errors).toBeUndefined()
    expect(body.data.createReview.reportExpectedOn).toBe('2027-10-31')
    expect(body.data.literal.reportExpectedOn).toBe('2027-03-28')
  })

  it('keeps days that an edit does not touch', async () => {
    const { id } = await create(
      'reviews',
      review({ reportExpectedOn: '2027-03-28', publishedOn: '2026-01-05' }),
      { draft: true },
    )
    for (let round = 0; round < 3; round++) {
      const { publishedOn, reportExpectedOn } = await update(
        id,
        { name: `Alan ${round}` },
        { draft: true },
      )
      expect([day(publishedOn), day(reportExpectedOn)]).toEqual(['2026-01-05', '2027-03-28'])
      await update(id, { publishedOn, reportExpectedOn }, { draft: true })
    }
    expect(
      day((await update(id, { reportExpectedOn: null }, { draft: true })).reportExpectedOn),
    ).toBeNull()
  })

  it.each([
    ['in summer', '2026-07-15T12:00:00Z', '2027-07-15T22:59:59.000Z', '2027-07-15T23:00:01.000Z'],
    ['in winter', '2026-01-15T12:00:00Z', '2027-01-15T23:59:59.000Z', '2027-01-16T00:00:01.000Z'],
    [
      'on the day the clocks go forward',
      '2026-03-28T12:00:00Z',
      '2027-03-28T22:59:59.000Z',
      '2027-03-28T23:00:01.000Z',
    ],
    [
      'on the day the clocks go back',
      '2026-10-31T12:00:00Z',
      '2027-10-31T23:59:59.000Z',
      '2027-11-01T00:00:01.000Z',
    ],
  ])('protects through the end of the last day in London %s', async (_, from, last, after) => {
    await at(from)
    const { id } = await create('reviews', { ...review(), ...published })
    await at(last)
    expect(await ofCall(update(id, { _status: 'draft' }))).toMatchObject({
      code: 'PUBLICATION_PROTECTED',
      protectedUntil: last.slice(0, 10),
    })
    await at(after)
    expect(await ofCall(update(id, { _status: 'draft' }))).toEqual({})
  })
})

describe('a publication date', () => {
  const as = () => app.editor

  it.each([
    ['in the future', { publishedOn: '2999-01-01' }, 'PUBLISHED_IN_FUTURE'],
    [
      'in the future, with an address',
      { publishedOn: '2999-01-01', previouslyPublishedAt: 'x' },
      'PUBLISHED_IN_FUTURE',
    ],
    [
      'in a future month',
      { publishedOn: '2999-01-01', publishedOnPrecision: 'month' },
      'PUBLISHED_IN_FUTURE',
    ],
    ['before today', { publishedOn: '2020-01-01' }, 'PREVIOUS_ADDRESS_REQUIRED'],
    [
      'before today, with a blank',
      { publishedOn: '2020-01-01', previouslyPublishedAt: ' ' },
      'PREVIOUS_ADDRESS_REQUIRED',
    ],
    ['of no calendar', { publishedOn: '2023-02-29' }, 'DATE_INVALID'],
    ['in words', { publishedOn: 'March 2023' }, 'DATE_INVALID'],
  ])('%s is refused on every interface', async (_, values, code) => {
    const data = { ...review(values), ...published }
    const { id } = await create('reviews', review(), { draft: true })
    const body = { ...values, ...published }
    for (const outcome of [
      ofAnswer(await app.rest('POST', '/reviews', { as: as(), body: data })),
      ofAnswer(await app.rest('PATCH', `/reviews/${id}`, { as: as(), body })),
      ofAnswer(await app.rest('PATCH', `/reviews/${id}?draft=true`, { as: as(), body })),
      await ofCall(create('reviews', data)),
      await ofCall(update(id, body)),
    ])
      expect(outcome.code).toBe(code)
    const answer = await app.rest('GET', `/reviews/${id}`)
    expect(answer.status).toBe(404)
  })

  it('before today is honest together with the address where it was public', async () => {
    const values = { publishedOn: '2020-01-01', previouslyPublishedAt: 'https://old.example/alan' }
    const stored = await create('reviews', { ...review(values), ...published })
    expect([day(stored.publishedOn), day(stored.protectedUntil)]).toEqual([
      '2020-01-01',
      '2021-01-01',
    ])
    expect(day(stored.firstPublishedAt)).toBe(new Date().toISOString().slice(0, 10))
  })

  it('is demanded of no draft, which may bear any', async () => {
    const { id, ...stored } = await create(
      'reviews',
      review({ publishedOn: '2999-05-05', publishedOnPrecision: 'month' }),
      { draft: true },
    )
    expect([day(stored.publishedOn), stored.firstPublishedAt, stored.protectedUntil]).toEqual([
      '2999-05-31',
      null,
      null,
    ])
    expect(await ofCall(update(id, { publishedOn: null, ...published }))).toEqual({})
  })

  it('is stamped when a schedule publishes, with the day on which it does', async () => {
    const { id } = await create('reviews', review(), { draft: true })
    const job = await app.payload.jobs.queue({
      task: 'schedulePublish',
      input: { type: 'publish', doc: { relationTo: 'reviews', value: id } },
    } as never)
    await at('2027-05-05T23:30:00Z')
    await app.payload.jobs.runByID({ id: (job as { id: number }).id })
    const { body } = await app.rest('GET', `/reviews/${id}`)
    expect([day(body.publishedOn), day(body.protectedUntil)]).toEqual(['2027-05-06', '2028-05-06'])
  })

  it('of a month stands among days by its last day, then the name decides', async () => {
    for (const [name, publishedOn, publishedOnPrecision] of [
      ['Sort b', '2016-01-31', 'day'],
      ['Sort a', '2016-01-02', 'month'],
      ['Sort c', '2016-01-30', 'day'],
      ['Sort d', '2016-03-03', 'year'],
      ['Sort e', '2016-12-30', 'day'],
    ]) {
      const values = { name, publishedOn, publishedOnPrecision, previouslyPublishedAt: 'x' }
      await create('reviews', { ...review(values), ...published })
    }
    const { body } = await app.rest('GET', '/reviews?where[name][like]=Sort')
    expect(body.docs.map(({ name }: { name: string }) => name.slice(-1)).join('')).toBe('deabc')
  })
})
