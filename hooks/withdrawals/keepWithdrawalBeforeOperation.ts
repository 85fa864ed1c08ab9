import type { CollectionBeforeOperationHook } from 'payload'

import { Refusal, say } from '../errors.ts'

/** A withdrawal is part of the record: nobody deletes it. */
export const keepWithdrawalBeforeOperation: CollectionBeforeOperationHook = ({
  collection: { slug: collection },
  operation,
  req,
}) => {
  const code = 'WITHDRAWAL_KEPT'
  if (operation === 'delete') throw new Refusal(say(req, code), { code, collection })
}
