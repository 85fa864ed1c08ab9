import fc from 'fast-check'

import { sha256Of } from '../bytes.ts'
import { isPublic, keyOf, liveDocs, lost, type Model, openFiles, type Outcome } from '../state.ts'
import { choice, type Move, pick, words } from './move.ts'
import { pdf, storeFile } from '../../helpers/content.ts'

/** A new file; nobody can fetch it before something public refers to it. */
export const upload = (): Move => (_, system) => {
  let bytes: Buffer
  let stored: { id: number; filename: string }
  return {
    says: 'upload a file',
    touches: [],
    act: async () => {
      bytes = await pdf(words())
      stored = await storeFile(system.payload, { bytes })
      return 'done'
    },
    expect: (after) => {
      after.files[stored.id] = {
        filename: stored.filename,
        sha256: sha256Of(bytes),
        is: 'here',
      }
      return 'done'
    },
  }
}

export const onThing = fc.record({
  what: fc.constantFrom('files' as const, 'themes' as const),
  chosen: choice,
  act: fc.constantFrom('delete' as const, 'trash' as const),
  by: fc.constantFrom('REST' as const, 'Local API' as const),
})

interface OnThing {
  what: 'files' | 'themes'
  chosen: number
  act: 'delete' | 'trash'
  by: 'Local API' | 'REST'
}

const isInUse = (model: Model, what: OnThing['what'], id: number): boolean =>
  (what === 'files' && openFiles(model).has(id)) ||
  liveDocs(model).some(
    (doc) =>
      (isPublic(doc) || doc.withdrawnAt !== undefined) &&
      (what === 'files' ? [doc.row.file, ...doc.replaced] : [doc.row.theme]).includes(id),
  )

const whereIs = (model: Model, what: OnThing['what'], id: number) =>
  what === 'files' ? model.files[id]!.is : model.themes[id]!

/** Trashes a file or a theme, takes it out of the trash again, or deletes it. */
export const takeThing =
  ({ act, by, chosen, what }: OnThing): Move =>
  (model, system) => {
    const ids = Object.keys(model[what]).map(Number)
    const id = pick(
      ids.filter((each) => whereIs(model, what, each) !== 'gone'),
      chosen,
    )
    if (id === undefined) return undefined
    const inTrash = whereIs(model, what, id) === 'trash'
    const query = inTrash ? '?trash=true' : ''
    const data = { deletedAt: inTrash ? null : '2020-01-01T00:00:00.000Z' }
    const collection = what as 'themes'
    return {
      says: `${act === 'trash' && inTrash ? 'untrash' : act} ${what}:${id} by ${by}`,
      touches: liveDocs(model)
        .filter(({ replaced, row }) => [row.theme, row.file, ...replaced].includes(id))
        .map(keyOf),
      act: () => {
        if (act === 'delete')
          return by === 'REST'
            ? system.rest('DELETE', `/${what}/${id}${query}`)
            : system.local((payload) => payload.delete({ collection, id, trash: inTrash }))
        return by === 'REST'
          ? system.rest('PATCH', `/${what}/${id}${query}`, data)
          : system.local((payload) => payload.update({ collection, id, data, trash: inTrash }))
      },
      expect: (after) => {
        if (whereIs(after, what, id) !== whereIs(model, what, id)) return 'refused'
        const goes = act === 'delete' || !inTrash
        if (goes && isInUse(after, what, id)) return 'refused'
        return put(after, what, id, act === 'delete' ? 'gone' : inTrash ? 'here' : 'trash')
      },
    }
  }

function put(
  model: Model,
  what: OnThing['what'],
  id: number,
  whereabouts: 'gone' | 'here' | 'trash',
): Outcome {
  if (what === 'files') model.files[id]!.is = whereabouts
  else model.themes[id] = whereabouts
  if (whereabouts !== 'gone') return 'done'
  for (const doc of Object.values(model.docs)) {
    if (what === 'files') doc.replaced = doc.replaced.map((file) => (file === id ? lost : file))
    for (const form of [doc.row, doc.latest]) {
      if (what === 'files' && form.file === id) form.file = null
      if (what === 'themes' && form.theme === id) form.theme = null
    }
  }
  return 'done'
}
