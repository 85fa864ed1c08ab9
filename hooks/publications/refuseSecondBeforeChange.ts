import type { CollectionBeforeChangeHook } from 'payload'

import { Refusal, say } from '../errors.ts'
import { isMadeBefore } from '../operations/madeBefore.ts'
import { isGuidedStartKey } from '../rules/guidedStart.ts'

/** The guided start prepares each document once, however often a click or a lost answer sends it again. */
export const refuseSecondBeforeChange: CollectionBeforeChangeHook = async ({
  collection: { slug: collection },
  data,
  operation,
  req,
}) => {
  const key: unknown = data.seededFrom?.key
  if (operation !== 'create' || !isGuidedStartKey(key)) return
  const code = 'ALREADY_PREPARED'
  if (await isMadeBefore(req, collection, key))
    throw new Refusal(say(req, code), { code, collection })
}
