import type { CollectionBeforeChangeHook } from 'payload'

import { invalid } from '../errors.ts'
import { followSuperseded } from '../operations/followSuperseded.ts'
import { supersedesViolations } from '../rules/supersedes.ts'

/** Refuses a framework document that would, by way of others, supersede itself. */
export const refuseSupersedesCircleBeforeChange: CollectionBeforeChangeHook = async ({
  collection: { slug },
  data,
  originalDoc,
  req,
}) => {
  const { chain, closes } = await followSuperseded(req, slug, data, originalDoc?.id)
  const violations = supersedesViolations(chain, closes)
  if (violations.length) throw invalid(req, slug, violations, originalDoc?.id)
  return data
}
