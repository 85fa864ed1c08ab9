import { isPublic, type Publication } from './publication.ts'
import type { MessageCode } from './messages.ts'
import type { Reference } from './references.ts'

/** Why a protected publication may come down before its time. */
export const withdrawalGrounds = {
  courtOrder: 'Court order',
  identification: 'A living child could be identified',
  wrongDocument: 'The wrong document was published',
  other: 'Other',
} as const

/** How far a withdrawal has come. */
export const withdrawalStates = {
  asked: 'Waiting for a second person',
  executed: 'Withdrawn',
  declined: 'Declined',
  reinstated: 'Reinstated',
} as const

/** A withdrawal as it lies in the database. People are named by their account: `users:3`. */
export interface Withdrawal {
  id: number | string
  state: keyof typeof withdrawalStates
  /** The publication, for example `reviews:12`. */
  publication: Reference
  isEmergency?: boolean | null
  askedBy: Reference
  approvedBy?: Reference | null
}

/** Who acts, as far as a withdrawal needs to know. */
export interface Person {
  account: Reference
  /** Logged in as a person through the site: not an API key, not a job, not code of the host. */
  isPresent: boolean
  mayWithdraw: boolean
  mayWithdrawInEmergency: boolean
}

/** What is wrong with asking for a withdrawal, or undefined. */
export function askingFault(
  person: Person,
  row: Publication | undefined,
  {
    isEmergency,
    isProtected,
    isOpen,
  }: { isEmergency: boolean; isProtected: boolean; isOpen: boolean },
): MessageCode | undefined {
  if (!person.isPresent) return 'WITHDRAWAL_NEEDS_A_PERSON'
  if (!person.mayWithdraw || (isEmergency && !person.mayWithdrawInEmergency))
    return 'WITHDRAWAL_NOT_YOURS'
  if (isOpen) return 'WITHDRAWAL_OPEN'
  if (!isPublic(row) || !isProtected) return 'WITHDRAWAL_NOT_NEEDED'
  return undefined
}

export type WithdrawalAct = 'approve' | 'decline' | 'reinstate'

/** What forbids an act on a withdrawal, or undefined. */
export function actFault(
  act: WithdrawalAct,
  { approvedBy, askedBy, isEmergency, state }: Withdrawal,
  { account, isPresent, mayWithdraw }: Person,
): MessageCode | undefined {
  if (!isPresent) return 'WITHDRAWAL_NEEDS_A_PERSON'
  if (!mayWithdraw) return 'WITHDRAWAL_NOT_YOURS'
  const isUnapproved = state === 'asked' || (state === 'executed' && isEmergency && !approvedBy)
  const isInOrder = act === 'reinstate' ? state === 'executed' : isUnapproved
  if (!isInOrder) return 'WITHDRAWAL_NOT_IN_ORDER'
  if (act === 'approve' && account === askedBy) return 'WITHDRAWAL_NEEDS_ANOTHER'
  return undefined
}
