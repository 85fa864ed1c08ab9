import type {
  FrameworkDocumentKind,
  LeafletKind,
  PageSectionName,
  Progress,
  ReportAvailability,
  RichText,
} from 'payload-safeguarding-reviews/types'

/** The answer to the one query, as far as the page uses it. */
export interface PageContent {
  CaseReviewsPage:
    | ({ heading: string | null; sectionOrder: PageSectionName[] | null } & Record<
        PageSectionName,
        PageSection | null
      >)
    | null
  Reviews: { docs: ReviewEntry[] }
  Leaflets: { docs: LeafletEntry[] }
  FrameworkDocuments: { docs: FrameworkDocumentEntry[] }
}

/** The order of the sections until an editor chooses one. */
export const sectionNames = [
  'introduction',
  'notifiableIncidents',
  'rapidReview',
  'publicationPromise',
  'localGuidance',
  'caseReviews',
  'nationalRepository',
  'learningAndImprovementFramework',
] as const satisfies PageSectionName[]

export interface PageSection {
  heading: string | null
  text: RichText | null
}

export interface FileEntry {
  title: string | null
  description: string | null
  language: string | null
  url: string
  mimeType: string | null
  filesize: number | null
}

/** What leaflets and framework documents share. */
export interface DocumentEntry {
  slug: string
  title: string
  publishedOn: string | null
  summary: RichText | null
  body: RichText | null
  file: FileEntry | null
  link: string | null
  changeNotes: ChangeNote[]
}

export interface LeafletEntry extends DocumentEntry {
  kind: LeafletKind | null
  themes: Named[]
}

export interface FrameworkDocumentEntry extends DocumentEntry {
  kind: FrameworkDocumentKind | null
  edition: string | null
}

export interface Named {
  slug: string
  name: string
}

export interface ChangeNote {
  id: string
  date: string | null
  note: string | null
}

export interface Recommendation {
  id: string
  recommendation: string | null
  agencies: { name: string }[]
  dueBy: string | null
  status: Progress | null
  response: string | null
}

export interface ReviewEntry extends Named {
  reviewType: string
  /** A draft may lack it, and the date. */
  reviewTypeLabel: string | null
  publishedOn: string | null
  publishedBy: { body: string | null; name: string | null; url: string | null } | null
  reviewer: string | null
  summary: RichText | null
  learning: RichText | null
  underlyingReasons: RichText | null
  improvements: RichText | null
  recommendations: Recommendation[]
  actionPlan: {
    status: Progress | null
    monitoredBy: string | null
    text: RichText | null
    updatedOn: string | null
  } | null
  reportAvailability: ReportAvailability
  reportFile: FileEntry | null
  reportLink: string | null
  reportReason: string | null
  reportExpectedOn: string | null
  repositoryRecord: { url: string | null; accessionNumber: string | null } | null
  themes: Named[]
  leaflets: { docs: LeafletEntry[] }
  related: Named[]
  changeNotes: ChangeNote[]
}
