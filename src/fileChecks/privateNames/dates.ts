import type { Stretch } from './names.ts'

const months = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
]

const gap = String.raw`[\s,.\-/‐–]*`
const monthWord = String.raw`(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)`
const dayNumber = String.raw`(\d{1,2})\s*(?:st|nd|rd|th)?`

type Reading = [pattern: RegExp, order: ('day' | 'month' | 'year')[]]

/** The ways in which a day is written, day first as in Britain. */
const readings: Reading[] = [
  [
    new RegExp(String.raw`(?<!\d)(\d{4})\s*[-/.‐–]\s*(\d{1,2})\s*[-/.‐–]\s*(\d{1,2})(?!\d)`, 'g'),
    ['year', 'month', 'day'],
  ],
  [
    new RegExp(
      String.raw`(?<![\d/])(\d{1,2})\s*[-/.‐–]\s*(\d{1,2})\s*[-/.‐–]\s*(\d{4}|\d{2})(?![\d/])`,
      'g',
    ),
    ['day', 'month', 'year'],
  ],
  [
    new RegExp(
      String.raw`(?<!\d)${dayNumber}${gap}(?:of\s+)?${monthWord}${gap}['’]?(\d{4}|\d{2})(?!\d)`,
      'gi',
    ),
    ['day', 'month', 'year'],
  ],
  [
    new RegExp(String.raw`\b${monthWord}${gap}${dayNumber}${gap}(\d{4})(?!\d)`, 'gi'),
    ['month', 'day', 'year'],
  ],
  [/(?<!\d)(\d{2})(\d{2})(\d{4})(?!\d)/g, ['day', 'month', 'year']],
  [/(?<!\d)(\d{4})(\d{2})(\d{2})(?!\d)/g, ['year', 'month', 'day']],
]

/** The days that a text writes, as `YYYY-MM-DD`, with where they stand. */
export const daysIn = (text: string): (Stretch & { day: string })[] =>
  readings.flatMap(([pattern, order]) =>
    [...text.matchAll(pattern)].flatMap((match) => {
      const parts = Object.fromEntries(order.map((part, index) => [part, match[index + 1]!]))
      const day = dayFrom(parts as Record<'day' | 'month' | 'year', string>)
      return day ? { day, start: match.index, end: match.index + match[0].length } : []
    }),
  )

function dayFrom(written: Record<'day' | 'month' | 'year', string>): string | undefined {
  const named = months.findIndex((name) => name.startsWith(written.month.slice(0, 3).toLowerCase()))
  const month = named >= 0 ? named + 1 : Number(written.month)
  const day = Number(written.day)
  const year = Number(written.year)
  if (!(month >= 1 && month <= 12 && day >= 1 && day <= 31)) return undefined
  // Two digits: a child’s birthday lies in this century.
  const fullYear = written.year.length === 2 ? 2000 + year : year
  if (fullYear < 1900 || fullYear > 2100) return undefined
  const two = (value: number) => String(value).padStart(2, '0')
  return `${fullYear}-${two(month)}-${two(day)}`
}

/** Where a day stands in a text, however it is written there. */
export function findDay(text: string, date: string): Stretch[] {
  const wanted = daysIn(date)[0]?.day
  if (wanted === undefined) return []
  const sameYear = new Set([wanted, `20${wanted.slice(2)}`])
  return daysIn(text)
    .filter(({ day }) => sameYear.has(day))
    .map(({ end, start }) => ({ end, start }))
}
