import type { RichText } from './shared.ts'

export type PageSectionName =
  | 'caseReviews'
  | 'introduction'
  | 'learningAndImprovementFramework'
  | 'localGuidance'
  | 'nationalRepository'
  | 'notifiableIncidents'
  | 'publicationPromise'
  | 'rapidReview'

export interface PageSection {
  /** Without one, the text follows on. */
  heading?: string | null
  text?: RichText | null
}

/** Everything on the partnership’s page that is no list. */
export interface CaseReviewsPage extends Partial<Record<PageSectionName, PageSection>> {
  heading?: string | null
  /** The sections that are shown, in their order. */
  sectionOrder?: PageSectionName[] | null
}
