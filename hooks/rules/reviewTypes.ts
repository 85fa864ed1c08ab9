import type { PublicationKey, PublishingSettings, ReviewType } from '../settings.ts'
import { calendarDateOf } from './calendarDates.ts'
import { formatPartialDate } from './partialDates.ts'
import { isEmpty, type Publication } from './publication.ts'
import { type Violation, violation } from './violation.ts'

/** What a review's type demands before it can be public. */
export function reviewTypeViolations(review: Publication, types: ReviewType[]): Violation[] {
  if (isEmpty(review.reviewType)) return [violation('reviewType', 'REVIEW_TYPE_REQUIRED')]
  const type = types.find(({ value }) => value === review.reviewType)
  if (!type)
    return [
      violation('reviewType', 'REVIEW_TYPE_UNKNOWN', {
        type: String(review.reviewType),
        known: types.map(({ value }) => value).join(', '),
      }),
    ]
  return type.requires
    .filter((field) => isMissing(review, field))
    .map((field) => violation(field, 'REVIEW_TYPE_DEMANDS', { type: type.label }))
}

/** What an editor should look at, though nothing forbids it. */
export function reviewTypeWarnings(
  review: Publication,
  types: ReviewType[],
  timeZone: string,
): Violation[] {
  const type = types.find(({ value }) => value === review.reviewType)
  if (!type) return []
  const warnings: Violation[] = []
  const date = calendarDateOf(review.publishedOn, timeZone)
  const ended = type.warns.publishedAfter
  if (ended && date && date > ended)
    warnings.push(
      violation('reviewType', 'SCHEME_ENDED', {
        type: type.label,
        date: formatPartialDate(date),
        ended: formatPartialDate(ended),
      }),
    )
  if (review.reportAvailability === 'published')
    for (const field of type.warns.missing)
      if (isMissing(review, field))
        warnings.push(violation(field, 'REPORT_DETAIL_MISSING', { type: type.label }))
  return warnings
}

/** An action plan is there when it says anything; every other detail when it is not empty. */
const isMissing = (review: Publication, field: string) =>
  field === 'actionPlan'
    ? Object.values(review.actionPlan ?? {}).every(isEmpty)
    : isEmpty(review[field])

/** The least that statute allows for a statutory type, whatever the host configured. */
const statutoryMonths = 12

/** Calendar months for which a publication is protected, by its collection and its review type. */
export function protectionMonths(
  key: PublicationKey,
  publication: Publication,
  { protectionMonths: months, reviewTypes }: PublishingSettings,
): number {
  const isStatutory =
    key === 'reviews' &&
    reviewTypes.some(({ value, statutory }) => statutory && value === publication.reviewType)
  return isStatutory ? Math.max(statutoryMonths, months[key]) : months[key]
}
