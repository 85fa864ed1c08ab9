import fc from 'fast-check'

import { save, saveDraft } from '../promise.ts'
import { type Doc, keyOf, type Model } from '../state.ts'
import {
  type Change,
  choice,
  dataOf,
  here,
  inModel,
  type Move,
  pick,
  through,
  type Through,
  update,
  withDoc,
  words,
} from './move.ts'

/** What an edit does to a form, besides new words. */
export const edit = fc.record({
  file: fc.constantFrom('keep' as const, 'keep' as const, 'other' as const, 'none' as const),
  note: fc.constantFrom('keep' as const, 'new' as const, 'reworded' as const, 'none' as const),
  summary: fc.constantFrom('keep' as const, 'keep' as const, 'other' as const, 'none' as const),
  theme: fc.boolean(),
  chosen: choice,
})
type Edit = typeof edit extends fc.Arbitrary<infer T> ? T : never

function changeOf(wanted: Edit, model: Model, { kind, latest }: Doc): Change {
  const files = here(model.files).filter((id) => id !== latest.file)
  const other = pick(files, wanted.chosen) ?? null
  const file = { keep: latest.file, other, none: null }[wanted.file]
  const { notes } = latest
  return {
    words: words(),
    summary: { keep: latest.summary, other: words(), none: null }[wanted.summary],
    file,
    saysPublished: kind === 'reviews' && file !== null,
    notes: {
      keep: notes,
      new: [...notes, `Corrected: ${words()}`],
      reworded: [...notes.slice(0, -1), ...(notes.length ? [`Better: ${words()}`] : [])],
      none: [],
    }[wanted.note],
    theme:
      wanted.theme && kind !== 'framework-documents'
        ? (pick(here(model.themes), wanted.chosen) ?? null)
        : null,
  }
}

/** Somebody deleted, in the same moment, what was chosen in the form. */
const namesWhatIsGone = ({ files, themes }: Model, { file, theme }: Partial<Change>): boolean =>
  (typeof file === 'number' && files[file]!.is === 'gone') ||
  (typeof theme === 'number' && themes[theme] === 'gone')

export const writing = fc.record({
  doc: choice,
  edit: fc.option(edit, { freq: 4 }),
  status: fc.constantFrom('draft' as const, 'published' as const, 'published' as const, undefined),
  isForged: fc.boolean(),
  through,
})
type Writing = typeof writing extends fc.Arbitrary<infer T> ? T : never

/** What only the system writes, whoever sends it. */
const forged = {
  firstPublishedAt: '2001-02-03T12:00:00.000Z',
  protectedUntil: '2001-02-03T12:00:00.000Z',
  withdrawnAt: null,
  replacedDocuments: [],
}

/** Saves what readers see: publishes, corrects or unpublishes, with or without new content. */
export const write = ({
  doc: chosen,
  edit: wanted,
  isForged,
  status,
  through: how,
}: Writing): Move =>
  withDoc(chosen, (doc, model, system) => {
    const change = wanted ? changeOf(wanted, model, doc) : {}
    const data = {
      ...dataOf(doc, change),
      ...(status && { _status: status }),
      ...(isForged && forged),
    }
    const inTrash = doc.row.isInTrash
    return {
      says: `write ${keyOf(doc)} by ${how}, ${status ?? 'as it was'} ${JSON.stringify(change)}`,
      touches: [keyOf(doc)],
      act: () => update(system, doc, data, { through: how, inTrash }),
      expect: (after) => {
        const subject = inModel(after, doc)
        if (subject.isGone || (subject.row.isInTrash && !inTrash)) return 'refused'
        if (namesWhatIsGone(after, change)) return 'refused'
        const { latest } = subject
        const isPublished = status ? status === 'published' : latest.isPublished
        return save(
          after,
          subject,
          { ...latest, ...change, isPublished },
          {
            saysStatus: status !== undefined,
          },
        )
      },
    }
  })

export const draftWriting = fc.record({ doc: choice, edit, through, autosave: fc.boolean() })
type DraftWriting = typeof draftWriting extends fc.Arbitrary<infer T> ? T : never

export const writeDraft = ({ doc: chosen, edit: wanted, through: how }: DraftWriting): Move =>
  withDoc(chosen, (doc, model, system) => {
    const change = changeOf(wanted, model, doc)
    const inTrash = doc.row.isInTrash
    return {
      says: `draft ${keyOf(doc)} by ${how} ${JSON.stringify(change)}`,
      touches: [keyOf(doc)],
      act: () => update(system, doc, dataOf(doc, change), { through: how, draft: true, inTrash }),
      expect: (after) => {
        const subject = inModel(after, doc)
        if (subject.isGone || (subject.row.isInTrash && !inTrash)) return 'refused'
        if (namesWhatIsGone(after, change)) return 'refused'
        return saveDraft(subject, { ...subject.latest, ...change })
      },
    }
  })

/** Tries to move the address or the date, which the first publication fixed. */
export const moving = fc.record({
  doc: choice,
  field: fc.constantFrom('slug' as const, 'publishedOn' as const),
  draft: fc.boolean(),
  through,
})

interface Moving {
  doc: number
  field: 'publishedOn' | 'slug'
  draft: boolean
  through: Through
}

export const move = ({ doc: chosen, draft, field, through: how }: Moving): Move =>
  withDoc(chosen, (doc, _, system) => {
    if (!doc.publishedOn || doc.row.isInTrash) return undefined
    const data = { slug: { slug: words() }, publishedOn: { publishedOn: '2001-02-03' } }[field]
    return {
      says: `move ${field} of ${keyOf(doc)} by ${how}`,
      touches: [keyOf(doc)],
      act: () => update(system, doc, data, { through: how, draft }),
      expect: (after) => {
        const subject = inModel(after, doc)
        if (draft || subject.isGone || subject.row.isInTrash) return 'refused'
        // What it would do besides may be refused first, and for the promise's sake.
        const outcome = save(after, structuredClone(subject), subject.latest, { saysStatus: false })
        if (!outcome.startsWith('protected')) return 'refused'
        subject.refusals++
        return outcome
      },
    }
  })
