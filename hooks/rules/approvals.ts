import type { MessageCode } from './messages.ts'
import type { Reference } from './references.ts'

/** How far a request for approval has come. */
export const approvalStates = {
  asked: 'Waiting for approval',
  approved: 'Approved',
  refused: 'Refused',
  takenBack: 'Taken back',
  published: 'Published',
} as const

/** A request for approval as it lies in the database. People are named by their account: `users:3`. */
export interface Approval {
  id: number | string
  state: keyof typeof approvalStates
  /** The publication, for example `reviews:12`. */
  publication: Reference
  /** SHA-256 of exactly that which was submitted, as readers would get it. */
  contentHash: string
  askedBy: Reference
  decidedBy?: Reference | null
}

/** Who acts, as far as an approval needs to know. */
export interface Approver {
  account: Reference
  /** Logged in as a person through the site: not an API key, not a job, not code of the host. */
  isPresent: boolean
  mayEdit: boolean
  mayPublish: boolean
}

export const approvalActs = ['approve', 'refuse', 'comment', 'takeBack', 'publish'] as const
export type ApprovalAct = (typeof approvalActs)[number]

/**
 * What forbids an act on a request for approval, or undefined.
 *
 * @param isCurrent what was submitted is still what would be published
 */
export function approvalActFault(
  act: ApprovalAct,
  { askedBy, state }: Approval,
  { account, isPresent, mayEdit, mayPublish }: Approver,
  isCurrent: boolean,
): MessageCode | undefined {
  if (!isPresent) return 'APPROVAL_NEEDS_A_PERSON'
  const isJudging = act === 'approve' || act === 'refuse' || act === 'publish'
  const isTheirs = isJudging ? mayPublish : mayEdit && (act !== 'takeBack' || account === askedBy)
  if (!isTheirs) return 'APPROVAL_NOT_YOURS'
  const isOpen = state === 'asked' || (state === 'approved' && act !== 'approve')
  if (!isOpen && act !== 'comment') return 'APPROVAL_NOT_IN_ORDER'
  if ((act === 'approve' || act === 'publish') && account === askedBy)
    return 'APPROVAL_NEEDS_ANOTHER'
  if ((act === 'approve' || act === 'publish') && !isCurrent) return 'APPROVAL_OUTDATED'
  return undefined
}

/**
 * What forbids that somebody makes this content public, where a second person has to agree; undefined when a
 * second person did.
 *
 * @param approval the approval of this publication that is open, if there is one
 * @param hashes of the content: as it is, and as it was before it got today's date
 */
export function publishingFault(
  account: Reference,
  approval: Approval | undefined,
  hashes: string[],
): MessageCode | undefined {
  if (!approval) return 'APPROVAL_NEEDED'
  if (!hashes.includes(approval.contentHash)) return 'APPROVAL_OUTDATED'
  if (approval.state !== 'approved') return 'APPROVAL_NEEDED'
  return account === approval.askedBy ? 'APPROVAL_NEEDS_ANOTHER' : undefined
}
