import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { examine } from '../../../src/fileChecks/examine.ts'
import { defaultLimits, findingCodes } from '../../../src/fileChecks/index.ts'
import { corpus, privateNames, types } from '../../helpers/fileCorpus/index.ts'

/** One file of the corpus with a part missing, or with some of its bytes changed. */
const damaged = fc
  .record({
    file: fc.nat(corpus.length - 1),
    /** Where it ends, as a share of the whole. */
    end: fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { nil: 1, freq: 2 }),
    changes: fc.array(fc.tuple(fc.double({ min: 0, max: 0.9999, noNaN: true }), fc.nat(255)), {
      maxLength: 20,
    }),
  })
  .map(async ({ changes, end, file }) => {
    const { bytes, mimeType = 'pdf' } = corpus[file]!
    const copy = Uint8Array.from(await bytes())
    for (const [at, value] of changes) copy[Math.floor(at * copy.length)] = value
    return { bytes: copy.slice(0, Math.floor(end * copy.length)), mimeType }
  })

describe('a damaged file', () => {
  it('is answered with findings, whatever is wrong with it', async () => {
    await fc.assert(
      fc.asyncProperty(damaged, async (promise) => {
        const { bytes, mimeType } = await promise
        const { findings } = await examine({
          bytes,
          fileName: 'report',
          limits: defaultLimits,
          mimeType: types[mimeType as keyof typeof types],
          privateNames,
        })
        for (const { code } of findings) expect(code in findingCodes).toBe(true)
      }),
      { numRuns: 60, seed: 1 },
    )
  }, 60_000)
})
