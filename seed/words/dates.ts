import type { DatePrecision } from '../../hooks/rules/calendarDates.ts'

/** A date as a text states it: cut to what it says (`2023-03-20`, `2020-01`, `2019`), and where it stands. */
export interface StatedDate {
  date: string
  precision: DatePrecision
  /** The words themselves. */
  words: string
  start: number
  end: number
  /** Set when the words say more than the precision can hold, for example a season. */
  season?: string
}

const months = [
  ['january', 'jan'],
  ['february', 'feb'],
  ['march', 'mar'],
  ['april', 'apr'],
  ['may'],
  ['june', 'jun'],
  ['july', 'jul'],
  ['august', 'aug'],
  ['september', 'sept', 'sep'],
  ['october', 'oct'],
  ['november', 'nov'],
  ['december', 'dec'],
]
const month = `(?<month>${months.flat().join('|')})\\.?`
const year = '(?<year>(?:19|20)\\d{2})'
const dayWithMonth = `(?<day>\\d{1,2})(?:st|nd|rd|th)?(?:\\s+of)?\\s+${month}`

/** Most telling form first: what one form has claimed, a later one does not read again. */
const forms = [
  `\\b${dayWithMonth},?\\s+${year}\\b`,
  `\\b${month}\\s+(?<day>\\d{1,2})(?:st|nd|rd|th)?,?\\s+${year}\\b`,
  `\\b${year}-(?<number>\\d{2})-(?<day>\\d{2})\\b`,
  `\\b(?<day>\\d{1,2})[/.](?<number>\\d{1,2})[/.]${year}\\b`,
  `\\b${month},?\\s+${year}\\b`,
  `\\b(?<season>spring|summer|autumn|winter),?\\s+${year}\\b`,
  `\\b${year}\\b(?![/-]\\d)`,
].map((form) => new RegExp(form, 'gi'))

const twoDigits = (value: number): string => String(value).padStart(2, '0')

const monthNumber = (name: string): number =>
  months.findIndex((names) => names.includes(name.toLowerCase())) + 1

function isCalendarDay(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day))
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day
}

function readMatch(
  groups: Record<string, string | undefined>,
): Omit<StatedDate, 'end' | 'start' | 'words'> | null {
  const year = groups.year!
  const month = groups.month ? monthNumber(groups.month) : Number(groups.number ?? 0)
  const day = Number(groups.day ?? 0)
  if (day) {
    if (!isCalendarDay(Number(year), month, day)) return null
    return { date: `${year}-${twoDigits(month)}-${twoDigits(day)}`, precision: 'day' }
  }
  if (month) return { date: `${year}-${twoDigits(month)}`, precision: 'month' }
  return { date: year, precision: 'year', ...(groups.season && { season: groups.season }) }
}

/**
 * Every date that a text states, in the order of the text. Numeric dates are read day first.
 *
 * @example findDates('Published 18th February 2015')[0].date // '2015-02-18'
 */
export function findDates(text: string): StatedDate[] {
  const found: StatedDate[] = []
  let rest = text
  for (const form of forms) {
    for (const match of text.matchAll(form)) {
      const start = match.index
      const end = start + match[0].length
      if (rest.slice(start, end) !== match[0]) continue
      rest = rest.slice(0, start) + '\0'.repeat(match[0].length) + rest.slice(end)
      const read = readMatch(match.groups!)
      if (read) found.push({ ...read, words: match[0], start, end })
    }
  }
  return found.sort((a, b) => a.start - b.start)
}

/** True when a more exact date lies within the period that a coarser one names. */
export const liesWithin = (exact: StatedDate, period: StatedDate): boolean =>
  exact.date.startsWith(period.date)
