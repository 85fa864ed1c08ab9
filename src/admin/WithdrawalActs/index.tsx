import type { UIFieldServerProps } from 'payload'

import { personOf } from '../../../hooks/operations/people.ts'
import { actFault, type Withdrawal, type WithdrawalAct } from '../../../hooks/rules/withdrawals.ts'
import type { PublishingSettings } from '../../../hooks/settings.ts'
import { WithdrawalButtons } from './index.client.tsx'

const acts: WithdrawalAct[] = ['approve', 'decline', 'reinstate']

/** The buttons for what this person may do with this withdrawal now; none that would lead to an error. */
export async function WithdrawalActs({ collectionSlug, id, req }: UIFieldServerProps) {
  const settings: PublishingSettings = req.payload.config.custom!.safeguardingReviews
  const collection = settings.slugs.withdrawals
  if (!id || collectionSlug !== collection) return null
  const where = { id: { equals: id } }
  const withdrawal = await req.payload.db.findOne<Withdrawal>({ collection, req, where })
  if (!withdrawal) return null
  // Drawn on a page, whose request comes from a person by nature but does not say so.
  const person = { ...personOf(req, settings), isPresent: true }
  const faults = acts.map((act) => [act, actFault(act, withdrawal, person)] as const)
  const own = faults.find(([, fault]) => fault === 'WITHDRAWAL_NEEDS_ANOTHER')
  return (
    <WithdrawalButtons
      acts={faults.filter(([, fault]) => !fault).map(([act]) => act)}
      note={own ? 'You asked for this withdrawal; another person has to approve it.' : undefined}
    />
  )
}
