import { addDays, type CalendarDate } from './calendarDates.ts'

/** What is asked of agencies, as far as a deadline needs to know. */
export interface Recommendation {
  /** A calendar date. */
  dueBy?: CalendarDate
  status?: string | null
}

/** How many days ahead people are told of a day that comes. */
const daysAhead = 30

/** How long people are reminded of the end of a protection: afterwards, that it stayed was their decision. */
const daysAfterwards = 90

/** Whether a day is past or comes soon; undefined while it is far. */
export function nearness(day: CalendarDate, today: CalendarDate): 'past' | 'soon' | undefined {
  if (day < today) return 'past'
  return day <= addDays(today, daysAhead) ? 'soon' : undefined
}

/** Between which last days of a protection something is still to be told of it. */
export const remindedPeriods = (today: CalendarDate): { from: CalendarDate; to: CalendarDate } => ({
  from: addDays(today, -daysAfterwards),
  to: addDays(today, daysAhead),
})

/** Recommendations whose day is over and that nobody marked as complete, the longest overdue first. */
export const overdueRecommendations = <Given extends Recommendation>(
  recommendations: Given[],
  today: CalendarDate,
): (Given & { dueBy: CalendarDate })[] =>
  recommendations
    .filter(
      (given): given is Given & { dueBy: CalendarDate } =>
        given.dueBy !== undefined && given.dueBy < today && given.status !== 'complete',
    )
    .sort((a, b) => a.dueBy.localeCompare(b.dueBy))

/**
 * The last day by which something of a review was to be done, where its action plan should therefore be
 * complete and is not; undefined otherwise, and where no plan was begun.
 */
export function overduePlan(
  status: string | null | undefined,
  recommendations: Recommendation[],
  today: CalendarDate,
): CalendarDate | undefined {
  if (!status || status === 'complete') return undefined
  const last = recommendations
    .flatMap(({ dueBy }) => dueBy ?? [])
    .sort()
    .at(-1)
  return last !== undefined && last < today ? last : undefined
}
