import type { ReviewType } from '../settings.ts'
import { isEmpty, type Publication } from './publication.ts'
import { type Violation, violation } from './violation.ts'

export const reportAvailabilities = [
  'published',
  'onRequest',
  'nationalRepository',
  'delayed',
  'notPublished',
  'notStated',
] as const

/**
 * What must be there for what a review says of its report. A report is published unless that is
 * inappropriate; then a statutory review publishes the improvements to be made.
 */
export function reportAvailabilityViolations(
  review: Publication,
  types: ReviewType[],
): Violation[] {
  const lacks = (...fields: string[]) => fields.every((field) => isEmpty(review[field]))
  switch (review.reportAvailability) {
    case 'published':
      return lacks('reportFile', 'reportLink') ? [violation('reportFile', 'REPORT_REQUIRED')] : []
    case 'nationalRepository':
      return lacks('reportLink') ? [violation('reportLink', 'REPOSITORY_LINK_REQUIRED')] : []
    case 'delayed':
    case 'notPublished': {
      const isStatutory = types.some((type) => type.statutory && type.value === review.reviewType)
      return [
        ...(lacks('reportReason') ? [violation('reportReason', 'REASON_REQUIRED')] : []),
        ...(review.reportAvailability === 'notPublished' && isStatutory && lacks('improvements')
          ? [violation('improvements', 'IMPROVEMENTS_REQUIRED')]
          : []),
      ]
    }
    case 'onRequest':
    case 'notStated':
      return []
    default:
      return [violation('reportAvailability', 'REPORT_AVAILABILITY_REQUIRED')]
  }
}
