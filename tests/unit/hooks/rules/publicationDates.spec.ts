import { describe, expect, it, test } from 'vitest'

import {
  fixedFieldViolations,
  publicationDateViolations,
  publicationStamps,
} from '../../../../hooks/rules/publicationDates.ts'
import type { Publication } from '../../../../hooks/rules/publication.ts'

const timeZone = 'Europe/London'
const at = (instant: string) => ({ now: new Date(instant), timeZone })
/** Half past midnight on 16 July in London, while it is still 15 July in UTC. */
const summerNight = '2026-07-15T23:30:00Z'

describe('the publication date of what is about to be public', () => {
  const cases: [string, Publication, string | undefined][] = [
    ['none', {}, undefined],
    ['today', { publishedOn: '2026-07-16' }, undefined],
    ['tomorrow', { publishedOn: '2026-07-17' }, 'PUBLISHED_IN_FUTURE'],
    ['yesterday', { publishedOn: '2026-07-15' }, 'PREVIOUS_ADDRESS_REQUIRED'],
    [
      'yesterday, public elsewhere since then',
      { publishedOn: '2026-07-15', previouslyPublishedAt: 'https://old.example/alan' },
      undefined,
    ],
    [
      'yesterday, with a blank for the address',
      { publishedOn: '2026-07-15', previouslyPublishedAt: '  ' },
      'PREVIOUS_ADDRESS_REQUIRED',
    ],
    [
      'tomorrow, with an address',
      { publishedOn: '2026-07-17', previouslyPublishedAt: 'https://old.example' },
      'PUBLISHED_IN_FUTURE',
    ],
    ['this month', { publishedOn: '2026-07-31', publishedOnPrecision: 'month' }, undefined],
    [
      'next month',
      { publishedOn: '2026-08-31', publishedOnPrecision: 'month' },
      'PUBLISHED_IN_FUTURE',
    ],
    [
      'last month',
      { publishedOn: '2026-06-01', publishedOnPrecision: 'month' },
      'PREVIOUS_ADDRESS_REQUIRED',
    ],
    ['this year', { publishedOn: '2026-01-01', publishedOnPrecision: 'year' }, undefined],
    [
      'last year',
      { publishedOn: '2025-12-31', publishedOnPrecision: 'year' },
      'PREVIOUS_ADDRESS_REQUIRED',
    ],
    [
      'the day of its first publication here, long ago',
      { publishedOn: '2024-05-01', firstPublishedAt: '2024-05-01T09:00:00Z' },
      undefined,
    ],
    [
      'before its first publication here',
      { publishedOn: '2024-04-30', firstPublishedAt: '2024-05-01T09:00:00Z' },
      'PREVIOUS_ADDRESS_REQUIRED',
    ],
  ]
  test.each(cases)('%s', (_, publication, code) => {
    expect(publicationDateViolations(publication, at(summerNight))[0]?.code).toBe(code)
  })

  it('names the date as far as it is known', () => {
    const [violation] = publicationDateViolations(
      { publishedOn: '2020-01-31', publishedOnPrecision: 'month' },
      at(summerNight),
    )
    expect(violation?.message).toContain('date January 2020 is before today')
  })
})

describe('what the system stamps', () => {
  const cases: {
    name: string
    published?: Publication
    next?: Publication
    now?: string
    months?: number
    publishedOn: string
    protectedUntil: string | null
  }[] = [
    {
      name: 'today in London when no date is given',
      publishedOn: '2026-07-16',
      protectedUntil: '2027-07-16',
    },
    {
      name: '29 February: protected through 28 February',
      now: '2024-02-29T10:00:00Z',
      publishedOn: '2024-02-29',
      protectedUntil: '2025-02-28',
    },
    {
      name: 'the last day of a month that is all that is known',
      next: { publishedOn: '2026-02-03', publishedOnPrecision: 'month' },
      publishedOn: '2026-02-28',
      protectedUntil: '2027-02-28',
    },
    {
      name: 'the last day of a year that is all that is known',
      next: { publishedOn: '2026-02-03', publishedOnPrecision: 'year' },
      publishedOn: '2026-12-31',
      protectedUntil: '2027-12-31',
    },
    {
      name: 'no protection when the host asks for none',
      months: 0,
      publishedOn: '2026-07-16',
      protectedUntil: null,
    },
    {
      name: 'the date of the first publication, whatever the next version says',
      published: {
        firstPublishedAt: '2026-01-05T10:00:00Z',
        publishedOn: '2026-01-05T12:00:00.000Z',
        protectedUntil: '2027-01-05T12:00:00.000Z',
      },
      next: { publishedOn: '2025-01-01' },
      publishedOn: '2026-01-05',
      protectedUntil: '2027-01-05',
    },
    {
      name: 'a protection that never moves back when the host shortens the period',
      published: {
        firstPublishedAt: '2026-01-05T10:00:00Z',
        publishedOn: '2026-01-05T12:00:00.000Z',
        protectedUntil: '2028-01-05T12:00:00.000Z',
      },
      publishedOn: '2026-01-05',
      protectedUntil: '2028-01-05',
    },
    {
      name: 'a protection that grows with the period',
      months: 24,
      published: {
        firstPublishedAt: '2026-01-05T10:00:00Z',
        publishedOn: '2026-01-05T12:00:00.000Z',
        protectedUntil: '2027-01-05T12:00:00.000Z',
      },
      publishedOn: '2026-01-05',
      protectedUntil: '2028-01-05',
    },
    {
      name: 'today, when a forged row has a stamp but was never published',
      published: { protectedUntil: null },
      next: { firstPublishedAt: '2020-01-01T00:00:00Z' },
      publishedOn: '2026-07-16',
      protectedUntil: '2027-07-16',
    },
  ]
  test.each(cases)('$name', ({ months = 12, next = {}, now = summerNight, ...expected }) => {
    const stamps = publicationStamps(expected.published, next, { ...at(now), months })
    expect(stamps.publishedOn).toBe(`${expected.publishedOn}T12:00:00.000Z`)
    expect(stamps.protectedUntil?.slice(0, 10) ?? null).toBe(expected.protectedUntil)
    expect(stamps.firstPublishedAt).toBe(
      expected.published?.firstPublishedAt ?? new Date(now).toISOString(),
    )
    expect(stamps.lastPublicChangeAt).toBe(new Date(now).toISOString())
  })
})

describe('what the first publication fixed', () => {
  const published: Publication = {
    slug: 'alan',
    publishedOn: '2026-02-28T12:00:00.000Z',
    publishedOnPrecision: 'month',
  }
  const cases: [string, Publication, string[]][] = [
    ['nothing changed', { ...published }, []],
    ['nothing sent', {}, []],
    ['another day of the same month', { ...published, publishedOn: '2026-02-03' }, []],
    ['emptied fields', { slug: '', publishedOn: null, publishedOnPrecision: null }, []],
    ['another month', { ...published, publishedOn: '2026-03-01' }, ['publishedOn']],
    ['another slug', { ...published, slug: 'bella' }, ['slug']],
    [
      'another precision',
      { ...published, publishedOnPrecision: 'year' },
      ['publishedOn', 'publishedOnPrecision'],
    ],
  ]
  test.each(cases)('%s', (_, next, paths) => {
    expect(fixedFieldViolations(published, next, timeZone).map(({ path }) => path)).toEqual(paths)
  })
})
