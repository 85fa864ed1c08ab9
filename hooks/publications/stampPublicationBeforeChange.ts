import type { CollectionBeforeChangeHook } from 'payload'

import { changeOf, willBePublic } from '../operations/changeInProgress.ts'
import { calendarDateOf, lastDayOfPeriod, storedDate } from '../rules/calendarDates.ts'
import { publicationStamps } from '../rules/publicationDates.ts'
import { publicationContent } from '../rules/publicationContent.ts'
import { protectionMonths } from '../rules/reviewTypes.ts'
import { isProtected } from '../rules/twelve-month-protection/protectionBreach.ts'
import { documentsReplaced } from '../rules/twelve-month-protection/replacedDocuments.ts'
import type { PublicationKey, PublishingSettings } from '../settings.ts'

/** Stamps what becomes or stays public; a draft keeps its date as the last day of the period it names. */
export const stampPublicationBeforeChange =
  (key: PublicationKey, settings: PublishingSettings): CollectionBeforeChangeHook =>
  ({ collection: { slug }, context, data, originalDoc }) => {
    const { timeZone } = settings
    const change = changeOf(context, slug, originalDoc?.id)
    if (willBePublic(change, data)) {
      const now = new Date()
      const months = protectionMonths(key, data, settings)
      const replaced = isProtected(change.row, { now, timeZone })
        ? documentsReplaced(change.row, data, publicationContent[key].promised.documents, now)
        : []
      return {
        ...data,
        ...publicationStamps(change.row, data, { now, timeZone, months }),
        replacedDocuments: [...data.replacedDocuments, ...replaced],
      }
    }
    const date = calendarDateOf(data.publishedOn, timeZone)
    if (date)
      data.publishedOn = storedDate(lastDayOfPeriod(date, data.publishedOnPrecision ?? 'day'))
    return data
  }
