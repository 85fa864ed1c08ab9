import type { PayloadRequest, Where } from 'payload'

import { publicRows } from '../../../../hooks/operations/publicRow.ts'
import {
  type CalendarDate,
  calendarDateOf,
  dayOfInstant,
} from '../../../../hooks/rules/calendarDates.ts'
import { type Recommendation, remindedPeriods } from '../../../../hooks/rules/deadlines.ts'
import { nameOf, type Publication } from '../../../../hooks/rules/publication.ts'
import { reference } from '../../../../hooks/rules/references.ts'
import { publicationKeys } from '../../../../hooks/settings.ts'
import type { Settings } from '../../../options/index.ts'
import { find, findSome } from './find.ts'
import type { DueDocument, OverdueReview, Period, Periods } from './types.ts'

/** How many are drawn; the rest is in the lists. */
const drawn = 40

/** A calendar date as a condition compares it with stored ones, which lie at noon. */
const startOf = (day: CalendarDate): string => `${day}T00:00:00.000Z`
const endOf = (day: CalendarDate): string => `${day}T23:59:59.999Z`

/** What is protected or was until lately, what ends soonest first. */
export async function readPeriods(
  req: PayloadRequest,
  { slugs, timeZone }: Settings,
  today: CalendarDate,
): Promise<Periods> {
  const { from } = remindedPeriods(today)
  const found = await Promise.all(
    publicationKeys.map((key) =>
      findSome<Publication>(req, {
        collection: slugs[key],
        where: { and: [publicRows, { protectedUntil: { greater_than_equal: startOf(from) } }] },
        select: {
          [key === 'reviews' ? 'name' : 'title']: true,
          firstPublishedAt: true,
          protectedUntil: true,
          publishedOn: true,
        },
        sort: 'protectedUntil',
        limit: drawn,
      }),
    ),
  )
  const periods = publicationKeys
    .flatMap((key, index) =>
      found[index]!.rows.map((row): Period => {
        const until = calendarDateOf(row.protectedUntil, timeZone)!
        const publication = reference(slugs[key], row.id)
        return { publication, key, name: nameOf(row), from: beginning(row, timeZone), until }
      }),
    )
    .sort((a, b) => a.until.localeCompare(b.until))
    .slice(0, drawn)
  const others = publicationKeys.map((key, index) => ({
    key,
    count: found[index]!.total - periods.filter((period) => period.key === key).length,
  }))
  return { periods, others: others.filter(({ count }) => count > 0) }
}

/** A date of which only the month is known may lie ahead: it is kept as its last day. */
function beginning(
  { firstPublishedAt, protectedUntil, publishedOn }: Publication,
  timeZone: string,
): CalendarDate {
  const days = [
    publishedOn && calendarDateOf(publishedOn, timeZone),
    firstPublishedAt && dayOfInstant(new Date(firstPublishedAt), timeZone),
    calendarDateOf(protectedUntil, timeZone),
  ]
  return days
    .flatMap((day) => day || [])
    .sort()
    .at(0)!
}

const unfinished = ['notStarted', 'inProgress']

/** Published reviews in which a day is over, and something is not marked as complete. */
export async function readOverdueReviews(
  req: PayloadRequest,
  { slugs, timeZone }: Settings,
  today: CalendarDate,
): Promise<OverdueReview[]> {
  const isOpen: Where = {
    or: [
      { 'recommendations.status': { in: unfinished } },
      { 'recommendations.status': { exists: false } },
      { 'actionPlan.status': { in: unfinished } },
    ],
  }
  const rows = await find<
    Publication & {
      recommendations?: { dueBy?: string | null; status?: string | null }[] | null
      actionPlan?: { status?: string | null } | null
    }
  >(req, {
    collection: slugs.reviews,
    where: {
      and: [publicRows, { 'recommendations.dueBy': { less_than: startOf(today) } }, isOpen],
    },
    select: {
      name: true,
      recommendations: { dueBy: true, status: true },
      actionPlan: { status: true },
    },
    sort: '-publishedOn',
    limit: 100,
  })
  return rows.map((row) => ({
    publication: reference(slugs.reviews, row.id),
    name: nameOf(row),
    recommendations: (row.recommendations ?? []).map(({ dueBy, status }): Recommendation => ({
      dueBy: dueBy ? calendarDateOf(dueBy, timeZone) : undefined,
      status,
    })),
    planStatus: row.actionPlan?.status,
  }))
}

/** Framework documents that are to be looked at again, unless another one has taken their place. */
export async function readDueDocuments(
  req: PayloadRequest,
  { slugs, timeZone }: Settings,
  today: CalendarDate,
): Promise<DueDocument[]> {
  const collection = slugs.frameworkDocuments
  const { to } = remindedPeriods(today)
  const rows = await find<Publication & { reviewDueOn: string }>(req, {
    collection,
    where: { and: [publicRows, { reviewDueOn: { less_than_equal: endOf(to) } }] },
    select: { title: true, reviewDueOn: true },
    sort: 'reviewDueOn',
    limit: 100,
  })
  if (rows.length === 0) return []
  const successors = await find<{ supersedes: number | string }>(req, {
    collection,
    where: { and: [publicRows, { supersedes: { in: rows.map(({ id }) => id) } }] },
    select: { supersedes: true },
    limit: 100,
  })
  const superseded = successors.map(({ supersedes }) => String(supersedes))
  return rows
    .filter(({ id }) => !superseded.includes(String(id)))
    .map((row) => ({
      publication: reference(collection, row.id),
      name: nameOf(row),
      day: calendarDateOf(row.reviewDueOn, timeZone)!,
    }))
}
