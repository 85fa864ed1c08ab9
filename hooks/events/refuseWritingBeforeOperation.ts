import type { CollectionBeforeOperationHook } from 'payload'

import { Refusal, say } from '../errors.ts'
import type { MessageCode } from '../rules/messages.ts'

/** For records that only the software itself writes: it goes around their collection. */
export const refuseWritingBeforeOperation =
  (code: MessageCode): CollectionBeforeOperationHook =>
  ({ collection: { slug: collection }, operation, req }) => {
    if (['create', 'delete', 'restoreVersion', 'update'].includes(operation))
      throw new Refusal(say(req, code), { code, collection })
  }
