import type { Settings } from '../../../options/index.ts'
import { actFault } from '../../../../hooks/rules/withdrawals.ts'
import { reference } from '../../../../hooks/rules/references.ts'
import { accountName, documentName } from './names.ts'
import type { Facts } from '../facts/types.ts'
import type { Item } from './item.ts'

type Slugs = Settings['slugs']

/** What readers do not get, and checks that did not take place: whoever sees it can see to it. */
export function checkItems({ checks, names }: Facts, slugs: Slugs): Item[] {
  const missed: Item[] = checks.missed
    ? [
        {
          says: 'checksMissed',
          urgency: 'urgent',
          at: slugs.availabilityChecks,
          count: checks.missed,
          moment: checks.lastAt,
        },
      ]
    : []
  return [
    ...checks.failing.map(({ faults, publication, since }): Item => ({
      says: 'unavailable',
      urgency: 'urgent',
      at: publication,
      name: documentName(names, publication),
      moment: since,
      text: faults.map((fault) => withNames(fault, names)).join('; '),
    })),
    ...missed,
  ]
}

/**
 * Withdrawals that this person may approve; of an emergency that nobody has approved in time, everybody is
 * told.
 */
export function withdrawalItems({ names, now, viewer, withdrawals }: Facts, slugs: Slugs): Item[] {
  return withdrawals.flatMap((withdrawal): Item[] => {
    const { approvalDueAt, askedAt, askedBy, id, publication, state } = withdrawal
    const isMine = actFault('approve', withdrawal, viewer) === undefined
    const told = {
      at: reference(slugs.withdrawals, id),
      name: documentName(names, publication),
      by: accountName(names, askedBy),
    }
    if (state === 'asked')
      return isMine
        ? [{ says: 'approveWithdrawal', urgency: 'toDo', ...told, moment: askedAt }]
        : []
    const moment = approvalDueAt ?? askedAt
    const isLate = new Date(moment) < now
    if (!isMine && !isLate) return []
    const says = isMine ? (isLate ? 'approveEmergencyLate' : 'approveEmergency') : 'emergencyLate'
    return [{ says, urgency: 'urgent', ...told, moment }]
  })
}

/** A fault as it was recorded begins with a reference, which tells people nothing. */
const withNames = (fault: string, names: Facts['names']): string =>
  fault.replace(/^\S+:\S+/, (document) => `“${documentName(names, document)}”`)
