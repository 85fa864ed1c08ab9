import { describe, expect, it } from 'vitest'

import type { Check } from '../../src/admin/Dashboard/facts/checks.ts'
import { failingSince } from '../../src/admin/Dashboard/facts/checks.ts'
import type { Facts, Schedule, Submission } from '../../src/admin/Dashboard/facts/types.ts'
import { itemsOf } from '../../src/admin/Dashboard/items/index.ts'
import { defaultSlugs } from '../../collections/slugs.ts'
import { dashboard } from '../../src/admin/words/dashboard.ts'

const me = 'users:1'

const named = (name: string, more: object = {}) => ({
  name,
  isPublic: false,
  isTrashed: false,
  ...more,
})

/** Somebody who may do everything, with nothing to do. */
const facts = (more: Partial<Facts> = {}): Facts => ({
  now: new Date('2026-06-15T09:00:00Z'),
  today: '2026-06-15',
  viewer: {
    account: me,
    isPresent: true,
    isAlone: false,
    mayDraft: true,
    mayEdit: true,
    mayManage: true,
    mayPublish: true,
    mayWithdraw: true,
    mayWithdrawInEmergency: true,
  },
  checks: { missed: 0, failing: [] },
  withdrawals: [],
  submissions: [],
  refusals: [],
  failedFiles: [],
  schedules: [],
  failedSchedules: [],
  periods: { periods: [], others: [] },
  overdueReviews: [],
  dueDocuments: [],
  year: { year: '2026', reviews: 0, leaflets: 0, byType: [], byKind: [], byTheme: [] },
  hasPublic: true,
  names: new Map([
    ['reviews:1', named('Alan')],
    ['users:2', named('b@safeguarding.example')],
  ]),
  ...more,
})

const items = (more?: Partial<Facts>) => itemsOf(facts(more), defaultSlugs)
const told = (more?: Partial<Facts>) => items(more).map(({ says }) => says)

const submission: Submission = {
  id: 7,
  state: 'asked',
  publication: 'reviews:1',
  title: 'Alan',
  contentHash: '',
  askedBy: 'users:2',
  askedAt: '2026-06-14T09:00:00Z',
}

const failed: Schedule = {
  of: 'reviews:1',
  act: 'publish',
  at: '2026-06-14T09:00:00Z',
  by: 'users:2',
  error: 'Give a title.',
}

describe('what needs somebody', () => {
  it('is nothing where there is nothing', () => expect(items()).toEqual([]))

  it('has a sentence that says what to do wherever another one says why', () => {
    const names = Object.keys(dashboard)
    const items = names.flatMap((name) => /^(.*)Detail(_one)?$/.exec(name)?.[1] ?? [])
    const isSaid = (item: string) => names.includes(item) || names.includes(`${item}_other`)
    expect(items).toContain('approve')
    expect(items.filter((item) => !isSaid(item))).toEqual([])
  })

  it('stands with the most urgent first', () => {
    const period = { publication: 'reviews:1', key: 'reviews', name: 'Alan', from: '2025-07-01' }
    const all = items({
      checks: {
        lastAt: '2026-06-10T03:00:00Z',
        missed: 5,
        failing: [
          {
            publication: 'reviews:1',
            faults: ['files:3 answered 404'],
            since: '2026-06-10T03:00:00Z',
          },
        ],
      },
      submissions: [submission],
      periods: {
        periods: [
          { ...period, key: 'reviews', until: '2026-06-14' },
          { ...period, key: 'reviews', until: '2026-06-15' },
        ],
        others: [],
      },
      dueDocuments: [
        { publication: 'framework-documents:1', name: 'Framework', day: '2026-06-14' },
      ],
    })
    expect(all.map(({ says, urgency }) => `${urgency}: ${says}`)).toEqual([
      'urgent: unavailable',
      'urgent: checksMissed',
      'toDo: approve',
      'toDo: periodEnded',
      'toDo: reviewOverdue',
      'soon: periodEnding',
    ])
    expect(all[0]).toMatchObject({ name: 'Alan', text: '“files:3” answered 404' })
  })

  it('leads to the document of a withdrawal, and names whoever asked for it', () => {
    const withdrawals = [
      {
        id: 4,
        state: 'asked' as const,
        publication: 'reviews:1',
        askedBy: 'users:2',
        askedAt: '2026-06-14T09:00:00Z',
      },
    ]
    expect(items({ withdrawals })).toEqual([
      {
        says: 'approveWithdrawal',
        urgency: 'toDo',
        at: 'withdrawals:4',
        name: 'Alan',
        by: 'b@safeguarding.example',
        moment: '2026-06-14T09:00:00Z',
      },
    ])
  })

  it('does not hold what was submitted and is gone or in the trash', () => {
    expect(told({ submissions: [submission] })).toEqual(['approve'])
    expect(told({ submissions: [submission], names: new Map() })).toEqual([])
    const names = new Map([['reviews:1', named('Alan', { isTrashed: true })]])
    expect(told({ submissions: [submission], names })).toEqual([])
  })

  it.each<[string, Partial<Facts>, string[]]>([
    ['as long as nobody did anything about it', {}, ['publishFailed']],
    ['unless it is planned again', { schedules: [{ ...failed, at: '2026-06-16T09:00:00Z' }] }, []],
    [
      'the last time only',
      { failedSchedules: [failed, { ...failed, at: '2026-06-15T08:00:00Z' }] },
      ['publishFailed'],
    ],
    ['unless the document is gone', { names: new Map() }, []],
    [
      'unless somebody published it meanwhile',
      {
        names: new Map([
          [
            'reviews:1',
            named('Alan', { isPublic: true, lastPublicChangeAt: '2026-06-14T10:00:00Z' }),
          ],
        ]),
      },
      [],
    ],
    [
      'when what is public is from before',
      {
        names: new Map([
          [
            'reviews:1',
            named('Alan', { isPublic: true, lastPublicChangeAt: '2026-06-13T10:00:00Z' }),
          ],
        ]),
      },
      ['publishFailed'],
    ],
    [
      'unless what was to be unpublished is',
      { failedSchedules: [{ ...failed, act: 'unpublish' }] },
      [],
    ],
    [
      'of the page as well',
      { failedSchedules: [{ ...failed, of: 'case-reviews-page' }] },
      ['publishFailed'],
    ],
  ])('tells that a planned publication failed %s', (_, more, expected) => {
    expect(told({ failedSchedules: [failed], ...more })).toEqual(expected)
  })

  it('tells of a plan that nothing carried out, not of one that is just due', () => {
    const schedules = [
      { ...failed, error: undefined, at: '2026-06-15T07:59:00Z' },
      { ...failed, error: undefined, at: '2026-06-15T08:30:00Z' },
    ]
    expect(told({ schedules })).toEqual(['scheduleLate'])
    const viewer = { ...facts().viewer, mayPublish: false }
    expect(told({ schedules, viewer })).toEqual([])
    expect(told({ schedules, viewer: { ...viewer, account: 'users:2' } })).toEqual(['scheduleLate'])
  })
})

describe('since when a check fails', () => {
  const checks = (...good: boolean[]): Check[] =>
    good.map((isAvailable, index) => ({
      publication: 'reviews:1',
      isAvailable,
      checkedAt: `2026-06-${30 - index}T03:00:00Z`,
    }))

  it.each([
    ['the only one', checks(false), '2026-06-30T03:00:00Z'],
    ['those after the last good one', checks(false, false, true, false), '2026-06-29T03:00:00Z'],
    ['as far back as was looked', checks(false, false, false), '2026-06-28T03:00:00Z'],
  ])('is told by %s', (_, given, since) => expect(failingSince(given)).toBe(since))
})
