import { Temporal } from 'temporal-polyfill'

import type { CalendarDate } from '../../../hooks/rules/calendarDates.ts'
import { nearness } from '../../../hooks/rules/deadlines.ts'
import type { Period } from './facts/types.ts'

export type PeriodState = 'ended' | 'ending' | 'protected'

/** Where something lies on the axis, in hundredths of its length. */
export interface Bar {
  from: number
  to: number
  /** It begins before the axis, or ends after it. */
  isCutAtStart: boolean
  isCutAtEnd: boolean
}

export interface Axis {
  from: CalendarDate
  to: CalendarDate
  /** First days of months. */
  ticks: { day: CalendarDate; at: number }[]
}

/** What lies further away says nothing of what is to be decided; its bar is cut. */
const monthsBack = 18
const monthsAhead = 24

/** As many as can be read; a telephone shows the name of every second one. */
const mostTicks = 10

/** Further on, the name of a month has no room. */
const lastTick = 93

/** Between which first days of months the bars of some periods are drawn, and the months that are marked. */
export function axisOf(periods: Pick<Period, 'from' | 'until'>[], today: CalendarDate): Axis {
  const now = Temporal.PlainDate.from(today)
  const earliest = [...periods.map(({ from }) => from), shift(now, { months: -1 })].sort()[0]!
  const latest = [...periods.map(({ until }) => until), shift(now, { months: 2 })].sort().at(-1)!
  const start = monthOf(later(earliest, shift(now, { months: -monthsBack })))
  const end = monthOf(earlier(latest, shift(now, { months: monthsAhead }))).add({ months: 1 })
  const from = start.toString()
  const to = end.toString()
  const months = start.until(end, { largestUnit: 'months' }).months
  const step = [1, 2, 3, 6, 12].find((each) => Math.ceil(months / each) <= mostTicks) ?? 12
  const ticks = Array.from({ length: Math.ceil(months / step) }, (_, index) => {
    const day = start.add({ months: index * step }).toString()
    return { day, at: placeOf(day, { from, to }) }
  })
  return { from, to, ticks: ticks.filter(({ at }) => at <= lastTick) }
}

/** Where a day begins on the axis; a day beyond its ends lies at them. */
export function placeOf(day: CalendarDate, { from, to }: Pick<Axis, 'from' | 'to'>): number {
  const share = days(from, day) / days(from, to)
  return Math.round(Math.min(1, Math.max(0, share)) * 10_000) / 100
}

/** Where the bar of a period lies; its last day is within it. */
export const barOf = ({ from, until }: Pick<Period, 'from' | 'until'>, axis: Axis): Bar => ({
  from: placeOf(from, axis),
  to: placeOf(Temporal.PlainDate.from(until).add({ days: 1 }).toString(), axis),
  isCutAtStart: from < axis.from,
  isCutAtEnd: until >= axis.to,
})

export const stateOfPeriod = (until: CalendarDate, today: CalendarDate): PeriodState => {
  const near = nearness(until, today)
  if (near === 'past') return 'ended'
  return near === 'soon' ? 'ending' : 'protected'
}

/** How many days after the first one the second one is. */
export const days = (first: CalendarDate, second: CalendarDate): number =>
  Temporal.PlainDate.from(first).until(Temporal.PlainDate.from(second)).days

const monthOf = (day: CalendarDate) => Temporal.PlainDate.from(day).with({ day: 1 })

const shift = (day: Temporal.PlainDate, by: { months: number }): CalendarDate =>
  day.add(by).toString()

const later = (a: CalendarDate, b: CalendarDate) => (a > b ? a : b)
const earlier = (a: CalendarDate, b: CalendarDate) => (a < b ? a : b)
