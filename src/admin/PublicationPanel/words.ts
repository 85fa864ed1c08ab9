import { dayOfInstant } from '../../../hooks/rules/calendarDates.ts'
import { formatPartialDate, partialDate } from '../../../hooks/rules/partialDates.ts'
import { isPublic, type Publication } from '../../../hooks/rules/publication.ts'
import type { wordsOf } from '../words/index.ts'

export type Say = ReturnType<typeof wordsOf<'panel'>>

/** What the public sees of a publication. */
export interface PublicationFacts {
  /** The main table's row, never the latest draft; undefined while the document is new. */
  row: Publication | undefined
  /** How many fields a newer draft changes; none where there is no newer draft. */
  changes: number
}

const day = (stored: string): string => stored.slice(0, 10)

/**
 * The state of a publication in words.
 *
 * @example 'Public since 20 March 2023 · protected until the end of 20 March 2024 · 3 changes in draft'
 */
export function stateInWords(
  say: Say,
  { changes, row }: PublicationFacts,
  { now, timeZone }: { now: Date; timeZone: string },
): string {
  if (row?.withdrawnAt) {
    const since = dayOfInstant(new Date(String(row.withdrawnAt)), timeZone)
    return say('withdrawn', { date: formatPartialDate(since) })
  }
  if (row?.deletedAt) return say('inTrash')
  const parts = isPublic(row)
    ? [
        since(say, row!),
        row?.protectedUntil &&
          protection(say, day(row.protectedUntil), dayOfInstant(now, timeZone)),
        changes > 0 && say('changes', { count: changes }),
      ]
    : [say('draft'), row?.firstPublishedAt && say('wasPublic')]
  return parts.filter(Boolean).join(' · ')
}

const since = (say: Say, { publishedOn, publishedOnPrecision }: Publication): string =>
  publishedOn
    ? say('publicSince', {
        date: formatPartialDate(partialDate(day(publishedOn), publishedOnPrecision ?? 'day')),
      })
    : say('public')

const protection = (say: Say, until: string, today: string): string =>
  say(today <= until ? 'protectedUntil' : 'protectionEnded', { date: formatPartialDate(until) })
