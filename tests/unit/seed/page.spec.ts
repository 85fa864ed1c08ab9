import { readFileSync } from 'node:fs'

import { describe, expect, it } from 'vitest'

import { normalise } from '../../../seed/normalise/index.ts'
import type { SeedDocument, SeedLeaflet, SeedReview } from '../../../seed/normalise/types.ts'
import { parsePage } from '../../../seed/parse/index.ts'
import { vocabularyThemes } from '../../../seed/vocabulary/themes.ts'

const fixture = (name: string): string =>
  readFileSync(new URL(`../../fixtures/seed/${name}`, import.meta.url), 'utf8')

const normaliseText = (text: string, format: 'html' | 'text' = 'text') =>
  normalise(parsePage({ format, text }), {
    pageName: 'page',
    files: new Map(),
    themes: vocabularyThemes,
    statutoryTypes: ['SCR', 'LCSPR'],
  })

const reviewsOf = (documents: SeedDocument[]): SeedReview[] =>
  documents.filter((document) => document.kind === 'review')
const leafletsOf = (documents: SeedDocument[]): SeedLeaflet[] =>
  documents.filter((document) => document.kind === 'leaflet')

interface StoredNode {
  type?: string
  text?: string
}

/** Everything that is stored as text, rich text flattened block by block. */
function storedText(value: unknown): string {
  if (typeof value === 'string') return `${value}\n`
  if (Array.isArray(value)) return value.map(storedText).join('')
  if (typeof value !== 'object' || value === null) return ''
  const { type, text } = value as StoredNode
  if (type === 'text') return text!
  if (!('children' in value)) return Object.values(value).map(storedText).join('')
  const isBlock = type !== 'link'
  return storedText(value.children) + (isBlock ? '\n' : '')
}

const text = fixture('copied-page.txt')
const { documents, errors } = normaliseText(text)

describe('a page as a browser copies it', () => {
  it('gives its reviews with name, type, date, precision and themes', () => {
    expect(
      reviewsOf(documents).map(({ values, date, precision, themes }) => [
        values.name,
        values.reviewType,
        date,
        precision,
        themes.join(', '),
      ]),
    ).toEqual([
      ['Carl & Max', 'thematic', '2024', 'year', 'criminal exploitation'],
      ['Rowan', 'LCSPR', '2022-02-18', 'day', ''],
      ['Child X1/X2', 'local', '2021', 'year', 'coercive control, voice of the child'],
      ['Baby T', 'SCR', '2018', 'year', 'concealed pregnancy'],
    ])
  })

  it('keeps every sentence, each in one place', () => {
    const stored = storedText(documents.map(({ values }) => values))
    const leftOut = /^(?:Skip|Home|Case summary|Nothing here)/
    const headings = /^(?:Spring|18th|2021|Baby T)/
    const sentences = text
      .split('\n')
      .map((line) => line.replace(/^\s*•/, '').trim())
      .filter((line) => line && !leftOut.test(line) && !headings.test(line))
      .flatMap((line) => line.split(/(?<=[.!?])\s+/))
    // The national repository's heading is the title of its framework document as well.
    const twice = 'National repository of published case reviews'
    const counts = sentences.map((sentence) => [sentence, stored.split(sentence).length - 1])
    expect(counts.filter(([, count]) => count !== 1)).toEqual([[twice, 2]])
  })

  it('warns with the line of the page', () => {
    expect(reviewsOf(documents).flatMap(({ warnings }) => warnings)).toMatchObject([
      { line: 27, message: expect.stringContaining('Spring 2024 is kept as the year 2024') },
      { line: 33, message: expect.stringContaining('the heading says 18th February 2022') },
      { line: 41, message: expect.stringContaining('left as not stated') },
    ])
  })

  it('says with its line what it cannot read, and invents nothing in its place', () => {
    expect(errors).toMatchObject([{ line: 43, message: expect.stringContaining('Family A') }])
  })

  it('takes the page text into the sections, without skip links and breadcrumbs', () => {
    const page = documents.find(({ kind }) => kind === 'page')!
    expect(page.values).toMatchObject({
      heading: 'Learning from reviews of serious cases',
      caseReviews: { heading: 'Larchshire Safeguarding Partnership Case Reviews' },
      sectionOrder: [
        'introduction',
        'notifiableIncidents',
        'rapidReview',
        'publicationPromise',
        'localGuidance',
        'caseReviews',
        'nationalRepository',
        'learningAndImprovementFramework',
      ],
    })
    expect(storedText(page.values)).not.toContain('Skip to')
  })

  it('finds the framework documents with their edition and link', () => {
    const found = documents.filter(({ kind }) => kind === 'framework-document')
    expect(found.map(({ values }) => values)).toMatchObject([
      { kind: 'localGuidance', title: 'Local guidance for taking part in reviews' },
      { kind: 'learningAndImprovementFramework', title: 'Learning and Improvement Framework' },
      {
        kind: 'statutoryGuidance',
        title: 'Working Together to Safeguard Children 2023',
        edition: '2023',
      },
      { kind: 'nationalRepository', link: 'https://repository.safeguarding.example/themes' },
    ])
  })

  it('makes no leaflet of one that is only announced', () => {
    expect(leafletsOf(documents)).toEqual([])
  })
})

describe('one review', () => {
  const entry = (heading: string, ...lines: string[]) =>
    normaliseText(['Our page', 'Case reviews', heading, ...lines].join('\n\n'))
  const reviewOf = (heading: string, ...lines: string[]) =>
    reviewsOf(entry(heading, ...lines).documents)[0]!

  it('takes the day from the text where it lies within the heading’s month', () => {
    const review = reviewOf('March 2023 - SCR - Alan', 'It was published on 20 March 2023.')
    expect(review).toMatchObject({ date: '2023-03-20', precision: 'day', warnings: [] })
  })

  it('keeps the heading’s month where the text only repeats the year', () => {
    expect(reviewOf('September 2019 - SCR - Child M', 'Published in 2019.')).toMatchObject({
      date: '2019-09',
      precision: 'month',
      warnings: [],
    })
  })

  it('does not take the date of the incident for that of the publication', () => {
    const review = reviewOf('March 2023 - SCR - Alan', 'Alan died on 3 March 2023.')
    expect(review).toMatchObject({ date: '2023-03', precision: 'month' })
  })

  it('says when no date is stated', () => {
    const review = reviewOf('SCR - Alan', 'A sad case.')
    expect(review.date).toBeUndefined()
    expect(review.warnings).toMatchObject([
      { message: expect.stringContaining('no publication date') },
    ])
  })

  it('is thematic where the text says so, with a warning about the heading', () => {
    const review = reviewOf('January 2022 - LCSPR - Babies', 'A thematic review of three cases.')
    expect(review.values.reviewType).toBe('thematic')
    expect(review.warnings).toMatchObject([
      { message: expect.stringContaining('the heading says LCSPR') },
    ])
  })

  it('was published by this partnership where the page names its own', () => {
    const { documents } = normaliseText(
      [
        'Our page',
        'Larchshire Safeguarding Partnership learns from reviews.',
        'Case reviews',
        'March 2023 - SCR - Alan',
        'It was published by the Larchshire Safeguarding Partnership in 2023.',
      ].join('\n\n'),
    )
    expect(reviewsOf(documents)[0]!.values.publishedBy.body).toBe('thisPartnership')
  })

  it('moves the reason why a report is delayed out of the summary', () => {
    const { values } = reviewOf(
      'March 2023 - SCR - Alan',
      'Alan was six. The report has been delayed until the inquest is over.',
    )
    expect(values.reportAvailability).toBe('delayed')
    expect(values.reportReason).toBe('The report has been delayed until the inquest is over.')
    expect(storedText(values.summary)).toContain('Alan was six.')
    expect(storedText(values.summary)).not.toContain('inquest')
  })

  it('hands the sentence about its leaflet to the leaflet, dated by the month', () => {
    const { documents } = entry(
      '5 March 2023 - SCR - Alan',
      'Alan was six. A leaflet tells what we learned.',
    )
    expect(leafletsOf(documents)).toMatchObject([
      { values: { title: 'Alan learning leaflet' }, date: '2023-03', precision: 'month' },
    ])
    expect(storedText(reviewsOf(documents)[0]!.values.summary)).not.toContain('leaflet')
  })

  it('stands once, though the page lists it twice, and the second is reported', () => {
    const { documents, errors } = normaliseText(
      ['Our page', 'Case reviews', 'SCR - Alan - 2019', 'One.', 'SCR - ‘Alan’ - 2019', 'Two.'].join(
        '\n\n',
      ),
    )
    expect(reviewsOf(documents)).toHaveLength(1)
    expect(errors).toMatchObject([{ line: 9, message: expect.stringContaining('line 5') }])
  })
})

describe('any page', () => {
  it.each(['', '\n\n', '<<<>>>', '\0\u0001', '• \n•', '<p>', '(((((', 'Case reviews'])(
    'that holds no review (%j) invents none',
    (text) => {
      for (const format of ['html', 'text'] as const) {
        expect(reviewsOf(normaliseText(text, format).documents)).toEqual([])
      }
    },
  )

  it('of a hundred thousand words is read within seconds', () => {
    const started = performance.now()
    normaliseText('('.repeat(50_000) + ' published '.repeat(50_000))
    normaliseText('Case reviews\n\n' + 'a-'.repeat(100_000))
    expect(performance.now() - started).toBeLessThan(5_000)
  })
})
