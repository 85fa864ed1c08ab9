import { isPublic, type Publication } from './publication.ts'
import type { Reference } from './references.ts'

/** What can happen to a publication; the labels are what the history in the admin says. */
export const eventKinds = {
  published: 'Published',
  corrected: 'Corrected',
  draftOverPublished: 'Draft over what is published',
  refused: 'Asked to take down, and refused',
  periodEnded: 'Protection ended',
  unpublished: 'Unpublished',
  deleted: 'Deleted',
  withdrawalAsked: 'Withdrawal asked for',
  withdrawalApproved: 'Withdrawal approved',
  withdrawalDeclined: 'Withdrawal declined',
  withdrawn: 'Withdrawn',
  reinstated: 'Reinstated',
  checked: 'Availability checked',
  sealLowered: 'Seal lowered for a migration',
  sealRaised: 'Seal raised',
} as const

export type EventKind = keyof typeof eventKinds

/** A file as it was when an event was recorded. */
export interface FileEvidence {
  /** For example `files:3`. */
  file: Reference
  sha256: string
  /** In bytes. */
  size: number
}

/**
 * What an event says. It is public with a certificate, so nobody is named in it: the actor is the id of an
 * account (`users:3`), which only editors can look up.
 */
export interface EventContent {
  kind: EventKind
  /** The publication, for example `reviews:12`; absent for what concerns all. */
  publication?: Reference
  /** Who did it: an account, `job` for what the system does by itself, `program` for code without a user. */
  actor: string
  /** SHA-256 of the canonical public form of what readers get afterwards; absent where they get nothing. */
  publicForm?: string
  files?: FileEvidence[]
  /** Last day of the protection, `YYYY-MM-DD`. */
  protectedUntil?: string
  /** The public change note of a correction. */
  note?: string
  /** For what the other members have no place, as JSON. */
  detail?: object
}

/**
 * Which event a saved change is, or undefined when readers get what they got and nothing new is under way.
 *
 * @param before the public row before the change, and after it
 * @param draft whether only a draft was saved, and whether the version before it was one as well
 */
export function eventOfChange(
  before: Publication | undefined,
  after: Publication,
  draft: { isDraftSave: boolean; hadDraft: boolean },
): EventKind | undefined {
  if (draft.isDraftSave)
    return isPublic(before) && !draft.hadDraft ? 'draftOverPublished' : undefined
  if (isPublic(after)) {
    if (isPublic(before)) return 'corrected'
    return before?.withdrawnAt ? 'reinstated' : 'published'
  }
  // A withdrawal records itself, with who asked for it and who approved it.
  if (!isPublic(before) || after.withdrawnAt) return undefined
  return after.deletedAt ? 'deleted' : 'unpublished'
}
