import type { CollectionBeforeChangeHook } from 'payload'

import { changeOf, willBePublic } from '../operations/changeInProgress.ts'
import { calendarDateOf, lastDayOfPeriod, storedDate } from '../rules/calendarDates.ts'
import { publicationStamps } from '../rules/publicationDates.ts'
import { protectionMonths } from '../rules/reviewTypes.ts'
import type { PublicationKey, PublishingSettings } from '../settings.ts'

/** Stamps what becomes or stays public; a draft keeps its date as the last day of the period it names. */
export const stampPublicationBeforeChange =
  (key: PublicationKey, settings: PublishingSettings): CollectionBeforeChangeHook =>
  ({ collection: { slug }, context, data, originalDoc }) => {
    const { timeZone } = settings
    const change = changeOf(context, slug, originalDoc?.id)
    if (willBePublic(change, data)) {
      const months = protectionMonths(key, data, settings)
      return {
        ...data,
        ...publicationStamps(change.row, data, { now: new Date(), timeZone, months }),
      }
    }
    const date = calendarDateOf(data.publishedOn, timeZone)
    if (date)
      data.publishedOn = storedDate(lastDayOfPeriod(date, data.publishedOnPrecision ?? 'day'))
    return data
  }
