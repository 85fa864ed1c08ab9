import {
  addDays,
  addMonths,
  dayInLondon,
  dayMilliseconds,
  endOfPeriod,
  startOfPeriod,
} from './calendar.ts'
import {
  type Doc,
  type Form,
  isPublic,
  lost,
  type Kind,
  type Model,
  type Outcome,
} from './state.ts'

/**
 * What the system promises, said once more and as plainly as possible. Nothing here is taken from the code
 * under test: where the two differ, one of them is wrong.
 */

/** As the options of the test have it; the type of the reviews is statutory, which makes twelve of the one. */
export const protection = { reviews: 1, leaflets: 3, frameworkDocuments: 0 }
const months: Record<Kind, number> = { reviews: 12, leaflets: 3, 'framework-documents': 0 }

export const isProtected = (model: Model, doc: Doc): boolean =>
  isPublic(doc) && doc.until !== undefined && dayInLondon(model.now) <= doc.until

const refused = (doc: Doc): Outcome => {
  doc.refusals++
  return `protected until ${doc.until}`
}

/** Would readers lose something that was promised, or have it replaced behind their backs? */
function breaksPromise({ row }: Doc, next: Form): boolean {
  const hasNewNote = next.notes.some((note) => !row.notes.includes(note))
  return (
    next.isInTrash ||
    !next.isPublished ||
    (row.summary !== null && next.summary === null) ||
    (row.file !== null && next.file === null) ||
    (row.saysPublished && !next.saysPublished) ||
    (row.file !== null && row.file !== next.file && !hasNewNote) ||
    next.notes.length < row.notes.length
  )
}

/** Is there something without which it cannot be published? */
function isIncomplete(model: Model, doc: Doc, next: Form): boolean {
  const files = [
    ...doc.replaced.filter((file) => file !== lost),
    ...(next.file === null ? [] : [next.file]),
  ]
  const { day, precision } = next.date ?? {}
  return (
    (next.saysPublished && next.file === null) ||
    files.some((file) => model.files[file]!.is === 'trash') ||
    (!doc.publishedOn && Boolean(day) && startOfPeriod(day!, precision!) > dayInLondon(model.now))
  )
}

/** When it is written down that something became public: its date is fixed, its promise at least as long. */
function stamp(model: Model, doc: Doc, next: Form): void {
  doc.publishedOn ??= next.date
    ? endOfPeriod(next.date.day, next.date.precision)
    : dayInLondon(model.now)
  const away = doc.withdrawnAt === undefined ? 0 : model.now - doc.withdrawnAt
  const promised = doc.until && addDays(doc.until, Math.ceil(away / dayMilliseconds))
  const due = months[doc.kind] ? addMonths(doc.publishedOn, months[doc.kind]) : undefined
  doc.until = [promised, due]
    .filter((day) => day !== undefined)
    .sort()
    .at(-1)
  doc.withdrawnAt = undefined
}

export interface Asked {
  /** The editor said what is to become of it; otherwise the newer draft's state decides. */
  saysStatus: boolean
  /** A withdrawal is carried out, or is over. */
  withdrawal?: 'takeDown' | 'putBack'
}

/** Saves what readers see. */
export function save(model: Model, doc: Doc, next: Form, asked: Asked): Outcome {
  const wasPublic = isPublic(doc)
  const wasProtected = isProtected(model, doc)
  const willBePublic = next.isPublished && !next.isInTrash
  if (doc.withdrawnAt !== undefined) {
    if (next.isInTrash || (willBePublic && asked.withdrawal !== 'putBack')) return 'refused'
  } else if (wasProtected && asked.withdrawal !== 'takeDown') {
    if (breaksPromise(doc, next)) return refused(doc)
  } else if (wasPublic && !willBePublic && !asked.saysStatus) return 'refused'

  if (willBePublic) {
    const before = doc.row.file
    const isReplaced = wasProtected && before !== null && before !== next.file
    if (isIncomplete(model, doc, next)) return 'refused'
    doc.events.push(wasPublic ? 'corrected' : doc.withdrawnAt ? 'reinstated' : 'published')
    stamp(model, doc, next)
    if (isReplaced) doc.replaced.push(before)
  } else if (wasPublic) {
    if (asked.withdrawal) {
      doc.events.push('withdrawn')
      doc.withdrawnAt = model.now
    } else doc.events.push(next.isInTrash ? 'deleted' : 'unpublished')
  }
  doc.row = { ...next }
  doc.latest = { ...next }
  return 'done'
}

/** Saves a newer draft, which readers never see. */
export function saveDraft(doc: Doc, next: Form): Outcome {
  if (isPublic(doc) && doc.latest.isPublished) doc.events.push('draftOverPublished')
  doc.latest = { ...next, isPublished: false }
  return 'done'
}

export function remove(model: Model, doc: Doc): Outcome {
  if (doc.withdrawnAt !== undefined) return 'refused'
  if (isProtected(model, doc)) return refused(doc)
  if (isPublic(doc)) doc.events.push('deleted')
  doc.isGone = true
  return 'done'
}
