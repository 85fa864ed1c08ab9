import type { Where } from 'payload'

import { type CalendarDate, dayOfInstant, storedDate } from '../../../hooks/rules/calendarDates.ts'

export const todayIn = (timeZone: string): CalendarDate => dayOfInstant(new Date(), timeZone)

type Preset = 'all' | 'drafts' | 'protected' | 'published' | 'withdrawn'

/**
 * The filters that are asked for most, as conditions on what a list shows: the latest versions. Their status says
 * nothing of what is public, so that `published` is what has ever been and was not withdrawn.
 */
export const presetsOn = (today: CalendarDate): Record<Preset, Where | undefined> => ({
  all: undefined,
  protected: {
    and: [
      { protectedUntil: { greater_than_equal: storedDate(today) } },
      { withdrawnAt: { exists: false } },
    ],
  },
  published: {
    and: [{ firstPublishedAt: { exists: true } }, { withdrawnAt: { exists: false } }],
  },
  drafts: { and: [{ _status: { equals: 'draft' } }] },
  withdrawn: { and: [{ withdrawnAt: { exists: true } }] },
})

/** The address of a list with a filter, as Payload’s own filters write it. */
export function addressOf(list: string, where: Where | undefined): string {
  const conditions = (where?.and ?? []).flatMap((condition, index) =>
    Object.entries(condition as Record<string, Record<string, unknown>>).flatMap(
      ([field, operators]) =>
        Object.entries(operators).map(
          ([operator, value]) =>
            `where[or][0][and][${index}][${field}][${operator}]=${encodeURIComponent(String(value))}`,
        ),
    ),
  )
  return conditions.length ? `${list}?${conditions.join('&')}` : list
}
