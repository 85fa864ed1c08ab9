import type { CollectionSlug, PayloadRequest, Where } from 'payload'

import { storedDate } from '../../../../hooks/rules/calendarDates.ts'
import { type Reference, reference } from '../../../../hooks/rules/references.ts'
import { publicationKeys } from '../../../../hooks/settings.ts'
import type { Settings } from '../../../options/index.ts'
import { find } from './find.ts'
import type { Schedule } from './types.ts'

interface Job {
  input: {
    type?: 'publish' | 'unpublish'
    doc?: { relationTo: string; value: number | string }
    global?: string
    user?: { relationTo: string; value: number | string } | null
  }
  waitUntil?: string | null
  createdAt: string
  error?: { cancelled?: boolean; message?: string } | null
}

const limit = 100

/** Planned publications and their opposite that have not happened: those to come, and those that failed since a day. */
export async function readSchedules(
  req: PayloadRequest,
  { slugs }: Settings,
  since: string,
): Promise<{ schedules: Schedule[]; failedSchedules: Schedule[] }> {
  const ours: Where = {
    or: [
      ...publicationKeys.map((key) => ({ 'input.doc.relationTo': { equals: slugs[key] } })),
      { 'input.global': { equals: slugs.caseReviewsPage } },
    ],
  }
  const jobs = (where: Where, sort: string) =>
    find<Job>(req, {
      collection: 'payload-jobs' as CollectionSlug,
      where: {
        and: [
          { taskSlug: { equals: 'schedulePublish' } },
          { completedAt: { exists: false } },
          ours,
          where,
        ],
      },
      select: { input: true, waitUntil: true, createdAt: true, error: true },
      sort,
      limit,
    })
  const [toCome, failed] = await Promise.all([
    jobs({ hasError: { not_equals: true } }, 'waitUntil'),
    jobs(
      { and: [{ hasError: { equals: true } }, { updatedAt: { greater_than: storedDate(since) } }] },
      '-updatedAt',
    ),
  ])
  return {
    schedules: toCome.map((job) => scheduleOf(job)),
    failedSchedules: failed
      .filter(({ error }) => !error?.cancelled)
      .map((job) => ({ ...scheduleOf(job), error: job.error?.message ?? '' })),
  }
}

function scheduleOf({ createdAt, input, waitUntil }: Job): Schedule {
  const { doc, global, type, user } = input
  return {
    of: doc ? reference(doc.relationTo, doc.value) : global!,
    act: type ?? 'publish',
    at: waitUntil ?? createdAt,
    by: accountOf(user),
  }
}

const accountOf = (user: Job['input']['user']): Reference | undefined =>
  user ? reference(user.relationTo, user.value) : undefined
