/** What somebody may be given to do; one person may have several roles. The labels are what the admin shows. */
export const roles = {
  contributor: 'Contributor: prepares drafts',
  editor: 'Editor: submits drafts for approval',
  approver: 'Approver: approves and publishes what others submitted',
  administrator: 'Administrator: people, vocabulary and settings',
  privateNames: 'Private names: keeps the lists of names that must not become public',
  withdrawal: 'Withdrawal: takes down what is protected, together with a second person',
  emergencyWithdrawal:
    'Emergency withdrawal: takes it down at once; a second person approves afterwards',
} as const

export type Role = keyof typeof roles

/** Who may do what. The right to publish comes with no other role, so that two people have to agree. */
const rights = {
  /** Make and change drafts, upload files. */
  draft: ['contributor', 'editor', 'approver', 'administrator'],
  /** Submit for approval; change vocabulary, files and the page; put drafts into the trash. */
  edit: ['editor', 'approver', 'administrator'],
  publish: ['approver'],
  /** Give roles, make and disable accounts. */
  manage: ['administrator'],
  /** Read and write the lists of private names. */
  seePrivateNames: ['privateNames'],
  withdraw: ['withdrawal', 'emergencyWithdrawal'],
  withdrawInEmergency: ['emergencyWithdrawal'],
} as const satisfies Record<string, Role[]>

export type Right = keyof typeof rights

/** True when one of the roles brings the right with it. */
export const grants = (held: readonly Role[], right: Right): boolean =>
  (rights[right] as readonly Role[]).some((role) => held.includes(role))
