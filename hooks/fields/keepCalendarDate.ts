import type { FieldHook } from 'payload'

import { invalid } from '../errors.ts'
import { calendarDateOf, storedDate } from '../rules/calendarDates.ts'
import { violation } from '../rules/violation.ts'

/** Stores the calendar date that a value stands for at noon UTC, so that no time zone shifts it. */
export const keepCalendarDate =
  (timeZone: string): FieldHook =>
  ({ collection, global, path, req, value }) => {
    if (value === undefined || value === null || value === '') return value || null
    const date = calendarDateOf(value, timeZone)
    if (date) return storedDate(date)
    const entity = collection?.slug ?? global?.slug ?? ''
    throw invalid(req, entity, [
      violation(path.join('.'), 'DATE_INVALID', { value: String(value) }),
    ])
  }
