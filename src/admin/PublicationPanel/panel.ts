import type { ApprovalAct, approvalStates } from '../../../hooks/rules/approvals.ts'
import type { CheckedFile } from '../FileCheck/told.ts'
import type { Difference } from './differences.ts'

/** Something to be done or looked at, at a field. */
export interface Point {
  /** Dotted path of the field. */
  path: string
  message: string
  /** The label of the tab under which the field stands. */
  tab?: string | undefined
}

/** What was submitted for approval last. */
export interface PanelApproval {
  id: number | string
  state: keyof typeof approvalStates
  /** In words, for example who submitted it and when. */
  sentences: string[]
  comments: { by: string; text: string; when: string }[]
}

/** A button that is there, or why it is not. */
export type Permission = { isAllowed: true } | { isAllowed: false; why: string }

/** Everything that the panel of a publication tells, in the language of the reader. */
export interface PanelFacts {
  state: string
  /** A newer draft exists, or the document was never public. */
  hasDraft: boolean
  /** There is a draft that can be shown, and the reader may show it to others. */
  mayPreview: boolean
  obstacles: Point[]
  warnings: Point[]
  differences: Difference[]
  /** Those that the draft would make public, with what was found in them. */
  files: CheckedFile[]
  /** How many private names are looked for, and whether the reader keeps the list; undefined where none are. */
  privateNames?: { count: number; mayKeep: boolean }
  approval?: PanelApproval
  notice?: string
  acts: (ApprovalAct | 'submit')[]
  publishing: Permission
  /** Undefined while it is not public. */
  unpublishing?: Permission
  /** Where a withdrawal is asked for, when that is what remains. */
  withdrawal?: string
}
