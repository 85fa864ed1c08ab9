import { describe, expect, it, test } from 'vitest'

import {
  addCalendarMonths,
  calendarDateOf,
  dayOfInstant,
  endOfDay,
  firstDayOfPeriod,
  lastDayOfPeriod,
  storedDate,
} from '../../../../hooks/rules/calendarDates.ts'
import { formatPartialDate, partialDate } from '../../../../hooks/rules/partialDates.ts'

const london = 'Europe/London'

describe('the calendar date that a value stands for', () => {
  test.each([
    ['a plain date', '2023-03-20', '2023-03-20'],
    ['noon UTC, as it is stored', '2023-03-20T12:00:00.000Z', '2023-03-20'],
    ['midnight UTC', '2023-03-20T00:00:00.000Z', '2023-03-20'],
    ['midnight UTC in summer', '2023-07-20T00:00:00Z', '2023-07-20'],
    ['midnight UTC without seconds', '2023-07-20T00:00Z', '2023-07-20'],
    [
      'an instant late on a summer evening in UTC, already tomorrow in London',
      '2023-07-20T23:30:00Z',
      '2023-07-21',
    ],
    ['an instant late on a winter evening', '2023-01-20T23:30:00Z', '2023-01-20'],
    ['an evening in Los Angeles', '2023-01-20T20:00:00-08:00', '2023-01-21'],
    ['a morning in Auckland', '2023-01-20T08:00:00+13:00', '2023-01-19'],
    ['29 February of a leap year', '2024-02-29', '2024-02-29'],
  ])('%s', (_, value, date) => {
    expect(calendarDateOf(value, london)).toBe(date)
  })

  it('is that of a Date, too', () => {
    expect(calendarDateOf(new Date('2023-07-20T23:30:00Z'), london)).toBe('2023-07-21')
  })

  test.each([
    '2023-02-29',
    '2023-04-31',
    '2023-13-01',
    '20/03/2023',
    'March 2023',
    '2023',
    '',
    'yesterday',
    null,
    undefined,
    0,
    Number.NaN,
    {},
    new Date(Number.NaN),
  ])('is none for %s', (value) => {
    expect(calendarDateOf(value, london)).toBeUndefined()
  })

  test.each(['2023-03-20', '2024-02-29', '2023-03-26', '2023-10-29'])(
    'comes back from the way in which it is stored: %s',
    (date) => {
      for (const zone of [london, 'Pacific/Auckland', 'America/Los_Angeles', 'UTC'])
        expect(calendarDateOf(storedDate(date), zone)).toBe(date)
    },
  )
})

describe('the day of an instant', () => {
  test.each([
    ['2026-07-01T22:59:59.999Z', london, '2026-07-01'],
    ['2026-07-01T23:00:00.000Z', london, '2026-07-02'],
    ['2026-01-01T23:59:59.999Z', london, '2026-01-01'],
    ['2026-01-01T12:00:00.000Z', 'Pacific/Auckland', '2026-01-02'],
    ['2026-01-01T07:00:00.000Z', 'America/Los_Angeles', '2025-12-31'],
  ])('%s in %s is %s', (instant, zone, date) => {
    expect(dayOfInstant(new Date(instant), zone)).toBe(date)
  })
})

describe('a day of London is over', () => {
  test.each([
    ['in winter, at midnight UTC', '2026-01-15', '2026-01-16T00:00:00.000Z'],
    ['in summer, an hour before', '2026-07-15', '2026-07-15T23:00:00.000Z'],
    ['on the day before the clocks go forward', '2026-03-28', '2026-03-29T00:00:00.000Z'],
    ['on the day the clocks go forward, after 23 hours', '2026-03-29', '2026-03-29T23:00:00.000Z'],
    ['on the day before the clocks go back', '2026-10-24', '2026-10-24T23:00:00.000Z'],
    ['on the day the clocks go back, after 25 hours', '2026-10-25', '2026-10-26T00:00:00.000Z'],
    ['on the last day of the year', '2026-12-31', '2027-01-01T00:00:00.000Z'],
    ['on 29 February', '2024-02-29', '2024-03-01T00:00:00.000Z'],
  ])('%s', (_, date, end) => {
    expect(endOfDay(date, london).toISOString()).toBe(end)
  })

  it('elsewhere at another instant', () => {
    expect(endOfDay('2026-01-15', 'Pacific/Auckland').toISOString()).toBe(
      '2026-01-15T11:00:00.000Z',
    )
    expect(endOfDay('2026-01-15', 'America/Los_Angeles').toISOString()).toBe(
      '2026-01-16T08:00:00.000Z',
    )
  })
})

describe('calendar months later', () => {
  test.each([
    ['2023-03-20', 12, '2024-03-20'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2024-02-29', 48, '2028-02-29'],
    ['2023-02-28', 12, '2024-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2023-01-31', 1, '2023-02-28'],
    ['2023-08-31', 6, '2024-02-29'],
    ['2023-12-31', 12, '2024-12-31'],
    ['2023-10-31', 13, '2024-11-30'],
    ['2023-03-20', 0, '2023-03-20'],
  ])('%s and %i months is %s', (date, months, later) => {
    expect(addCalendarMonths(date, months)).toBe(later)
  })
})

describe('the period that a precision allows', () => {
  test.each([
    ['2020-02-10', 'day', '2020-02-10', '2020-02-10'],
    ['2020-02-10', 'month', '2020-02-01', '2020-02-29'],
    ['2019-02-28', 'month', '2019-02-01', '2019-02-28'],
    ['2019-04-30', 'month', '2019-04-01', '2019-04-30'],
    ['2019-06-15', 'year', '2019-01-01', '2019-12-31'],
  ] as const)('%s to the %s lasts from %s to %s', (date, precision, first, last) => {
    expect(firstDayOfPeriod(date, precision)).toBe(first)
    expect(lastDayOfPeriod(date, precision)).toBe(last)
  })
})

describe('a date is shown as far as it is known', () => {
  test.each([
    ['day', '2023-03-20', '20 March 2023'],
    ['month', '2023-03', 'March 2023'],
    ['year', '2023', '2023'],
  ] as const)('to the %s', (precision, cut, words) => {
    expect(partialDate('2023-03-20', precision)).toBe(cut)
    expect(formatPartialDate(cut)).toBe(words)
  })

  it('in the language of the reader', () => {
    expect(formatPartialDate('2023-03-20', 'cy')).toContain('Mawrth')
  })
})
