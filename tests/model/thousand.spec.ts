import { expect, it } from 'vitest'

import { tryAtRandom } from './run.ts'

/** The same in every run, for a change should not fail by another one's mistake; `test:long` tries others. */
const seed = 20_261_124

it('keeps the promise in a thousand acts of editors', { timeout: 1_800_000 }, async () => {
  const { failure } = await tryAtRandom({ seed, steps: 1_000 })
  expect(failure).toBeUndefined()
})
