import { calendarDateOf, endOfDay } from '../calendarDates.ts'
import type { MessageCode, MessageValues } from '../messages.ts'
import { idOf, isEmpty, isPublic, type Publication } from '../publication.ts'

/** Which fields of a publication hold what was promised to the public. */
export interface PromisedFields {
  /** Uploads and addresses under which the document itself is found. */
  documents: string[]
  /** Texts published in place of a document. */
  texts: string[]
}

/** Why a change would break the promise: the reason's code in `messages.ts` and what fills it. */
export interface ProtectionBreach {
  reason: MessageCode
  values?: MessageValues
}

/** True while the public row may not be taken from the public: through the end of its last protected day. */
export function isProtected(
  row: Publication | null | undefined,
  { now, timeZone }: { now: Date; timeZone: string },
): row is Publication {
  const until = row?.protectedUntil && calendarDateOf(row.protectedUntil, timeZone)
  return Boolean(until) && isPublic(row) && now < endOfDay(until as string, timeZone)
}

/** How available a report is to a reader; within its protection it never moves to a lower place. */
export const availabilityRank: Record<string, number> = {
  published: 3,
  nationalRepository: 2,
  onRequest: 1,
}

const rank = (row: Publication) => availabilityRank[String(row.reportAvailability)] ?? 0

/**
 * The twelve-month rule: how a change of what the public sees would break the promise, or undefined.
 *
 * Published reports or information must be publicly available for at least one year (Working Together to
 * Safeguard Children). So within the period the row stays published and out of the trash, what was
 * published under a promised field stays there, and a document is replaced only with a public note.
 *
 * @param row the public row as it is now, which `isProtected` holds to be protected
 * @param next the row as it would be afterwards
 */
export function protectionBreach(
  row: Publication,
  next: Publication,
  promised: PromisedFields,
): ProtectionBreach | undefined {
  if (next.deletedAt) return { reason: 'PROTECTED_FROM_DELETION' }
  if (next._status !== 'published') return { reason: 'PROTECTED_FROM_UNPUBLISHING' }
  if (rank(next) < rank(row)) return { reason: 'PROTECTED_AVAILABILITY' }
  const removed = [...promised.documents, ...promised.texts].find(
    (field) => !isEmpty(row[field]) && isEmpty(next[field]),
  )
  if (removed) return { reason: 'PROTECTED_FROM_REMOVAL', values: { field: removed } }
  const replaced = promised.documents.find(
    (field) => !isEmpty(row[field]) && idOf(row[field]) !== idOf(next[field]),
  )
  if (replaced && !newChangeNote(row, next))
    return { reason: 'PROTECTED_FROM_SILENT_REPLACEMENT', values: { field: replaced } }
  // A note may be worded better, but with it goes the only sign that a document was replaced.
  if (notesOf(next).length < notesOf(row).length)
    return { reason: 'PROTECTED_FROM_REMOVAL', values: { field: 'changeNotes' } }
  return undefined
}

/** The public change notes that say anything. */
const notesOf = ({ changeNotes }: Publication) =>
  (changeNotes ?? []).flatMap(({ note }) => (isEmpty(note) ? [] : [note!.trim()]))

/** A public note that was not there before, if the change brings one. */
export function newChangeNote(row: Publication, next: Publication): string | undefined {
  const known = new Set(notesOf(row))
  return notesOf(next).find((note) => !known.has(note))
}
