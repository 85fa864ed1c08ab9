import type { CollectionBeforeChangeHook } from 'payload'

import { invalid } from '../errors.ts'
import { idOf, nameOf, type Publication } from '../rules/publication.ts'
import { supersedesViolations } from '../rules/supersedes.ts'

/** Follows what a framework document supersedes, and refuses a chain that returns to itself. */
export const refuseSupersedesCircleBeforeChange: CollectionBeforeChangeHook = async ({
  collection: { slug },
  data,
  originalDoc,
  req,
}) => {
  const ownID = originalDoc?.id
  const chain = [nameOf(data)]
  const seen = new Set<string>()
  let next = idOf(data.supersedes)
  while (next !== undefined && String(next) !== String(ownID) && !seen.has(String(next))) {
    seen.add(String(next))
    const row = (await req.payload.db.findOne({
      collection: slug,
      req,
      where: { id: { equals: next } },
    })) as Publication | null
    if (!row) break
    chain.push(nameOf(row))
    next = idOf(row.supersedes)
  }
  const closes = ownID !== undefined && String(next) === String(ownID)
  const violations = supersedesViolations(chain, closes)
  if (violations.length) throw invalid(req, slug, violations, ownID)
  return data
}
