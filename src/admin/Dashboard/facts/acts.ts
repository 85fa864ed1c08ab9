import type { PayloadRequest } from 'payload'

import { storedDate } from '../../../../hooks/rules/calendarDates.ts'
import type { Reference } from '../../../../hooks/rules/references.ts'
import type { Settings } from '../../../options/index.ts'
import { find } from './find.ts'
import type { Submission, WaitingWithdrawal } from './types.ts'

const limit = 100

/** Withdrawals that wait for a second person, before or after they took effect. */
export const readWithdrawals = (
  req: PayloadRequest,
  { slugs }: Settings,
): Promise<WaitingWithdrawal[]> =>
  find<WaitingWithdrawal>(req, {
    collection: slugs.withdrawals,
    where: {
      or: [
        { state: { equals: 'asked' } },
        {
          and: [
            { state: { equals: 'executed' } },
            { isEmergency: { equals: true } },
            { approvedBy: { exists: false } },
          ],
        },
      ],
    },
    select: {
      state: true,
      publication: true,
      isEmergency: true,
      askedBy: true,
      askedAt: true,
      approvedBy: true,
      approvalDueAt: true,
    },
    sort: 'askedAt',
    limit,
  })

const selected = {
  state: true,
  publication: true,
  title: true,
  contentHash: true,
  askedBy: true,
  askedAt: true,
  decidedBy: true,
  decidedAt: true,
} as const

/** Requests for approval that are not over, the oldest first. */
export const readSubmissions = (req: PayloadRequest, { slugs }: Settings): Promise<Submission[]> =>
  find<Submission>(req, {
    collection: slugs.approvals,
    where: { state: { in: ['asked', 'approved'] } },
    select: selected,
    sort: 'askedAt',
    limit,
  })

/** What an account submitted and somebody refused since a day, unless it was submitted again. */
export async function readRefusals(
  req: PayloadRequest,
  { slugs }: Settings,
  account: Reference,
  since: string,
): Promise<Submission[]> {
  const collection = slugs.approvals
  const refused = await find<Submission>(req, {
    collection,
    where: {
      and: [
        { askedBy: { equals: account } },
        { state: { equals: 'refused' } },
        { decidedAt: { greater_than: storedDate(since) } },
      ],
    },
    select: { ...selected, comments: true },
    sort: '-askedAt',
    limit,
  })
  if (refused.length === 0) return []
  const all = await find<Pick<Submission, 'askedAt' | 'publication'>>(req, {
    collection,
    where: {
      and: [
        { publication: { in: refused.map(({ publication }) => publication) } },
        { askedAt: { greater_than_equal: refused.at(-1)!.askedAt } },
      ],
    },
    select: { publication: true, askedAt: true },
    sort: '-askedAt',
    limit: 10 * limit,
  })
  return refused.filter(
    ({ id, publication }) => all.find((other) => other.publication === publication)?.id === id,
  )
}
