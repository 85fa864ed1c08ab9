import type { DatePrecision } from '../../../hooks/rules/calendarDates.ts'

export type { DatePrecision }

/** An id as the host's database makes it. */
export type ID = number | string

/** A related document: its id, or the document itself where the query’s `depth` reached it. */
export type Related<Document> = Document | ID

/**
 * A day as REST and the Local API answer it: an ISO instant at noon UTC, `2023-03-20T12:00:00.000Z`. Its
 * first ten characters are the day; GraphQL answers only them.
 */
export type StoredDate = string

/** Formatted text, as Payload’s Lexical editor stores it. */
export interface RichText {
  root: {
    type: string
    children: { type: string; version: number; [key: string]: unknown }[]
    direction: 'ltr' | 'rtl' | null
    format: '' | 'center' | 'end' | 'justify' | 'left' | 'right' | 'start'
    indent: number
    version: number
  }
  [key: string]: unknown
}

/** A public note on a correction. */
export interface ChangeNote {
  /** The day of the change. */
  date?: StoredDate | null
  note?: string | null
}

/** A document that a corrected one took the place of; it stays at its own address until the protection ends. */
export interface ReplacedDocument {
  file?: Related<PublishedFile> | null
  link?: string | null
  /** The moment of the replacement. */
  replacedAt?: string | null
  /** The change note with which it was replaced. */
  note?: string | null
}

/** What the system stamps on a publication; no caller can write it. */
export interface PublicationStamps {
  /** The moment of the first publication here. */
  firstPublishedAt?: string | null
  /** The last day on which it may not be taken from the public, through its end; null when it is not protected. */
  protectedUntil?: StoredDate | null
  /** The last moment at which something that readers see was changed. */
  lastPublicChangeAt?: string | null
  /** What corrected documents took the place of. */
  replacedDocuments?: ReplacedDocument[] | null
}

/** Under which heading of the vocabulary a theme stands. */
export type Facet = 'child' | 'family' | 'harm' | 'practice' | 'sector'

/** What the learning is about; reviews and leaflets are retrieved by theme. */
export interface Theme {
  id: ID
  name: string
  slug?: string | null
  facet: Facet
  description?: string | null
  /** Other words under which people look for it. */
  synonyms?: string[] | null
  /** Neighbouring themes. */
  seeAlso?: Related<Theme>[] | null
}

/** An agency that works with children or families. */
export interface Agency {
  id: ID
  name: string
  slug?: string | null
}

/** A report, leaflet or picture; readable for everybody while something published refers to it. */
export interface PublishedFile {
  id: ID
  title?: string | null
  /** A language tag, for example `en-GB`. */
  language?: string | null
  /** For a picture: what it shows. */
  description?: string | null
  /** The name under which a reader saves the file. */
  downloadName?: string | null
  /** Where the file is read. */
  url?: string | null
  mimeType?: string | null
  /** In bytes. */
  filesize?: number | null
  width?: number | null
  height?: number | null
}
