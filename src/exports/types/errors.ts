import type { MessageCode } from '../../../hooks/rules/messages.ts'
import type { ID } from './shared.ts'

/**
 * What a refusal carries besides its sentence: in REST `errors[].data`, in GraphQL `extensions.data`, where
 * the code stands as `extensions.code`, too. The HTTP status is 409.
 */
export interface RefusalData {
  /** Stable; it never changes once published. */
  code: MessageCode
  collection: string
  id?: ID
}

/** The refusal of everything that would take a protected publication from the public. */
export interface PublicationProtected extends RefusalData {
  code: 'PUBLICATION_PROTECTED'
  /** The last protected day as `YYYY-MM-DD`. */
  protectedUntil: string
  /** What would have broken the promise. */
  reason: Extract<MessageCode, `PROTECTED_${string}`>
}

/** The refusal to delete what something published refers to. */
export interface InUse extends RefusalData {
  code: 'IN_USE'
  usedBy: { collection: string; id: ID; name: string }[]
}

/** One thing that is not as it must be, at one field. */
export interface RefusedField {
  /** Dotted path of the field. */
  path: string
  /** Absent when Payload’s own validation refused. */
  code?: MessageCode
  message: string
}

/** What a validation error carries; the HTTP status is 400. */
export interface InvalidData {
  code?: MessageCode
  collection?: string
  id?: ID
  errors: RefusedField[]
}
