import fc from 'fast-check'

import { published, review } from '../../helpers/content.ts'
import { save } from '../promise.ts'
import { type Doc, type Form, keyOf, type Kind, kinds } from '../state.ts'
import { outcomeOf } from '../system.ts'
import { choice, dataOf, here, type Move, pick, words } from './move.ts'

const date = fc.record({
  monthsAgo: fc.integer({ min: -1, max: 15 }),
  precision: fc.constantFrom('day' as const, 'month' as const, 'year' as const),
})

const empty: Form = {
  words: '',
  summary: null,
  file: null,
  saysPublished: false,
  notes: [],
  theme: null,
  date: null,
  isPublished: false,
  isInTrash: false,
}

interface Creation {
  kind: Kind
  isPublished: boolean
  file: number
  theme: number
  hasFile: boolean
  hasTheme: boolean
  date: { monthsAgo: number; precision: 'day' | 'month' | 'year' } | null
}

const dayBefore = (now: number, monthsAgo: number) =>
  new Date(now - monthsAgo * 30 * 24 * 60 * 60 * 1000).toISOString().slice(0, 10)

export const creation = fc.record<Creation>({
  kind: fc.constantFrom(...kinds),
  isPublished: fc.boolean(),
  file: choice,
  theme: choice,
  hasFile: fc.boolean(),
  hasTheme: fc.boolean(),
  date: fc.option(date, { freq: 4 }),
})

export const create =
  (wanted: Creation): Move =>
  (model, system) => {
    const { isPublished, kind } = wanted
    const file = wanted.hasFile ? (pick(here(model.files), wanted.file) ?? null) : null
    const hasTheme = wanted.hasTheme && kind !== 'framework-documents'
    const form: Form = {
      ...empty,
      words: words(),
      summary: 'A summary.',
      file,
      saysPublished: kind === 'reviews' && file !== null,
      theme: hasTheme ? (pick(here(model.themes), wanted.theme) ?? null) : null,
      date: wanted.date && {
        day: dayBefore(model.now, wanted.date.monthsAgo),
        precision: wanted.date.precision,
      },
    }
    const data = {
      ...(kind === 'reviews' && review()),
      ...dataOf({ kind }, form),
      ...(isPublished && published),
    }
    const touches: string[] = []
    let id = 0
    return {
      says: `create ${kind}${isPublished ? ' at once' : ''} ${JSON.stringify(form)}`,
      touches,
      act: async () => {
        const answer = await system.app.rest(
          'POST',
          `/${kind}${isPublished ? '' : '?draft=true'}`,
          {
            as: system.people[0],
            body: data,
          },
        )
        id = answer.body?.doc?.id
        if (id) touches.push(keyOf({ id, kind }))
        return outcomeOf(answer.body?.errors?.[0], answer.status)
      },
      expect: (after) => {
        const doc: Doc = {
          kind,
          id,
          row: form,
          latest: form,
          isGone: false,
          replaced: [],
          events: [],
          refusals: 0,
        }
        const outcome = isPublished
          ? save(after, doc, { ...form, isPublished: true }, { saysStatus: true })
          : 'done'
        if (outcome === 'done') after.docs[keyOf(doc)] = doc
        return outcome
      },
    }
  }
