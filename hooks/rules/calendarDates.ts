import { Temporal } from 'temporal-polyfill'

/** A calendar date `YYYY-MM-DD`, without time and without time zone. */
export type CalendarDate = string

/** How much of a date is known: `2023-03-20`, `2020-01` or `2019`. */
export type DatePrecision = 'day' | 'month' | 'year'

/**
 * The calendar date that a value stands for, or undefined when it stands for none.
 *
 * A plain date is taken as it is. An instant at midnight or noon UTC is how software writes a day without a
 * time, so its UTC date counts; any other instant is the day it falls on in `timeZone`.
 */
export function calendarDateOf(value: unknown, timeZone: string): CalendarDate | undefined {
  if (value === null || value === undefined || value === '') return undefined
  try {
    const text = value instanceof Date ? value.toISOString() : String(value)
    const day = /^(\d{4}-\d{2}-\d{2})(T(00|12):00(:00(\.0+)?)?Z)?$/.exec(text)
    if (day) return Temporal.PlainDate.from(day[1]!, { overflow: 'reject' }).toString()
    return dayOfInstant(new Date(Temporal.Instant.from(text).epochMilliseconds), timeZone)
  } catch {
    return undefined
  }
}

/** A calendar date as Payload's date fields store it: noon UTC, the same day in nearly every time zone. */
export const storedDate = (date: CalendarDate): string => `${date}T12:00:00.000Z`

/** Made once for each time zone: every change asks for days, and making one takes longer than all of them. */
const formats = new Map<string, Intl.DateTimeFormat>()

/** Sweden writes its dates as ISO 8601 does. */
const formatIn = (timeZone: string): Intl.DateTimeFormat => {
  const format = formats.get(timeZone) ?? new Intl.DateTimeFormat('sv-SE', { timeZone })
  formats.set(timeZone, format)
  return format
}

/** The date of an instant in a time zone. */
export const dayOfInstant = (instant: Date, timeZone: string): CalendarDate =>
  formatIn(timeZone).format(instant)

/** First day of the day, month or year in which the date lies. */
export function firstDayOfPeriod(date: CalendarDate, precision: DatePrecision): CalendarDate {
  const day = Temporal.PlainDate.from(date)
  if (precision === 'day') return date
  return day.with(precision === 'month' ? { day: 1 } : { month: 1, day: 1 }).toString()
}

/** Last day of the day, month or year in which the date lies: `2020-02-10`, month → `2020-02-29`. */
export function lastDayOfPeriod(date: CalendarDate, precision: DatePrecision): CalendarDate {
  const day = Temporal.PlainDate.from(date)
  if (precision === 'day') return date
  return day.with(precision === 'month' ? { day: 31 } : { month: 12, day: 31 }).toString()
}

/** The same day some calendar months later, or the month's last day: `2024-02-29` + 12 → `2025-02-28`. */
export const addCalendarMonths = (date: CalendarDate, months: number): CalendarDate =>
  Temporal.PlainDate.from(date).add({ months }).toString()

/** The day some days later. */
export const addDays = (date: CalendarDate, days: number): CalendarDate =>
  Temporal.PlainDate.from(date).add({ days }).toString()

/** The instant at which a calendar day is over in a time zone; changes of the clock are heeded. */
export const endOfDay = (date: CalendarDate, timeZone: string): Date =>
  new Date(
    Temporal.PlainDate.from(date).add({ days: 1 }).toZonedDateTime({ timeZone }).epochMilliseconds,
  )
