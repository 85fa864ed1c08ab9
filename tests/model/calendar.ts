/** A calendar date `YYYY-MM-DD`. */
export type Day = string

export type Precision = 'day' | 'month' | 'year'

const london = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/London' })

/** What a calendar on a wall in London shows. */
export const dayInLondon = (instant: number): Day => london.format(new Date(instant))

export const dayMilliseconds = 24 * 60 * 60 * 1000

export const addDays = (day: Day, days: number): Day =>
  new Date(Date.parse(`${day}T12:00:00Z`) + days * dayMilliseconds).toISOString().slice(0, 10)

const lastOfMonth = (year: number, month: number): number =>
  month === 2
    ? (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
      ? 29
      : 28
    : [4, 6, 9, 11].includes(month)
      ? 30
      : 31

const written = (year: number, month: number, date: number): Day =>
  [
    String(year).padStart(4, '0'),
    ...[month, date].map((part) => String(part).padStart(2, '0')),
  ].join('-')

const parts = (day: Day) => day.split('-').map(Number) as [number, number, number]

/** The same day so many months later, or the last one of a month that has no such day. */
export function addMonths(day: Day, months: number): Day {
  const [year, month, date] = parts(day)
  const count = month - 1 + months
  const then = { year: year + Math.floor(count / 12), month: (count % 12) + 1 }
  return written(then.year, then.month, Math.min(date, lastOfMonth(then.year, then.month)))
}

export function endOfPeriod(day: Day, precision: Precision): Day {
  const [year, month] = parts(day)
  if (precision === 'year') return written(year, 12, 31)
  return precision === 'month' ? written(year, month, lastOfMonth(year, month)) : day
}

export const startOfPeriod = (day: Day, precision: Precision): Day =>
  precision === 'day'
    ? day
    : `${day.slice(0, precision === 'year' ? 4 : 7)}-01${precision === 'year' ? '-01' : ''}`

/** Half an hour before the day is over in London, and a quarter of an hour after. */
export function edgeOf(day: Day, side: 'before' | 'after'): number {
  const [minute, wanted] = side === 'before' ? ['30', 0] : ['15', 1]
  const candidates = [
    `${day}T22:${minute}Z`,
    `${day}T23:${minute}Z`,
    `${addDays(day, 1)}T00:${minute}Z`,
  ]
    .map((text) => Date.parse(text))
    .filter((instant) => (dayInLondon(instant) > day ? 1 : 0) === wanted)
  return side === 'before' ? candidates.at(-1)! : candidates[0]!
}
