import { describe, expect, it, test } from 'vitest'

import {
  addressOf,
  audienceOf,
  type Correspondent,
  digestOf,
  type News,
  type NewsKind,
  untoldOf,
} from '../../../../hooks/rules/mail.ts'
import type { Role } from '../../../../hooks/rules/roles.ts'

const person = (id: string, roles: Role[], more: Partial<Correspondent> = {}): Correspondent => ({
  id,
  email: `${id}@safeguarding.example`,
  publishingRoles: roles,
  ...more,
})

const editor = person('editor', ['editor'])
const approver = person('approver', ['approver'])
const administrator = person('administrator', ['administrator'])
const gone = person('gone', ['approver', 'administrator'], { isDisabled: true })
const trashed = person('trashed', ['approver', 'administrator'], {
  deletedAt: '2026-01-01T00:00:00.000Z',
})
const reader = person('reader', [])

const everybody = [editor, approver, administrator, gone, trashed, reader]
const withoutApprover = everybody.filter((one) => one !== approver)

describe('who is told', () => {
  const cases: [NewsKind, Parameters<typeof audienceOf>[2], Correspondent[], Correspondent[]][] = [
    ['asked', 'whenThereIsOne', everybody, [approver]],
    ['asked', 'whenThereIsOne', withoutApprover, [administrator]],
    ['asked', 'always', everybody, [approver]],
    ['asked', 'always', withoutApprover, []],
    ['asked', 'never', everybody, [approver, administrator]],
    ['periodEnds', 'whenThereIsOne', everybody, [approver]],
    ['periodEnds', 'always', withoutApprover, [administrator]],
    ['periodEnds', 'never', everybody, [approver]],
    ['unavailable', 'whenThereIsOne', everybody, [administrator]],
    ['unapproved', 'always', everybody, [administrator]],
    ['refusedByHand', 'never', everybody, [administrator]],
    ['refused', 'whenThereIsOne', everybody, [editor, approver, administrator]],
  ]
  test.each(cases)('%s, second person %s', (kind, secondPerson, accounts, told) => {
    expect(audienceOf(kind, accounts, secondPerson)).toEqual(told)
  })

  it('has an address that is theirs', () => {
    expect(addressOf(editor)).toBe('editor@safeguarding.example')
    expect(addressOf({ ...editor, _verified: false })).toBeUndefined()
    expect(addressOf({ ...editor, email: null })).toBeUndefined()
  })
})

describe('one mail', () => {
  const news = (kind: NewsKind, about: string, more: Partial<News> = {}): News => ({
    kind,
    about,
    name: about,
    ...more,
  })

  it('tells of a submission what became of it last', () => {
    expect(
      digestOf([
        news('asked', 'reviews:1'),
        news('approved', 'reviews:1'),
        news('asked', 'reviews:2'),
        news('published', 'reviews:1'),
      ]),
    ).toEqual([news('asked', 'reviews:2'), news('published', 'reviews:1')])
  })

  it('tells nothing twice, and does not lose an alarm for news of a submission', () => {
    const ending = news('periodEnds', 'reviews:1', { until: '2026-12-24' })
    const alarm = news('unavailable', 'reviews:1')
    const decided = news('refused', 'reviews:1')
    expect(digestOf([ending, alarm, decided, ending, alarm])).toEqual([alarm, decided, ending])
  })

  it('counts attempts together', () => {
    const attempts = (count: number): News => ({ kind: 'refusedByHand', count })
    expect(digestOf([attempts(2), attempts(3)])).toEqual([attempts(5)])
  })

  it('lists by name, 2 before 10', () => {
    const names = ['Case 10', 'Alan', 'Case 2']
    const listed = digestOf(names.map((name, id) => news('asked', `reviews:${id}`, { name })))
    expect(listed.map(({ name }) => name)).toEqual(['Alan', 'Case 2', 'Case 10'])
  })
})

describe('a period', () => {
  const ending = { about: 'reviews:1', until: '2026-12-24' }

  it('is told of once', () => {
    expect(untoldOf([ending], {})).toEqual([ending])
    expect(untoldOf([ending], { 'reviews:1': '2026-12-24' })).toEqual([])
  })

  it('is told of again when its last day changed', () => {
    expect(untoldOf([ending], { 'reviews:1': '2026-12-20' })).toEqual([ending])
  })
})
