import type { PayloadRequest } from 'payload'

import { approverOf } from '../../../../hooks/operations/approvals.ts'
import { hasRight, isAlone, personOf } from '../../../../hooks/operations/people.ts'
import { addDays, dayOfInstant } from '../../../../hooks/rules/calendarDates.ts'
import type { Reference } from '../../../../hooks/rules/references.ts'
import type { Settings } from '../../../options/index.ts'
import { readNames } from '../../readNames.ts'
import { readRefusals, readSubmissions, readWithdrawals } from './acts.ts'
import { readChecks } from './checks.ts'
import { readDueDocuments, readOverdueReviews, readPeriods } from './deadlines.ts'
import { readFailedFiles } from './files.ts'
import { readSchedules } from './schedules.ts'
import type { Facts, Viewer } from './types.ts'
import { readHasPublic, readYear } from './year.ts'

/** For how long people are told of what was refused, or failed, and was left at that. */
const daysTold = 90

/**
 * Everything that the dashboard tells of. How many questions that takes does not depend on how many documents
 * there are.
 */
export async function readFacts(
  req: PayloadRequest,
  settings: Settings,
  now: Date,
): Promise<Facts> {
  const today = dayOfInstant(now, settings.timeZone)
  const since = addDays(today, -daysTold)
  const viewer = await readViewer(req, settings)
  const [checks, withdrawals, submissions, refusals, schedules, failedFiles] = await Promise.all([
    readChecks(req, settings, now),
    readWithdrawals(req, settings),
    readSubmissions(req, settings),
    readRefusals(req, settings, viewer.account, since),
    readSchedules(req, settings, since),
    viewer.mayDraft ? readFailedFiles(req, settings) : [],
  ])
  const [periods, overdueReviews, dueDocuments, year] = await Promise.all([
    readPeriods(req, settings, today),
    readOverdueReviews(req, settings, today),
    readDueDocuments(req, settings, today),
    readYear(req, settings, today),
  ])
  const told = {
    checks,
    withdrawals,
    submissions,
    refusals,
    failedFiles,
    ...schedules,
    periods,
    overdueReviews,
    dueDocuments,
    year,
  }
  const hasPublic =
    periods.periods.length + year.reviews + year.leaflets > 0 ||
    (await readHasPublic(req, settings))
  const names = await readNames(req, referencesOf(told))
  return { now, today, viewer, ...told, hasPublic, names }
}

async function readViewer(req: PayloadRequest, settings: Settings): Promise<Viewer> {
  return {
    ...(await approverOf(req, settings)),
    ...personOf(req, settings),
    // Drawn on a page, whose request comes from a person by nature but does not say so.
    isPresent: true,
    mayDraft: hasRight(req, 'draft'),
    mayManage: hasRight(req, 'manage'),
    isAlone: await isAlone(req, settings),
  }
}

/** The documents and accounts that are named and not called by what was read of them. */
function referencesOf({
  checks,
  failedSchedules,
  refusals,
  schedules,
  submissions,
  withdrawals,
}: Pick<
  Facts,
  'checks' | 'failedSchedules' | 'refusals' | 'schedules' | 'submissions' | 'withdrawals'
>): Reference[] {
  const acts = [...withdrawals, ...submissions, ...refusals]
  return [
    ...checks.failing.flatMap(({ faults, publication }) => [
      publication,
      // Each begins with the document or file that it is about.
      ...faults.map((fault) => fault.split(' ')[0]!),
    ]),
    ...acts.flatMap(({ askedBy, publication }) => [askedBy, publication]),
    ...[...submissions, ...refusals].flatMap(({ decidedBy }) => decidedBy ?? []),
    ...[...schedules, ...failedSchedules].map(({ of }) => of),
  ]
}
