import sharp from 'sharp'
import { describe, expect, it } from 'vitest'

import { checkFile, type CheckOptions, drawPage } from '../../../src/fileChecks/index.ts'
import { archiveBomb, endless, manyPages, streamBomb } from '../../helpers/fileCorpus/hostile.ts'
import { privateNames, types } from '../../helpers/fileCorpus/index.ts'
import { makeDocx, paragraph } from '../../helpers/fileCorpus/office.ts'
import { box, makePdf, text } from '../../helpers/fileCorpus/pdf.ts'

const check = (bytes: Uint8Array, options: Partial<CheckOptions> = {}) =>
  checkFile(bytes, { fileName: 'report.pdf', mimeType: types.pdf, privateNames, ...options })

const codesOf = async (bytes: Uint8Array, options: Partial<CheckOptions> = {}) =>
  (await check(bytes, options)).findings.map(({ code }) => code)

describe('a check in a thread of its own', () => {
  it('tells pages, text, language, title, findings with their place, and how far it is', async () => {
    const steps: [number, number][] = []
    const bytes = makePdf({
      pages: [text('What was learned.', 50, 700), text('The boy Jonathan Smith', 50, 421)],
    })
    const result = await check(bytes, { onProgress: (...step) => steps.push(step) })
    expect(result).toMatchObject({
      pages: 2,
      language: 'en-GB',
      title: 'A review',
      text: 'A heading\nWhat was learned.\nA heading\nThe boy Jonathan Smith',
      isTruncated: false,
    })
    expect(result.findings).toEqual([
      {
        code: 'PRIVATE_NAME',
        area: 'privateNames',
        severity: 'error',
        page: 2,
        box: expect.anything(),
        values: { kind: 'name', entry: 1 },
      },
    ])
    const found = result.findings[0]?.box
    expect(found?.left).toBeCloseTo(0.15, 1)
    expect(found?.top).toBeCloseTo(0.49, 1)
    expect(steps).toEqual([
      [1, 2],
      [2, 2],
    ])
    expect(JSON.stringify(result.findings)).not.toMatch(/jonathan/i)
  })

  it('leaves the caller’s bytes as they are', async () => {
    const bytes = makePdf({ pages: [''] })
    const before = Buffer.from(bytes)
    await check(bytes)
    expect(before.equals(bytes)).toBe(true)
  })

  it('ends when the caller says so', async () => {
    const signal = AbortSignal.timeout(300)
    await expect(check(endless(), { signal })).rejects.toThrow(/timeout/)
  })
})

describe('the limits', () => {
  it('stop at a file of 2,000 pages at once', async () => {
    const result = await check(manyPages(2000))
    expect(result).toMatchObject({
      pages: 2000,
      findings: [{ code: 'TOO_MANY_PAGES', values: { pages: 2000, limit: 1000 } }],
    })
  })

  it('end what would never end', async () => {
    const started = performance.now()
    expect(await codesOf(endless(), { limits: { milliseconds: 4_000 } })).toEqual([
      'CHECK_TIMED_OUT',
    ])
    expect(performance.now() - started).toBeLessThan(8_000)
  })

  it('end what needs too much memory', async () => {
    const large = manyPages(1)
    const padded = Buffer.concat([large, Buffer.alloc(30 * 1024 * 1024, '%\n')])
    expect(await codesOf(padded, { limits: { megabytes: 24 } })).toEqual(['CHECK_OUT_OF_MEMORY'])
  })

  it('end what needs too much memory outside of the engine', async () => {
    const bytes = makeDocx({ body: paragraph('Again').repeat(60_000) })
    expect(await codesOf(bytes, { mimeType: types.docx, limits: { megabytes: 40 } })).toEqual([
      'CHECK_OUT_OF_MEMORY',
    ])
  })

  it('unpack no archive and no stream without an end', async () => {
    expect(await codesOf(archiveBomb(300), { mimeType: types.docx })).toContain('UNPACKS_TOO_LARGE')
    expect(await codesOf(streamBomb(300))).toContain('UNPACKS_TOO_LARGE')
  })

  it('keep so many findings of a kind, and say that there are more', async () => {
    const bytes = makePdf({
      pages: Array.from({ length: 5 }, () => text('The boy Jonathan Smith', 50, 700)),
    })
    const result = await check(bytes, { limits: { findingsOfACode: 3, characters: 100 } })
    expect(result.findings).toHaveLength(3)
    expect(result.text).toHaveLength(100)
    expect(result.isTruncated).toBe(true)
  })
})

describe('a picture of a page', () => {
  const bytes = makePdf({ pages: [box(0, 0, 595, 421)] })

  it('shows the page as it is seen, with places marked', async () => {
    const place = { left: 0.25, top: 0.25, width: 0.5, height: 0.1 }
    const png = await drawPage(bytes, 1, { width: 200, marks: [place] })
    const { data, info } = await sharp(png).raw().toBuffer({ resolveWithObject: true })
    const colourAt = (x: number, y: number) => [
      ...data.subarray((y * info.width + x) * 3, (y * info.width + x) * 3 + 3),
    ]
    expect([info.width, info.height]).toEqual([200, 283])
    expect(colourAt(150, 250)).toEqual([0, 0, 0])
    expect(colourAt(5, 130)).toEqual([255, 255, 255])
    // Just above the place.
    expect(colourAt(100, 69)).toEqual([0xd4, 0x35, 0x1c])
    expect(colourAt(100, 80)).toEqual([255, 255, 255])
  })

  it('is not there for a page or a file that cannot be drawn', async () => {
    expect(await drawPage(bytes, 2, { width: 100 })).toBeUndefined()
    expect(await drawPage(Buffer.from('no PDF'), 1, { width: 100 })).toBeUndefined()
  })
})
