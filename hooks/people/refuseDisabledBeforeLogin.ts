import { APIError, type CollectionBeforeLoginHook } from 'payload'

import { say } from '../errors.ts'
import type { Account } from '../operations/people.ts'

const forbidden = 403

/** Nobody logs in with an account that was disabled. */
export const refuseDisabledBeforeLogin: CollectionBeforeLoginHook = ({ req, user }) => {
  const code = 'ACCOUNT_DISABLED'
  if ((user as Account).isDisabled) throw new APIError(say(req, code), forbidden, { code }, true)
}
