import fc from 'fast-check'

import { dayMilliseconds, edgeOf } from '../calendar.ts'
import { liveDocs, keyOf } from '../state.ts'
import { choice, type Move, pick } from './move.ts'

export const passing = fc.oneof(
  { weight: 3, arbitrary: fc.record({ days: fc.integer({ min: 1, max: 60 }) }) },
  { weight: 1, arbitrary: fc.record({ days: fc.integer({ min: 61, max: 400 }) }) },
  {
    weight: 4,
    arbitrary: fc.record({
      doc: choice,
      side: fc.constantFrom('before' as const, 'after' as const),
    }),
  },
)

type Passing = { days: number } | { doc: number; side: 'after' | 'before' }

/** Time passes: some days, or until just before or after the last day of something protected. */
export const pass =
  (wanted: Passing): Move =>
  (model, system) => {
    const target =
      'days' in wanted
        ? undefined
        : pick(
            liveDocs(model).filter(({ until }) => until),
            wanted.doc,
          )
    const then =
      'days' in wanted
        ? model.now + wanted.days * dayMilliseconds
        : target && edgeOf(target.until!, wanted.side)
    if (!then || then <= model.now) return undefined
    return {
      says: `the clock moves to ${new Date(then).toISOString()}`,
      touches: target ? [keyOf(target)] : [],
      act: async () => {
        await system.setClock(then)
        return 'done'
      },
      expect: (after) => {
        after.now = then
        return 'done'
      },
    }
  }

export const restart = (): Move => (model, system) => ({
  says: 'the app is stopped and started again',
  touches: Object.keys(model.docs),
  act: async () => {
    await system.restart()
    return 'done'
  },
  expect: () => 'done',
})
