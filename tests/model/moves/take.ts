import fc from 'fast-check'

import { remove, save } from '../promise.ts'
import { type Doc, isPublic, keyOf, liveDocs, type Model, type Outcome } from '../state.ts'
import { collectionOf, names, type System } from '../system.ts'
import {
  choice,
  inModel,
  type Move,
  pick,
  queryOf,
  through,
  type Through,
  update,
  withDoc,
} from './move.ts'

interface OnDoc {
  doc: number
  through: Through
}

export const onDoc: fc.Arbitrary<OnDoc> = fc.record({ doc: choice, through })

const trashed = { deletedAt: '2020-01-01T00:00:00.000Z' }

/** Into the trash, or out of it again. */
export const trash = ({ doc: chosen, through: how }: OnDoc): Move =>
  withDoc(chosen, (doc, _, system) => {
    const inTrash = doc.row.isInTrash
    return {
      says: `${inTrash ? 'out of' : 'into'} the trash ${keyOf(doc)} by ${how}`,
      touches: [keyOf(doc)],
      act: () =>
        update(system, doc, inTrash ? { deletedAt: null } : trashed, { through: how, inTrash }),
      expect: (after) => {
        const subject = inModel(after, doc)
        if (subject.isGone || (subject.row.isInTrash && !inTrash)) return 'refused'
        const next = { ...subject.latest, isInTrash: !inTrash }
        return save(after, subject, next, { saysStatus: true })
      },
    }
  })

function deleteBy(system: System, { id, kind, row }: Doc, how: Through): Promise<Outcome> {
  const inTrash = row.isInTrash
  if (how === 'REST') return system.rest('DELETE', `/${kind}/${id}${queryOf({ inTrash })}`)
  if (how === 'GraphQL')
    return system.graphql(
      `mutation ($id: Int!, $trash: Boolean) { delete${names[kind].singular}(id: $id, trash: $trash) { id } }`,
      { id, trash: inTrash },
    )
  return system.local((payload) =>
    payload.delete({ collection: collectionOf(kind), id, trash: inTrash }),
  )
}

export const erase = ({ doc: chosen, through: how }: OnDoc): Move =>
  withDoc(chosen, (doc, _, system) => ({
    says: `delete ${keyOf(doc)} by ${how}`,
    touches: [keyOf(doc)],
    act: () => deleteBy(system, doc, how),
    expect: (after) => {
      const subject = inModel(after, doc)
      if (subject.isGone || (subject.row.isInTrash && !doc.row.isInTrash)) return 'refused'
      return remove(after, subject)
    },
  }))

/** An hour comes for which its unpublishing was scheduled. */
export const scheduled = ({ doc: chosen }: OnDoc): Move =>
  withDoc(chosen, (doc, _, system) => ({
    says: `scheduled unpublishing of ${keyOf(doc)}`,
    touches: [keyOf(doc)],
    act: async () => {
      const { payload } = system
      const job = await payload.jobs.queue({
        task: 'schedulePublish',
        input: { type: 'unpublish', doc: { relationTo: doc.kind, value: String(doc.id) } },
      } as never)
      const { id } = job as { id: number }
      await payload.jobs.runByID({ id })
      // One that was done is gone.
      const left = await payload.db.findOne({
        collection: 'payload-jobs',
        where: { id: { equals: id } },
      })
      return left ? 'refused' : 'done'
    },
    expect: (after) => {
      const subject = inModel(after, doc)
      if (subject.isGone || subject.row.isInTrash) return 'refused'
      const next = { ...subject.latest, isPublished: false }
      const outcome = save(after, subject, next, { saysStatus: true })
      return outcome === 'done' ? 'done' : 'refused'
    },
  }))

export const onMany = fc.record({
  doc: choice,
  act: fc.constantFrom('unpublish' as const, 'trash' as const, 'delete' as const),
})

interface OnMany {
  doc: number
  act: 'delete' | 'trash' | 'unpublish'
}

/** What the errors of a change of many at once say, and what the model says. */
const manyOutcome = (refused: (number | string)[]): Outcome =>
  refused.length ? `refused: ${refused.map(Number).sort((a, b) => a - b)}` : 'done'

/** All of a kind at once, whatever is protected among them. */
export const takeMany =
  ({ act, doc: chosen }: OnMany): Move =>
  (model, system) => {
    const kind = pick(liveDocs(model), chosen)?.kind
    const docs = liveDocs(model).filter((doc) => doc.kind === kind && !doc.row.isInTrash)
    if (!kind || docs.length === 0) return undefined
    const where = { id: { in: docs.map(({ id }) => id) } }
    const collection = collectionOf(kind)
    const data = act === 'trash' ? trashed : { _status: 'draft' }
    return {
      says: `${act} many: ${docs.map(keyOf).join(', ')}`,
      touches: docs.map(keyOf),
      act: async () => {
        const { payload } = system
        const { errors } =
          act === 'delete'
            ? await payload.delete({ collection, where })
            : await payload.update({ collection, where, data: data as never })
        system.told = errors.map(({ message }) => message).join(', ')
        return manyOutcome(errors.map(({ id }) => id))
      },
      expect: (after) => {
        const refused = docs.filter((doc) => {
          const subject = inModel(after, doc)
          return takeOne(after, subject, act) !== 'done'
        })
        return manyOutcome(refused.map(({ id }) => id))
      },
    }
  }

function takeOne(model: Model, doc: Doc, act: OnMany['act']): Outcome {
  if (act === 'delete') return remove(model, doc)
  // Payload changes what is public in such a case, and not the newer draft.
  const next =
    act === 'trash' ? { ...doc.latest, isInTrash: true } : { ...doc.row, isPublished: false }
  return save(model, doc, next, { saysStatus: true })
}

export const byHand = fc.record({
  doc: choice,
  statement: fc.nat({ max: 5 }),
})

/** Somebody at `psql`, who does not get anything public changed. */
export const handle = ({ doc: chosen, statement }: { doc: number; statement: number }): Move =>
  withDoc(chosen, (doc, _, system) => {
    if (!system.isSealed) return undefined
    const table = doc.kind.replaceAll('-', '_')
    const { words } = names[doc.kind]
    const isShown = isPublic(doc)
    const sql = isShown
      ? [
          `update ${table} set _status = 'draft' where id = ${doc.id}`,
          `update ${table} set deleted_at = now() where id = ${doc.id}`,
          `delete from ${table} where id = ${doc.id}`,
          `update ${table} set ${words} = 'By hand' where id = ${doc.id}`,
          `update ${table} set protected_until = '2001-01-01' where id = ${doc.id}`,
          `update ${table} set refers_to = '{"documents":[]}' where id = ${doc.id}`,
        ][statement]!
      : `update ${table} set _status = 'published', deleted_at = null where id = ${doc.id}`
    return {
      says: `by hand: ${sql}`,
      touches: [keyOf(doc)],
      act: () => system.sql(sql),
      // What refers to nothing has no references that could be taken away.
      expect: () =>
        isShown && statement === 5 && doc.row.file === null && doc.row.theme === null
          ? 'done'
          : 'refused',
    }
  })
