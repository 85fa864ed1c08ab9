import type { CollectionBeforeOperationHook } from 'payload'

import { Refusal, say } from '../errors.ts'

/** Only changes of publications write the log, and they go around its collection. */
export const refuseWritingBeforeOperation: CollectionBeforeOperationHook = ({
  collection: { slug: collection },
  operation,
  req,
}) => {
  if (['create', 'delete', 'restoreVersion', 'update'].includes(operation)) {
    const code = 'EVENT_LOG_ONLY_GROWS'
    throw new Refusal(say(req, code), { code, collection })
  }
}
