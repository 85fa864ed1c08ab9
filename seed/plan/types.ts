import type { DocumentId } from '../contentApi.ts'
import type { DatePrecision } from '../../hooks/rules/calendarDates.ts'
import type { Notice } from '../parse/blocks.ts'
import type { SeedDocument } from '../normalise/types.ts'
import type { StoredVocabulary } from '../vocabulary.ts'

/** A document as it stands in the database: its latest version, at depth 0. */
export interface StoredDocument {
  id?: DocumentId
  _status?: 'draft' | 'published' | null
  deletedAt?: string | null
  publishedOn?: string | null
  publishedOnPrecision?: DatePrecision | null
  seededFrom?: { key?: string | null; fingerprint?: string | null } | null
  [field: string]: unknown
}

/** What of the database a plan is compared with. */
export interface DatabaseState {
  review: StoredDocument[]
  leaflet: StoredDocument[]
  'framework-document': StoredDocument[]
  /** The global, or undefined while nobody has saved it. */
  page?: StoredDocument
  vocabulary: StoredVocabulary
}

/** Why a document is left as it is: nothing to change, changed by an editor, or not one of the seed's. */
export type LeaveReason = 'edited' | 'notSeeded' | 'unchanged'

/** What applying would do with one document of the page. */
export interface PlannedDocument {
  document: SeedDocument
  action: 'change' | 'create' | 'leave'
  reason?: LeaveReason
  /** The document in the database that it was recognised as. */
  stored?: StoredDocument
  warnings: Notice[]
}

export interface PlannedTheme {
  name: string
  facet: string
  action: 'create' | 'leave'
}

/** Everything that applying would do, before it does it. */
export interface Plan {
  source: string
  documents: PlannedDocument[]
  /** The themes that the page's reviews and leaflets use. */
  themes: PlannedTheme[]
  /** How much of the vocabulary is to be created besides. */
  vocabulary: { themes: number; agencies: number }
  errors: Notice[]
}
