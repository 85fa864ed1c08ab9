import {
  addCalendarMonths,
  addDays,
  calendarDateOf,
  dayOfInstant,
  firstDayOfPeriod,
  lastDayOfPeriod,
  storedDate,
} from './calendarDates.ts'
import { formatPartialDate, partialDate } from './partialDates.ts'
import { isEmpty, type Publication } from './publication.ts'
import { type Violation, violation } from './violation.ts'

interface Clock {
  now: Date
  /** IANA time zone in which today is today. */
  timeZone: string
}

/**
 * What is wrong with the publication date of something about to be public. A date in the future would
 * announce what is not there; one in the past would shorten the promise, unless it was public since then.
 */
export function publicationDateViolations(
  next: Publication,
  { now, timeZone }: Clock,
): Violation[] {
  const date = calendarDateOf(next.publishedOn, timeZone)
  if (!date) return []
  const precision = next.publishedOnPrecision ?? 'day'
  const shown = formatPartialDate(partialDate(date, precision))
  if (firstDayOfPeriod(date, precision) > dayOfInstant(now, timeZone))
    return [violation('publishedOn', 'PUBLISHED_IN_FUTURE', { date: shown })]
  const firstDay = dayOfInstant(
    next.firstPublishedAt ? new Date(next.firstPublishedAt) : now,
    timeZone,
  )
  if (lastDayOfPeriod(date, precision) < firstDay && isEmpty(next.previouslyPublishedAt))
    return [violation('previouslyPublishedAt', 'PREVIOUS_ADDRESS_REQUIRED', { date: shown })]
  return []
}

/** Fields that are fixed by the first publication. */
export const fixedFields = ['publishedOn', 'publishedOnPrecision', 'slug'] as const

/** What an edit tries to change of that which the first publication fixed. */
export function fixedFieldViolations(
  published: Publication,
  next: Publication,
  timeZone: string,
): Violation[] {
  const stands = (row: Publication, field: (typeof fixedFields)[number]) =>
    field === 'publishedOn'
      ? periodEnd(row.publishedOn, row.publishedOnPrecision, timeZone)
      : row[field]
  return fixedFields
    .filter((field) => !isEmpty(next[field]) && stands(next, field) !== stands(published, field))
    .map((field) =>
      field === 'slug'
        ? violation('slug', 'SLUG_FIXED', { slug: String(published.slug) })
        : violation(field, 'PUBLISHED_ON_FIXED'),
    )
}

const periodEnd = (
  value: unknown,
  precision: Publication['publishedOnPrecision'],
  timeZone: string,
) => {
  const date = calendarDateOf(value, timeZone)
  return date && lastDayOfPeriod(date, precision ?? 'day')
}

export interface Stamps {
  publishedOn: string
  publishedOnPrecision: NonNullable<Publication['publishedOnPrecision']>
  firstPublishedAt: string
  protectedUntil: string | null
  lastPublicChangeAt: string
}

/**
 * What the system writes on a publication that is about to be public.
 *
 * A date is stored as the last day of the period that its precision allows: the protection is then never
 * too short, and a month sorts after its days. `protectedUntil` is that day some calendar months later; the
 * publication is protected through its end. It never moves back, even when a host shortens the period; the
 * time for which it was withdrawn is added.
 */
export function publicationStamps(
  published: Publication | undefined,
  next: Publication,
  { now, timeZone, months }: Clock & { months: number },
): Stamps {
  const fixed = published?.firstPublishedAt ? published : undefined
  const precision = (fixed ?? next).publishedOnPrecision ?? 'day'
  const publishedOn = lastDayOfPeriod(
    calendarDateOf((fixed ?? next).publishedOn, timeZone) ?? dayOfInstant(now, timeZone),
    precision,
  )
  const promised = published && promisedUntil(published, { now, timeZone })
  const due = months > 0 ? addCalendarMonths(publishedOn, months) : undefined
  const until = [promised, due]
    .filter((date) => date !== undefined)
    .sort()
    .at(-1)
  return {
    publishedOn: storedDate(publishedOn),
    publishedOnPrecision: precision,
    firstPublishedAt: fixed?.firstPublishedAt ?? now.toISOString(),
    protectedUntil: until ? storedDate(until) : null,
    lastPublicChangeAt: now.toISOString(),
  }
}

/** The last day that was promised before, and as many days more as it was withdrawn, begun days included. */
function promisedUntil({ protectedUntil, withdrawnAt }: Publication, { now, timeZone }: Clock) {
  const until = calendarDateOf(protectedUntil, timeZone)
  if (!until || !withdrawnAt) return until
  const elapsed = now.getTime() - new Date(String(withdrawnAt)).getTime()
  return addDays(until, Math.max(0, Math.ceil(elapsed / millisecondsOfDay)))
}

const millisecondsOfDay = 24 * 60 * 60 * 1000
