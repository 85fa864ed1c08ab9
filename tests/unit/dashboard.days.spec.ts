import { describe, expect, it } from 'vitest'

import { nearness, overduePlan, overdueRecommendations } from '../../hooks/rules/deadlines.ts'
import { countsOf } from '../../src/admin/Dashboard/counts.ts'
import { axisOf, barOf, days, placeOf, stateOfPeriod } from '../../src/admin/Dashboard/timeline.ts'

const today = '2026-06-15'

describe('a day', () => {
  it.each([
    ['2026-06-14', 'past'],
    ['2026-06-15', 'soon'],
    ['2026-07-15', 'soon'],
    ['2026-07-16', undefined],
  ])('%s is %s', (day, expected) => expect(nearness(day, today)).toBe(expected))

  it('is counted across changes of the clock and leap days', () => {
    expect(days('2026-03-28', '2026-03-30')).toBe(2)
    expect(days('2028-02-28', '2028-03-01')).toBe(2)
    expect(days(today, today)).toBe(0)
  })
})

describe('what agencies were to do', () => {
  const done = { dueBy: '2026-01-01', status: 'complete' }
  const begun = { dueBy: '2026-06-14', status: 'inProgress' }
  const untold = { dueBy: '2026-03-01' }

  it('is overdue after its day unless it is complete, and told from the first', () => {
    const given = [begun, done, untold, { status: 'notStarted' }, { dueBy: today }]
    expect(overdueRecommendations(given, today)).toEqual([untold, begun])
  })

  it.each([
    ['begun, after the last day', 'inProgress', [done, begun], '2026-06-14'],
    ['not begun', 'notStarted', [done], '2026-01-01'],
    ['complete', 'complete', [done], undefined],
    ['never spoken of', null, [done], undefined],
    ['not to be complete yet', 'inProgress', [done, { dueBy: today }], undefined],
    ['without a day', 'inProgress', [{}], undefined],
  ])('as a plan that is %s', (_, status, given, expected) =>
    expect(overduePlan(status, given, today)).toBe(expected),
  )
})

describe('the bars of the protection', () => {
  const period = (from: string, until: string) => ({ from, until })

  it('stand between whole months, with as many marked as can be read', () => {
    const axis = axisOf([period('2025-08-20', '2026-08-20')], today)
    expect([axis.from, axis.to]).toEqual(['2025-08-01', '2026-09-01'])
    expect(axis.ticks.map(({ day }) => day).slice(0, 3)).toEqual([
      '2025-08-01',
      '2025-10-01',
      '2025-12-01',
    ])
    expect(axis.ticks[0]!.at).toBe(0)
    expect(axis.ticks.length).toBeLessThanOrEqual(10)
  })

  it('reach over today even where there are none', () => {
    const axis = axisOf([], today)
    expect(placeOf(today, axis)).toBeGreaterThan(0)
    expect(placeOf(today, axis)).toBeLessThan(100)
  })

  it('end with their last day, and are cut where the axis ends', () => {
    const axis = { from: '2026-01-01', to: '2027-01-01', ticks: [] }
    expect(barOf(period('2026-01-01', '2026-12-31'), axis)).toEqual({
      from: 0,
      to: 100,
      isCutAtStart: false,
      isCutAtEnd: false,
    })
    expect(barOf(period('2019-01-01', '2126-01-01'), axis)).toMatchObject({
      from: 0,
      to: 100,
      isCutAtStart: true,
      isCutAtEnd: true,
    })
  })

  it('keep to a length at which the year around today can be told, however long a promise is', () => {
    const axis = axisOf([period('1999-05-05', '2126-01-01')], today)
    expect([axis.from, axis.to]).toEqual(['2024-12-01', '2028-07-01'])
  })

  it.each([
    ['2026-06-14', 'ended'],
    ['2026-06-15', 'ending'],
    ['2026-07-15', 'ending'],
    ['2026-07-16', 'protected'],
  ])('until %s are drawn as %s', (until, expected) =>
    expect(stateOfPeriod(until, today)).toBe(expected),
  )
})

it('counts the most frequent first, then by name', () => {
  const labels = new Map([
    ['a', 'Zoo'],
    ['b', 'Ape'],
  ])
  expect(countsOf(['a', 'b', 'c', 'c', 'a', 'b'], labels)).toEqual([
    { label: 'Ape', count: 2 },
    { label: 'c', count: 2 },
    { label: 'Zoo', count: 2 },
  ])
})
