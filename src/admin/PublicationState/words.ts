import { formatPartialDate, partialDate } from '../../../hooks/rules/partialDates.ts'
import { isPublic, type Publication } from '../../../hooks/rules/publication.ts'

/** What the public sees of a publication. */
export interface PublicationFacts {
  /** The main table's row, never the latest draft; undefined while the document is new. */
  row: Publication | undefined
  hasNewerDraft: boolean
}

/** The calendar date in a time zone, as `YYYY-MM-DD`. */
const dayIn = (timeZone: string, now: Date): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(now)

const day = (stored: string): string => stored.slice(0, 10)

/**
 * The state of a publication in words.
 *
 * @example 'Public since 20 March 2023 · protected until the end of 20 March 2024 · a newer draft exists'
 */
export function stateInWords(
  { hasNewerDraft, row }: PublicationFacts,
  { now, timeZone }: { now: Date; timeZone: string },
): string {
  if (row?.deletedAt) return 'In the trash: not public'
  if (!row || !isPublic(row))
    return `Draft: not public${row?.firstPublishedAt ? ' · it was public before' : ''}`
  const { protectedUntil, publishedOn, publishedOnPrecision } = row
  return [
    publishedOn
      ? `Public since ${formatPartialDate(partialDate(day(publishedOn), publishedOnPrecision ?? 'day'))}`
      : 'Public',
    protectedUntil && protection(day(protectedUntil), dayIn(timeZone, now)),
    hasNewerDraft && 'a newer draft exists',
  ]
    .filter(Boolean)
    .join(' · ')
}

const protection = (until: string, today: string): string =>
  today <= until
    ? `protected until the end of ${formatPartialDate(until)}`
    : `no longer protected since the end of ${formatPartialDate(until)}`
