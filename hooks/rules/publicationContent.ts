import type { PublicationKey, PublishingSettings } from '../settings.ts'
import { isEmpty, type Publication } from './publication.ts'
import { reportAvailabilityViolations } from './reportAvailability.ts'
import { reviewTypeViolations, reviewTypeWarnings } from './reviewTypes.ts'
import type { PromisedFields } from './twelve-month-protection/protectionBreach.ts'
import { type Violation, violation } from './violation.ts'

/** The settings that these rules ask for; a browser can be told them. */
export type RuleSettings = Pick<PublishingSettings, 'reviewTypes' | 'timeZone'>

/** What the rules know of a kind of publication, beyond what all kinds share. */
export interface PublicationContent {
  /** The field that names it, and from which its slug is made. */
  nameField: 'name' | 'title'
  promised: PromisedFields
  /** What must be there before it can be public. */
  violations: (next: Publication, settings: RuleSettings) => Violation[]
  /** What an editor should look at. */
  warnings: (next: Publication, settings: RuleSettings) => Violation[]
}

const titledDocument: PublicationContent = {
  nameField: 'title',
  promised: { documents: ['file', 'link'], texts: ['summary', 'body'] },
  violations: (next) => (isEmpty(next.title) ? [violation('title', 'TITLE_REQUIRED')] : []),
  warnings: (next) =>
    ['file', 'link', 'body', 'summary'].every((field) => isEmpty(next[field]))
      ? [violation('file', 'NOTHING_TO_READ')]
      : [],
}

export const publicationContent: Record<PublicationKey, PublicationContent> = {
  reviews: {
    nameField: 'name',
    promised: {
      documents: ['reportFile', 'reportLink'],
      texts: ['summary', 'learning', 'underlyingReasons', 'recommendations', 'improvements'],
    },
    violations: (next, { reviewTypes }) => [
      ...(isEmpty(next.name) ? [violation('name', 'NAME_REQUIRED')] : []),
      ...reviewTypeViolations(next, reviewTypes),
      ...reportAvailabilityViolations(next, reviewTypes),
    ],
    warnings: (next, { reviewTypes, timeZone }) => reviewTypeWarnings(next, reviewTypes, timeZone),
  },
  leaflets: titledDocument,
  frameworkDocuments: titledDocument,
}
