import { describe, expect, test } from 'vitest'

import { content } from '../../../../collections/index.ts'
import type { Publication } from '../../../../hooks/rules/publication.ts'
import { publicationContent } from '../../../../hooks/rules/publicationContent.ts'
import {
  reportAvailabilities,
  reportAvailabilityViolations,
} from '../../../../hooks/rules/reportAvailability.ts'
import {
  protectionMonths,
  reviewTypeViolations,
  reviewTypeWarnings,
} from '../../../../hooks/rules/reviewTypes.ts'
import { settingsFrom } from '../../../../src/options/index.ts'

const settings = settingsFrom({
  reviewTypes: (types) => [
    ...types,
    {
      value: 'SAR',
      label: 'Safeguarding Adult Review',
      statutory: true,
      requires: ['reviewer', 'actionPlan'],
      warns: { missing: ['agencies'] },
    },
  ],
  protection: { reviews: 6, leaflets: 3 },
})
const { reviewTypes: types, timeZone } = settings

const codes = (violations: { path: string; code: string }[]) =>
  violations.map(({ code, path }) => `${path} ${code}`)

describe('a review type demands', () => {
  const cases: [string, Publication, string[]][] = [
    ['to be chosen', {}, ['reviewType REVIEW_TYPE_REQUIRED']],
    ['to be known', { reviewType: 'XYZ' }, ['reviewType REVIEW_TYPE_UNKNOWN']],
    ['nothing more: LCSPR', { reviewType: 'LCSPR' }, []],
    ['nothing more: local', { reviewType: 'local' }, []],
    [
      'what a host says',
      { reviewType: 'SAR' },
      ['reviewer REVIEW_TYPE_DEMANDS', 'actionPlan REVIEW_TYPE_DEMANDS'],
    ],
    [
      'more than an action plan whose parts are empty',
      { reviewType: 'SAR', reviewer: 'A. Reviewer', actionPlan: { status: null, text: '' } },
      ['actionPlan REVIEW_TYPE_DEMANDS'],
    ],
    [
      'no more when it is there',
      { reviewType: 'SAR', reviewer: 'A. Reviewer', actionPlan: { status: 'complete' } },
      [],
    ],
  ]
  test.each(cases)('%s', (_, review, expected) => {
    expect(codes(reviewTypeViolations(review, types))).toEqual(expected)
  })
})

describe('a review type warns', () => {
  const full = { reviewer: 'A', recommendations: [{}], underlyingReasons: 'x' }
  const cases: [string, Publication, string[]][] = [
    ['of nothing without a type', {}, []],
    ['SCR on its last day', { reviewType: 'SCR', publishedOn: '2019-09-30' }, []],
    [
      'SCR a day later',
      { reviewType: 'SCR', publishedOn: '2019-10-01' },
      ['reviewType SCHEME_ENDED'],
    ],
    ['SCR without a date', { reviewType: 'SCR' }, []],
    [
      'LCSPR whose report is not published',
      { reviewType: 'LCSPR', reportAvailability: 'delayed' },
      [],
    ],
    [
      'LCSPR without what guidance asks for',
      { reviewType: 'LCSPR', reportAvailability: 'published' },
      ['reviewer', 'recommendations', 'underlyingReasons'].map((f) => `${f} REPORT_DETAIL_MISSING`),
    ],
    ['LCSPR with it', { reviewType: 'LCSPR', reportAvailability: 'published', ...full }, []],
    [
      'a host’s type',
      { reviewType: 'SAR', reportAvailability: 'published' },
      ['agencies REPORT_DETAIL_MISSING'],
    ],
  ]
  test.each(cases)('%s', (_, review, expected) => {
    expect(codes(reviewTypeWarnings(review, types, timeZone))).toEqual(expected)
  })
})

describe('what a review says of its report demands', () => {
  const cases: [string, Publication, string[]][] = [
    ['to be said', {}, ['reportAvailability REPORT_AVAILABILITY_REQUIRED']],
    [
      'to be known',
      { reportAvailability: 'maybe' },
      ['reportAvailability REPORT_AVAILABILITY_REQUIRED'],
    ],
    ['published', { reportAvailability: 'published' }, ['reportFile REPORT_REQUIRED']],
    ['published, with a file', { reportAvailability: 'published', reportFile: 1 }, []],
    [
      'published, with a link',
      { reportAvailability: 'published', reportLink: 'https://a.example' },
      [],
    ],
    [
      'in the repository',
      { reportAvailability: 'nationalRepository', reportFile: 1 },
      ['reportLink REPOSITORY_LINK_REQUIRED'],
    ],
    [
      'in the repository, with a link',
      { reportAvailability: 'nationalRepository', reportLink: 'https://a.example' },
      [],
    ],
    ['delayed', { reportAvailability: 'delayed' }, ['reportReason REASON_REQUIRED']],
    ['delayed, with a reason', { reportAvailability: 'delayed', reportReason: 'Inquest.' }, []],
    [
      'not published, statutory',
      { reportAvailability: 'notPublished', reviewType: 'LCSPR' },
      ['reportReason REASON_REQUIRED', 'improvements IMPROVEMENTS_REQUIRED'],
    ],
    [
      'not published, a host’s statutory type',
      { reportAvailability: 'notPublished', reviewType: 'SAR', reportReason: 'x' },
      ['improvements IMPROVEMENTS_REQUIRED'],
    ],
    [
      'not published, with both',
      {
        reportAvailability: 'notPublished',
        reviewType: 'SCR',
        reportReason: 'x',
        improvements: 'y',
      },
      [],
    ],
    [
      'not published, not statutory',
      { reportAvailability: 'notPublished', reviewType: 'local', reportReason: 'x' },
      [],
    ],
    ['on request', { reportAvailability: 'onRequest' }, []],
    ['not stated', { reportAvailability: 'notStated' }, []],
  ]
  test.each(cases)('%s', (_, review, expected) => {
    expect(codes(reportAvailabilityViolations(review, types))).toEqual(expected)
  })
})

describe('the months of protection', () => {
  const cases: ['frameworkDocuments' | 'leaflets' | 'reviews', string | undefined, number][] = [
    ['reviews', 'LCSPR', 12],
    ['reviews', 'SCR', 12],
    ['reviews', 'SAR', 12],
    ['reviews', 'local', 6],
    ['reviews', 'thematic', 6],
    ['reviews', undefined, 6],
    ['leaflets', undefined, 3],
    ['frameworkDocuments', undefined, 0],
  ]
  test.each(cases)('%s %s: %i', (key, reviewType, months) => {
    expect(protectionMonths(key, { reviewType }, settings)).toBe(months)
  })

  test('are the host’s when it asks for more than statute', () => {
    const longer = settingsFrom({ protection: { reviews: 24 } })
    expect(protectionMonths('reviews', { reviewType: 'LCSPR' }, longer)).toBe(24)
  })
})

describe('a document demands', () => {
  test.each(['leaflets', 'frameworkDocuments'] as const)(
    '%s: a title, and warns when there is nothing to read',
    (key) => {
      const { violations, warnings } = publicationContent[key]
      expect(codes(violations({ title: ' ' }, settings))).toEqual(['title TITLE_REQUIRED'])
      expect(violations({ title: 'A' }, settings)).toEqual([])
      expect(codes(warnings({ title: 'A' }, settings))).toEqual(['file NOTHING_TO_READ'])
      expect(warnings({ title: 'A', link: 'https://a.example' }, settings)).toEqual([])
    },
  )

  test('reviews: a name', () => {
    const review = { reviewType: 'local', reportAvailability: 'notStated' }
    expect(codes(publicationContent.reviews.violations(review, settings))).toEqual([
      'name NAME_REQUIRED',
    ])
  })
})

test('the collections offer the values that the rules know', () => {
  const text = JSON.stringify(content(settings).collections[0]!.fields)
  for (const value of [...reportAvailabilities, 'SAR']) expect(text).toContain(`"value":"${value}"`)
})
