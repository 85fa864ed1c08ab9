import { Refusal, type RefusalData } from '../errors.ts'
import type { MessageCode } from '../rules/messages.ts'

/** The codes of the seal's refusals, by their SQLSTATE. */
const codes: Record<string, MessageCode> = {
  SR001: 'PUBLICATION_PROTECTED',
  SR002: 'EVENT_LOG_ONLY_GROWS',
  SR003: 'CHANGE_WITHOUT_EVENT',
  SR004: 'WITHDRAWAL_KEPT',
  SR005: 'FILE_WITHOUT_REFERRER',
}

interface DatabaseError {
  code?: string
  message: string
  detail?: string
  cause?: unknown
}

/** What the database itself refused, as the refusal that the rules would have given; undefined for other errors. */
export function refusalOfSeal(error: unknown): Refusal | undefined {
  if (typeof error !== 'object' || error === null) return undefined
  const { cause, code, detail, message } = error as DatabaseError
  const known = codes[code ?? '']
  if (!known) return refusalOfSeal(cause)
  const { publication = '', ...more } = JSON.parse(detail ?? '{}') as { publication?: string }
  const [collection = '', id] = publication.split(':')
  return new Refusal(message, { code: known, collection, id, ...more } as RefusalData)
}

/** True for a row that names another which is not there, for example a file deleted in the same moment. */
export const lacksReferred = (error: unknown): boolean => codesOf(error).includes('23503')

/** True for what fails only because something before it in the same transaction did. */
export const isAborted = (error: unknown): boolean => codesOf(error).includes('25P02')

/** The SQLSTATE of an error and of what caused it. */
function codesOf(error: unknown): (string | undefined)[] {
  if (typeof error !== 'object' || error === null) return []
  const { cause, code } = error as DatabaseError
  return [code, ...codesOf(cause)]
}
