import type { CalendarDate, DatePrecision } from './calendarDates.ts'

/** The ISO 8601 date cut to what is known: `2023-03-20`, `2020-01` or `2019`. */
export const partialDate = (date: CalendarDate, precision: DatePrecision): string =>
  date.slice(0, { day: 10, month: 7, year: 4 }[precision])

/**
 * A cut date in words: `20 March 2023`, `January 2020`, `2019`. Never shifted by the reader's time zone.
 *
 * @example formatPartialDate('2020-01') // 'January 2020'
 */
export function formatPartialDate(date: string, locale = 'en-GB'): string {
  const [year, month, day] = date.slice(0, 10).split('-').map(Number)
  return new Intl.DateTimeFormat(locale, {
    timeZone: 'UTC',
    year: 'numeric',
    ...(month && { month: 'long' }),
    ...(day && { day: 'numeric' }),
  }).format(new Date(Date.UTC(year!, (month ?? 1) - 1, day ?? 1)))
}
