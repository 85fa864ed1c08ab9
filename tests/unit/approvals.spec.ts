import { describe, expect, it } from 'vitest'

import {
  type Approval,
  type ApprovalAct,
  approvalActFault,
  approvalActs,
  publishingFault,
} from '../../hooks/rules/approvals.ts'
import { canonicalContent } from '../../hooks/rules/publicForm.ts'
import { grants, type Role, roles } from '../../hooks/rules/roles.ts'

const asked: Approval = {
  id: 1,
  state: 'asked',
  publication: 'reviews:1',
  contentHash: 'a',
  askedBy: 'users:1',
}
const approver = { account: 'users:2', isPresent: true, mayEdit: true, mayPublish: true }

describe('an act on what was submitted', () => {
  const cases: [
    string,
    ApprovalAct,
    Partial<Approval>,
    Partial<typeof approver>,
    boolean,
    string?,
  ][] = [
    ['another approves', 'approve', {}, {}, true],
    ['another publishes at once', 'publish', {}, {}, true],
    ['another publishes what was approved', 'publish', { state: 'approved' }, {}, true],
    ['another refuses what was changed since', 'refuse', {}, {}, false],
    ['an approval is revoked', 'refuse', { state: 'approved' }, {}, true],
    ['anybody who edits comments, also afterwards', 'comment', { state: 'refused' }, {}, false],
    [
      'whoever asked takes it back',
      'takeBack',
      {},
      { account: 'users:1', mayPublish: false },
      true,
    ],
    ['another takes it back', 'takeBack', {}, {}, true, 'APPROVAL_NOT_YOURS'],
    ['no person', 'approve', {}, { isPresent: false }, true, 'APPROVAL_NEEDS_A_PERSON'],
    ['an editor approves', 'approve', {}, { mayPublish: false }, true, 'APPROVAL_NOT_YOURS'],
    ['an editor refuses', 'refuse', {}, { mayPublish: false }, true, 'APPROVAL_NOT_YOURS'],
    ['a contributor comments', 'comment', {}, { mayEdit: false }, true, 'APPROVAL_NOT_YOURS'],
    ['who asked approves', 'approve', {}, { account: 'users:1' }, true, 'APPROVAL_NEEDS_ANOTHER'],
    ['who asked publishes', 'publish', {}, { account: 'users:1' }, true, 'APPROVAL_NEEDS_ANOTHER'],
    ['it was changed', 'approve', {}, {}, false, 'APPROVAL_OUTDATED'],
    [
      'it was changed after it was approved',
      'publish',
      { state: 'approved' },
      {},
      false,
      'APPROVAL_OUTDATED',
    ],
    ['it is approved twice', 'approve', { state: 'approved' }, {}, true, 'APPROVAL_NOT_IN_ORDER'],
    ['it was refused', 'publish', { state: 'refused' }, {}, true, 'APPROVAL_NOT_IN_ORDER'],
    [
      'it is public',
      'takeBack',
      { state: 'published' },
      { account: 'users:1' },
      true,
      'APPROVAL_NOT_IN_ORDER',
    ],
  ]

  it.each(cases)('%s', (_, act, approval, person, isCurrent, fault) => {
    expect(
      approvalActFault(act, { ...asked, ...approval }, { ...approver, ...person }, isCurrent),
    ).toBe(fault)
  })

  it('is done by nobody who only contributes', () => {
    for (const act of approvalActs)
      expect(
        approvalActFault(act, asked, { ...approver, mayEdit: false, mayPublish: false }, true),
      ).toBe('APPROVAL_NOT_YOURS')
  })
})

describe('publishing where a second person has to agree', () => {
  const approved: Approval = { ...asked, state: 'approved', decidedBy: 'users:2' }

  it.each([
    ['what nobody submitted', undefined, ['a'], 'users:2', 'APPROVAL_NEEDED'],
    ['what nobody approved', asked, ['a'], 'users:2', 'APPROVAL_NEEDED'],
    ['what was changed since', approved, ['b', 'c'], 'users:2', 'APPROVAL_OUTDATED'],
    ['one’s own', approved, ['a'], 'users:1', 'APPROVAL_NEEDS_ANOTHER'],
    ['what was approved', approved, ['a'], 'users:2', undefined],
    ['what was approved without its date', approved, ['b', 'a'], 'users:3', undefined],
  ] as const)('%s', (_, approval, hashes, account, fault) => {
    expect(publishingFault(account, approval, [...hashes])).toBe(fault)
  })
})

describe('what is approved', () => {
  const content = { name: 'Alan', slug: 'alan', publishedOn: null, publishedOnPrecision: 'day' }

  it('is what people wrote: not the stamps, and not the date that publishing gives', () => {
    const stamped = {
      ...content,
      createdAt: '2026-01-01',
      firstPublishedAt: '2026-01-02',
      lastPublicChangeAt: '2026-01-02',
      protectedUntil: '2027-01-02',
      publishedOn: '2026-01-02',
      replacedDocuments: [{ file: 1 }],
      updatedAt: '2026-01-02',
    }
    expect(canonicalContent(stamped, false)).toBe(canonicalContent(content, true))
    expect(canonicalContent(stamped, true)).not.toBe(canonicalContent(content, true))
  })

  it.each([
    ['a name', { name: 'Alan B' }],
    ['the address', { slug: 'alan-b' }],
    ['a date that somebody wrote', { publishedOn: '2019-03-31', publishedOnPrecision: 'month' }],
    ['a field of the host', { ward: 3 }],
  ])('is another with %s', (_, change) => {
    const before = canonicalContent({ ...content, publishedOn: '2019-03-31' }, true)
    expect(canonicalContent({ ...content, ...change }, true)).not.toBe(before)
  })
})

describe('a role', () => {
  const all = Object.keys(roles) as Role[]

  it('to publish is one of its own', () => {
    expect(all.filter((role) => grants([role], 'publish'))).toEqual(['approver'])
  })

  it('to withdraw is one of its own, too', () => {
    expect(all.filter((role) => grants([role], 'withdraw'))).toEqual([
      'withdrawal',
      'emergencyWithdrawal',
    ])
    expect(all.filter((role) => grants([role], 'withdrawInEmergency'))).toEqual([
      'emergencyWithdrawal',
    ])
  })

  it('adds to the others', () => {
    expect(grants(['contributor', 'withdrawal'], 'draft')).toBe(true)
    expect(grants(['contributor', 'withdrawal'], 'withdraw')).toBe(true)
    expect(grants([], 'draft')).toBe(false)
  })
})
