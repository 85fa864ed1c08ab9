import type { CollectionSlug, GlobalSlug, PayloadRequest } from 'payload'

/** A collection or the global, by the name that options and code use, whatever slug a host gave it. */
export type ContentKey =
  | 'agencies'
  | 'approvals'
  | 'availabilityChecks'
  | 'caseReviewsPage'
  | 'files'
  | 'frameworkDocuments'
  | 'leaflets'
  | 'publicationEvents'
  | 'reviews'
  | 'themes'
  | 'withdrawals'

/** The collections whose documents carry the promise: once public, public for their protection period. */
export type PublicationKey = 'frameworkDocuments' | 'leaflets' | 'reviews'

export const publicationKeys: PublicationKey[] = ['reviews', 'leaflets', 'frameworkDocuments']

/** The slugs in use: Payload's own types, which know the host's collections once it has generated its types. */
export type Slugs = Record<Exclude<ContentKey, 'caseReviewsPage'>, CollectionSlug> & {
  caseReviewsPage: GlobalSlug
}

/** A field of a review that a review type may demand, or warn about when it is empty. */
export type ReviewDetail =
  | 'actionPlan'
  | 'ageBand'
  | 'agencies'
  | 'learning'
  | 'recommendations'
  | 'reviewer'
  | 'summary'
  | 'themes'
  | 'underlyingReasons'

/** A kind of case review, as data: a host adds or relabels one without touching a hook. */
export interface ReviewType {
  /** Stored in the database and answered by the API, for example `LCSPR`. Letters, digits and `_`. */
  value: string
  /** What people read, for example `Local Child Safeguarding Practice Review`. */
  label: string
  /** What it is, in a sentence: people who have never seen one choose by it. */
  description?: string
  /** True when statute demands the review; its published information is then protected for 12 months at least. */
  statutory: boolean
  /** Fields that must be filled before a review of this type can be published. */
  requires: ReviewDetail[]
  /** What an editor is warned about; a warning never refuses. */
  warns: {
    /** Fields whose absence is worth a warning when the report is published. */
    missing: ReviewDetail[]
    /** Last calendar date (`YYYY-MM-DD`) on which a publication of this type is unremarkable. */
    publishedAfter?: string
  }
}

/** The options after defaults and checks: what rules, hooks and collections work with. */
export interface PublishingSettings {
  publisher: { name: string; url: string }
  reviewTypes: ReviewType[]
  /** Calendar months for which a publication stays public, by collection. */
  protectionMonths: Record<PublicationKey, number>
  /** IANA time zone in which a calendar day begins and ends, for example `Europe/London`. */
  timeZone: string
  slugs: Slugs
  approval: { secondPerson: 'always' | 'never' | 'whenThereIsOne' }
  withdrawal: WithdrawalSettings
}

/** Who may take a protected publication down, and how fast a second person must agree. */
export interface WithdrawalSettings {
  /** May ask for, approve and refuse a withdrawal, and reinstate; the two people are never the same. */
  mayWithdraw: (req: PayloadRequest) => boolean
  /** May withdraw at once and alone, to be approved by a second person afterwards. */
  mayWithdrawInEmergency: (req: PayloadRequest) => boolean
  /** Hours within which a second person is asked to approve an emergency withdrawal. */
  approvalHours: number
}
