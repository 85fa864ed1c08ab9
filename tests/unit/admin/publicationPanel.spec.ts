import { describe, expect, it } from 'vitest'

import type { Publication } from '../../../hooks/rules/publication.ts'
import { stateInWords } from '../../../src/admin/PublicationPanel/words.ts'
import { english } from '../../helpers/english.ts'

const row = {
  _status: 'published',
  publishedOn: '2023-03-20T12:00:00.000Z',
  publishedOnPrecision: 'day',
  protectedUntil: '2024-03-20T12:00:00.000Z',
  firstPublishedAt: '2023-03-20T09:00:00.000Z',
} satisfies Publication

const state = (values: Publication | undefined, now: string, changes = 0) =>
  stateInWords(
    english('panel'),
    { row: values && { ...row, ...values }, changes },
    { now: new Date(now), timeZone: 'Europe/London' },
  )

describe('what the public sees, in words', () => {
  it.each<[string, Publication | undefined, string, number, string]>([
    ['a new document', undefined, '2024-01-01', 0, 'Draft: not public'],
    [
      'a draft that was public',
      { _status: 'draft' },
      '2024-01-01',
      0,
      'Draft: not public · it was public before',
    ],
    [
      'a withdrawn one',
      { _status: 'draft', withdrawnAt: '2023-06-30T23:30:00.000Z' },
      '2024-01-01',
      0,
      'Withdrawn since 1 July 2023: readers find its notice',
    ],
    ['trash', { deletedAt: '2024-01-01' }, '2024-01-01', 0, 'In the trash: not public'],
    [
      'a protected publication with a newer draft',
      {},
      '2024-01-01',
      3,
      'Public since 20 March 2023 · protected until the end of 20 March 2024 · 3 changes in draft',
    ],
    [
      'the last minute of its protection',
      {},
      '2024-03-20T23:59:00Z',
      0,
      'Public since 20 March 2023 · protected until the end of 20 March 2024',
    ],
    [
      'the minute after',
      {},
      '2024-03-21T00:00:00Z',
      0,
      'Public since 20 March 2023 · no longer protected since the end of 20 March 2024',
    ],
    [
      'a day that begins earlier in London than in UTC',
      { protectedUntil: '2024-06-01T12:00:00.000Z' },
      '2024-06-01T23:30:00Z',
      0,
      'Public since 20 March 2023 · no longer protected since the end of 1 June 2024',
    ],
    [
      'a date that is known to the month only, without protection',
      {
        publishedOn: '2020-01-31T12:00:00.000Z',
        publishedOnPrecision: 'month',
        protectedUntil: null,
      },
      '2024-01-01',
      0,
      'Public since January 2020',
    ],
  ])('%s', (_, values, now, changes, sentence) => {
    expect(state(values, now, changes)).toBe(sentence)
  })
})
