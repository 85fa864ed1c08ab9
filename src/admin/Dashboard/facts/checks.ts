import type { PayloadRequest } from 'payload'

import { missedChecks } from '../../../../hooks/rules/availability.ts'
import type { Reference } from '../../../../hooks/rules/references.ts'
import type { Settings } from '../../../options/index.ts'
import { find } from './find.ts'
import type { Checks } from './types.ts'

export interface Check {
  publication: Reference
  checkedAt: string
  isAvailable?: boolean | null
  faults?: string[] | null
}

/** As many as are told of; with more, the first of them say what is wrong. */
const failingShown = 50

/** Enough for twenty days of as many failures: of what fails for longer it is said “at least”. */
const looksBack = 1000

const select = { publication: true, checkedAt: true, isAvailable: true, faults: true } as const

/** What the last daily check found that readers do not get, and whether there should have been another. */
export async function readChecks(
  req: PayloadRequest,
  { availability, slugs }: Settings,
  now: Date,
): Promise<Checks> {
  const collection = slugs.availabilityChecks
  const sort = '-checkedAt'
  const [last] = await find<Check>(req, { collection, where: {}, select, sort, limit: 1 })
  if (!last) return { missed: 0, failing: [] }
  const missed = availability.cron ? missedChecks(new Date(last.checkedAt), now) : 0
  const failed = await find<Check>(req, {
    collection,
    where: { and: [{ isAvailable: { equals: false } }, { checkedAt: { equals: last.checkedAt } }] },
    select,
    limit: failingShown,
  })
  if (failed.length === 0) return { lastAt: last.checkedAt, missed, failing: [] }
  const earlier = await find<Check>(req, {
    collection,
    where: { publication: { in: failed.map(({ publication }) => publication) } },
    select,
    sort,
    limit: looksBack,
  })
  return {
    lastAt: last.checkedAt,
    missed,
    failing: failed.map(({ faults, publication }) => ({
      publication,
      faults: faults ?? [],
      since: failingSince(earlier.filter((check) => check.publication === publication)),
    })),
  }
}

/** The first of the checks in a row that failed, of a publication whose last check did; the newest is first. */
export function failingSince(checks: Check[]): string {
  const good = checks.findIndex(({ isAvailable }) => isAvailable)
  return checks.at(good < 0 ? -1 : good - 1)!.checkedAt
}
