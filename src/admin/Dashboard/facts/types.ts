import type { Approval, Approver } from '../../../../hooks/rules/approvals.ts'
import type { CalendarDate } from '../../../../hooks/rules/calendarDates.ts'
import type { Recommendation } from '../../../../hooks/rules/deadlines.ts'
import type { Reference } from '../../../../hooks/rules/references.ts'
import type { Person, Withdrawal } from '../../../../hooks/rules/withdrawals.ts'
import type { PublicationKey } from '../../../../hooks/settings.ts'
import type { Named } from '../../readNames.ts'

/** Who looks at the dashboard, and what they may do. */
export interface Viewer extends Approver, Person {
  mayDraft: boolean
  mayManage: boolean
  /** Nobody else is there who could approve. */
  isAlone: boolean
}

/** What the last daily check found. */
export interface Checks {
  lastAt?: string
  /** How many days went by without one, where there should be one each day. */
  missed: number
  failing: { publication: Reference; faults: string[]; since: string }[]
}

/** A withdrawal on which a second person has not decided. */
export type WaitingWithdrawal = Withdrawal & { askedAt: string; approvalDueAt?: string | null }

/** A request for approval with what people need to know of it. */
export type Submission = Approval & {
  title: string
  askedAt: string
  decidedAt?: string | null
  comments?: { text: string }[] | null
}

/** A draft of which a file has errors. */
export interface FailedFile {
  publication: Reference
  name: string
}

/** A job of Payload's that publishes or unpublishes at a moment. */
export interface Schedule {
  /** The document; the slug alone for the page, of which there is one. */
  of: Reference
  act: 'publish' | 'unpublish'
  at: string
  /** By whom it was planned. */
  by?: Reference
  /** Why it failed; undefined while it is to come. */
  error?: string
}

/** A publication with the days between which it is or was protected. */
export interface Period {
  publication: Reference
  key: PublicationKey
  name: string
  from: CalendarDate
  until: CalendarDate
}

export interface Periods {
  /** Those that end soonest; what ended lately comes first. */
  periods: Period[]
  /** How many there are of each kind beyond these. */
  others: { key: PublicationKey; count: number }[]
}

/** A published review in which a day went by on which something was to be done. */
export interface OverdueReview {
  publication: Reference
  name: string
  recommendations: Recommendation[]
  planStatus?: string | null
}

/** A published framework document that is to be looked at again. */
export interface DueDocument {
  publication: Reference
  name: string
  day: CalendarDate
}

/** How many were published under each value, the label as people read it. */
export interface Count {
  label: string
  count: number
}

/** What was published in a year. */
export interface Year {
  year: string
  reviews: number
  leaflets: number
  byType: Count[]
  byKind: Count[]
  byTheme: Count[]
}

/** What was read for the dashboard, at a moment and for somebody. */
export interface Facts {
  now: Date
  today: CalendarDate
  viewer: Viewer
  checks: Checks
  withdrawals: WaitingWithdrawal[]
  /** Open requests for approval, the oldest first. */
  submissions: Submission[]
  /** What this person submitted, somebody refused and nobody submitted again. */
  refusals: Submission[]
  failedFiles: FailedFile[]
  /** To come, the next one first. */
  schedules: Schedule[]
  failedSchedules: Schedule[]
  periods: Periods
  overdueReviews: OverdueReview[]
  dueDocuments: DueDocument[]
  year: Year
  hasPublic: boolean
  /** Of documents and accounts that are named above; one that is gone is missing. */
  names: Map<Reference, Named>
}
