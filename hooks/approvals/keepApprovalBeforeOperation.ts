import type { CollectionBeforeOperationHook } from 'payload'

import { Refusal, say } from '../errors.ts'

/** What was submitted and decided is part of the record: only the acts on it change it, and nobody deletes it. */
export const keepApprovalBeforeOperation: CollectionBeforeOperationHook = ({
  collection: { slug: collection },
  operation,
  req,
}) => {
  const code = 'APPROVAL_KEPT'
  if (operation === 'delete' || operation === 'update')
    throw new Refusal(say(req, code), { code, collection })
}
