import type { DefaultServerCellComponentProps } from 'payload'

import { calendarDateOf, type DatePrecision } from '../../../hooks/rules/calendarDates.ts'
import { formatPartialDate, partialDate } from '../../../hooks/rules/partialDates.ts'
import type { PublishingSettings } from '../../../hooks/settings.ts'

/** Shows in lists no more of a publication date than is known: `January 2020`, not its last day. */
export function PublishedOnCell({ cellData, payload, rowData }: DefaultServerCellComponentProps) {
  const { timeZone }: PublishingSettings = payload.config.custom!.safeguardingReviews
  const date = calendarDateOf(cellData, timeZone)
  const precision: DatePrecision = rowData.publishedOnPrecision ?? 'day'
  return <span>{date && formatPartialDate(partialDate(date, precision))}</span>
}
