import type { reportAvailabilities } from '../../../hooks/rules/reportAvailability.ts'
import type { Leaflet } from './documents.ts'
import type {
  Agency,
  ChangeNote,
  DatePrecision,
  ID,
  PublicationStamps,
  PublishedFile,
  Related,
  RichText,
  StoredDate,
  Theme,
} from './shared.ts'

/** Whether and where the report of a review can be had. */
export type ReportAvailability = (typeof reportAvailabilities)[number]

export type AgeBand =
  'age1to5' | 'age6to10' | 'age11to15' | 'age16to17' | 'age18plus' | 'several' | 'under1'

/** How far agencies have come with what is asked of them. */
export type Progress = 'complete' | 'inProgress' | 'notStarted'

/** What is required of whom and by when, and what became of it. */
export interface Recommendation {
  recommendation?: string | null
  agencies?: Related<Agency>[] | null
  dueBy?: StoredDate | null
  status?: Progress | null
  response?: string | null
}

/** The plan by which the learning is embedded. */
export interface ActionPlan {
  status?: Progress | null
  monitoredBy?: string | null
  text?: RichText | null
  updatedOn?: StoredDate | null
}

/** Who published the report: this partnership, or another body with its name and address. */
export interface ReviewPublisher {
  body?: 'anotherBody' | 'thisPartnership' | null
  name?: string | null
  url?: string | null
}

/** The entry in the national repository of published case reviews. */
export interface RepositoryRecord {
  url?: string | null
  accessionNumber?: string | null
  keywords?: string[] | null
}

/** One case review, known by a pseudonym or a subject: its report, or the decision why there is none. */
export interface Review extends PublicationStamps {
  id: ID
  /** The pseudonym or subject, for example `Alan` or `Babies with Injuries`. */
  name: string
  /** The last part of the address; fixed by the first publication. */
  slug?: string | null
  /** The value of a `ReviewType`: `SCR`, `LCSPR`, `thematic`, `local`, or one that the host added. */
  reviewType: string
  /** The label of that type, as readers should see it. */
  reviewTypeLabel?: string | null
  /** The last day of the period that `publishedOnPrecision` allows. */
  publishedOn?: StoredDate | null
  publishedOnPrecision?: DatePrecision | null
  /** Where it was public before it came here. */
  previouslyPublishedAt?: string | null
  publishedBy?: ReviewPublisher
  reviewer?: string | null
  ageBand?: AgeBand | null
  agencies?: Related<Agency>[] | null
  themes?: Related<Theme>[] | null
  related?: Related<Review>[] | null
  summary?: RichText | null
  learning?: RichText | null
  underlyingReasons?: RichText | null
  recommendations?: Recommendation[] | null
  /** What is published in place of a report. */
  improvements?: RichText | null
  actionPlan?: ActionPlan
  /** Newest first. */
  leaflets?: { docs?: Related<Leaflet>[]; hasNextPage?: boolean; totalDocs?: number }
  reportAvailability: ReportAvailability
  reportFile?: Related<PublishedFile> | null
  reportLink?: string | null
  /** Why the report is delayed or not published. */
  reportReason?: string | null
  reportExpectedOn?: StoredDate | null
  repositoryRecord?: RepositoryRecord
  changeNotes?: ChangeNote[] | null
}
