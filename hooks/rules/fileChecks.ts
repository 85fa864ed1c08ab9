import type { MessageCode } from './messages.ts'

/** How far the check of a file has come. */
export const fileCheckStates = {
  waiting: 'Waiting',
  running: 'Being checked',
  finished: 'Checked',
} as const

/** Something that a check found in a file. */
export interface FileFinding {
  /** Stable, for example `REDACTION_COVERS_TEXT`. */
  code: string
  /** An error stops the file from becoming public; a warning asks a person to say why it may. */
  severity: 'error' | 'warning'
  area: 'accessibility' | 'metadata' | 'privateNames' | 'redaction' | 'safety'
  /** Counted from 1. */
  page?: number
  /** Where on the page, in fractions of it as it is seen, from its top left. */
  box?: { left: number; top: number; width: number; height: number }
  /** Where it is when not on a page, for example `metadata: Author`. */
  place?: string
  /** What a sentence about it needs; never a private name. */
  values?: Record<string, number | string>
}

/** Why a person lets all warnings of one kind in a file pass. */
export interface AcceptedWarning {
  code: string
  reason: string
  /** The account, for example `users:3`. */
  by: string
  /** ISO 8601. */
  at: string
}

/** The check of a file as it lies in the database. */
export interface FileCheckRecord {
  id: number | string
  state: keyof typeof fileCheckStates
  findings?: FileFinding[] | null
  accepted?: AcceptedWarning[] | null
}

/** What still speaks against a file: errors, and warnings of which nobody said why they may pass. */
export function openFindings({ accepted, findings }: FileCheckRecord): FileFinding[] {
  const passed = new Set(accepted?.map(({ code }) => code))
  return (findings ?? []).filter(({ code, severity }) => severity === 'error' || !passed.has(code))
}

/**
 * What forbids that a file becomes public, or undefined.
 *
 * @param isPerson whoever publishes it is somebody logged in. Of a program nobody can ask why a warning may pass.
 */
export function fileCheckFault(
  check: FileCheckRecord | undefined,
  isPerson: boolean,
): MessageCode | undefined {
  if (check?.state !== 'finished') return 'FILE_NOT_CHECKED'
  const open = openFindings(check)
  if (open.some(({ severity }) => severity === 'error')) return 'FILE_CHECK_FAILED'
  return isPerson && open.length > 0 ? 'FILE_WARNINGS_OPEN' : undefined
}

/** What forbids that somebody lets the warnings of one kind pass, or undefined. */
export function acceptFault(
  check: FileCheckRecord,
  code: unknown,
  reason: unknown,
): MessageCode | undefined {
  const found = check.findings?.filter((finding) => finding.code === code) ?? []
  if (found.length === 0) return 'FILE_WARNING_UNKNOWN'
  if (found.some(({ severity }) => severity === 'error')) return 'FILE_ERROR_STAYS'
  return typeof reason === 'string' && reason.trim() ? undefined : 'FILE_WARNING_NEEDS_REASON'
}

/** What a person said that holds for another list of private names, too: all but what they said of names. */
export const passedEverywhere = (accepted: AcceptedWarning[]): AcceptedWarning[] =>
  accepted.filter(({ code }) => !code.startsWith('PRIVATE_NAME'))
