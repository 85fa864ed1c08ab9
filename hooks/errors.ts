import { APIError, type PayloadRequest, ValidationError } from 'payload'

import { type MessageCode, type MessageValues, sentence } from './rules/messages.ts'
import type { Violation } from './rules/violation.ts'

/** Where the package's sentences live among Payload's translations. */
export const translationNamespace = 'safeguardingReviews'

/** A rule's sentence in the language of the request; English where there is no translation. */
export function say(req: PayloadRequest, code: MessageCode, values?: MessageValues): string {
  const key = `${translationNamespace}:${code}`
  const translated = (req.t as (key: string, values?: MessageValues) => string)(key, values)
  return translated === key ? sentence(code, values) : translated
}

/** The rules' violations as Payload's own validation error, which the admin shows at the fields. */
export function invalid(
  req: PayloadRequest,
  collection: string,
  violations: Violation[],
  id?: number | string,
): ValidationError {
  const errors = violations.map(({ path, code, values }) => ({
    path,
    code,
    message: say(req, code, values),
  }))
  const error = new ValidationError({ id, collection, errors, req }, req.t)
  return Object.assign(error, { data: { ...error.data, code: errors[0]?.code } })
}

/** HTTP 409: the request is well-formed, but the document's present state forbids it. */
const conflict = 409

/** What a client finds in the data of a refusal: REST `errors[].data`, GraphQL `extensions.data`. */
export interface RefusalData {
  /** Stable code, unaffected by minification. */
  code: MessageCode
  collection: string
  id?: number | string
  [detail: string]: unknown
}

/** An act that the state of a document forbids, with a stable code in its data. */
export class Refusal extends APIError<RefusalData> {
  constructor(message: string, data: RefusalData) {
    super(message, conflict, data, true)
  }
}
