import { describe, expect, test } from 'vitest'

import { examine } from '../../../src/fileChecks/examine.ts'
import { defaultLimits, type Finding } from '../../../src/fileChecks/index.ts'
import { corpus, type CorpusFile, privateNames, types } from '../../helpers/fileCorpus/index.ts'

const check = async ({ bytes, fileName = 'report.pdf', mimeType = 'pdf' }: CorpusFile) =>
  examine({
    bytes: Uint8Array.from(await bytes()),
    fileName,
    limits: defaultLimits,
    mimeType: types[mimeType as keyof typeof types],
    privateNames,
  })

const inShort = ({ code, page, place }: Finding): string =>
  [code, page && `p${page}`, place && `in ${place}`].filter(Boolean).join(' ')

describe('the corpus', () => {
  test('has at least forty files', () => {
    expect(corpus.length).toBeGreaterThan(40)
  })

  test.each(corpus)('$what', async (file) => {
    const { findings } = await check(file)
    expect(findings.map(inShort).sort()).toEqual([...file.expected].sort())
  })

  test('gives the search what readers read, without what was deleted', async () => {
    const file = corpus.find(({ what }) => what === 'a name that was deleted with tracked changes')!
    expect((await check(file)).text).toBe('Learning\nThe boy Alan')
  })
})
