import { idOf, isEmpty, type Publication } from '../publication.ts'
import { newChangeNote } from './protectionBreach.ts'

/** A document that a corrected one took the place of; readers still find it while the period runs. */
export interface ReplacedDocument {
  file?: number | string
  link?: string
  /** Instant of the replacement. */
  replacedAt: string
  /** What readers were told. */
  note?: string
}

/**
 * The documents that a change of something protected replaces.
 *
 * @param row the public row as it is now
 * @param next the row as it would be afterwards
 * @param documents the fields that hold the promised documents
 */
export const documentsReplaced = (
  row: Publication,
  next: Publication,
  documents: string[],
  now: Date,
): ReplacedDocument[] =>
  documents
    .filter((field) => !isEmpty(row[field]) && idOf(row[field]) !== idOf(next[field]))
    .map((field) => ({
      ...(/link$/i.test(field) ? { link: String(row[field]) } : { file: idOf(row[field])! }),
      replacedAt: now.toISOString(),
      note: newChangeNote(row, next),
    }))
