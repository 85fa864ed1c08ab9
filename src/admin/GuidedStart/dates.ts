import { calendarDateOf, type DatePrecision } from '../../../hooks/rules/calendarDates.ts'

interface Parts {
  day: string
  month: string
  year: string
}

interface Known {
  publishedOn: string
  publishedOnPrecision: DatePrecision
}

/**
 * A date of which perhaps only the month or the year is known, typed in parts; undefined when there is none such.
 *
 * @example knownDate({ day: '', month: '3', year: '2018' }) // 2018-03-01, to the month
 */
export function knownDate({ day, month, year }: Parts): Known | undefined {
  const [d, m, y] = [day, month, year].map((part) => part.trim())
  if (!/^\d{4}$/.test(y!) || (d && !m)) return undefined
  const date = calendarDateOf(
    [y, (m || '1').padStart(2, '0'), (d || '1').padStart(2, '0')].join('-'),
    'UTC',
  )
  if (!date) return undefined
  return { publishedOn: date, publishedOnPrecision: d ? 'day' : m ? 'month' : 'year' }
}
