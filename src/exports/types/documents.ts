import type { Review } from './reviews.ts'
import type {
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

/** What leaflets and framework documents share: a title, and the file, link or text by which readers get it. */
export interface PublicDocument extends PublicationStamps {
  id: ID
  title: string
  /** The last part of the address; fixed by the first publication. */
  slug?: string | null
  summary?: RichText | null
  file?: Related<PublishedFile> | null
  link?: string | null
  body?: RichText | null
  /** The last day of the period that `publishedOnPrecision` allows. */
  publishedOn?: StoredDate | null
  publishedOnPrecision?: DatePrecision | null
  /** Where it was public before it came here. */
  previouslyPublishedAt?: string | null
  changeNotes?: ChangeNote[] | null
}

export type LeafletKind = 'learningLeaflet' | 'other' | 'practiceBrief' | 'sevenMinuteBriefing'

/** A short learning document drawn from one or several reviews. */
export interface Leaflet extends PublicDocument {
  kind?: LeafletKind | null
  /** The reviews from which it draws. */
  reviews?: Related<Review>[] | null
  themes?: Related<Theme>[] | null
}

export type FrameworkDocumentKind =
  | 'learningAndImprovementFramework'
  | 'localGuidance'
  | 'nationalRepository'
  | 'other'
  | 'statutoryGuidance'

/** What frames the work: frameworks, guidance, and the entry on the national repository. */
export interface FrameworkDocument extends PublicDocument {
  kind?: FrameworkDocumentKind | null
  /** For example `2018` or `Version 3`. */
  edition?: string | null
  reviewDueOn?: StoredDate | null
  /** The earlier document that this one takes the place of. */
  supersedes?: Related<FrameworkDocument> | null
}
