import type { DatePrecision } from '../../hooks/rules/calendarDates.ts'
import type { Notice } from '../parse/blocks.ts'
import type { LeafletKind } from '../words/leaflets.ts'
import type { SectionKey } from '../words/sections.ts'
import type { ThemeTerm } from '../words/themes.ts'
import type { LinkedFiles } from './links.ts'
import type { RichText } from './richText.ts'

/** What normalising needs to know beside the page itself. */
export interface SeedContext {
  /** The name of the page: its file name, or its address. */
  pageName: string
  /** The address at which the page is or was public, if known. */
  pageAddress?: string
  /** The files that the page links to, as far as they could be fetched. */
  files: LinkedFiles
  /** The themes to recognise, with their synonyms. */
  themes: ThemeTerm[]
  /** The partnership that runs the installation, as its options name it. */
  publisherName?: string
  /** The types of review that count as statutory. */
  statutoryTypes: string[]
}

interface SeedDocumentBase {
  /** What identifies the document from run to run: its kind, name and type. */
  key: string
  /** The line of the page where it begins. */
  line: number
  warnings: Notice[]
  /** The document's date, cut to what the page states: `2023-03-20`, `2020-01`, `2019`. */
  date?: string
  precision?: DatePrecision
}

/** A review, its values as the collection names them; what it refers to stands by name until it is applied. */
export interface SeedReview extends SeedDocumentBase {
  kind: 'review'
  values: {
    name: string
    reviewType: string
    previouslyPublishedAt: string
    summary: RichText | null
    actionPlan: { monitoredBy: string | null; text: RichText | null }
    reportAvailability: string
    reportLink: string | null
    reportReason: string | null
    publishedBy: {
      body: 'anotherBody' | 'thisPartnership'
      name: string | null
      url: string | null
    }
  }
  themes: string[]
  file?: string
}

export interface SeedLeaflet extends SeedDocumentBase {
  kind: 'leaflet'
  values: {
    title: string
    kind: LeafletKind
    previouslyPublishedAt: string
    summary: RichText | null
    link: string | null
  }
  themes: string[]
  /** The keys of the reviews it draws from. */
  reviews: string[]
  file?: string
}

export type FrameworkKind =
  'learningAndImprovementFramework' | 'localGuidance' | 'nationalRepository' | 'statutoryGuidance'

export interface SeedFrameworkDocument extends SeedDocumentBase {
  kind: 'framework-document'
  values: {
    title: string
    kind: FrameworkKind
    previouslyPublishedAt: string
    edition: string | null
    link: string | null
  }
  file?: string
}

export interface SeedPage extends SeedDocumentBase {
  kind: 'page'
  values: { heading: string | null; sectionOrder: SectionKey[] } & Record<
    SectionKey,
    { heading: string | null; text: RichText | null }
  >
}

export type SeedDocument = SeedFrameworkDocument | SeedLeaflet | SeedPage | SeedReview

/** Everything a page yields, and what of it could not be understood. */
export interface NormalisedPage {
  documents: SeedDocument[]
  /** What stands on the page but could not be brought in, with its line. */
  errors: Notice[]
}
