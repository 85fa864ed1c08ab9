import type { CollectionBeforeChangeHook } from 'payload'

import { invalid } from '../errors.ts'
import { changeOf, willBePublic } from '../operations/changeInProgress.ts'
import { isEmpty } from '../rules/publication.ts'
import { fixedFieldViolations } from '../rules/publicationDates.ts'
import type { PublishingSettings } from '../settings.ts'

const stamps = ['firstPublishedAt', 'protectedUntil', 'lastPublicChangeAt', 'withdrawnAt'] as const
const fixed = ['publishedOn', 'publishedOnPrecision', 'slug'] as const

/**
 * Keeps what only the system writes and what the first publication fixed, whatever the caller sent. A
 * restored version takes the fixed values of today in silence; any other attempt to change them is refused.
 */
export const keepFixedBeforeChange =
  ({ timeZone }: PublishingSettings): CollectionBeforeChangeHook =>
  ({ collection: { slug }, context, data, originalDoc, req }) => {
    const change = changeOf(context, slug, originalDoc?.id)
    const { intent, isWithdrawal, row } = change
    for (const field of stamps) data[field] = row?.[field] ?? null
    if (isWithdrawal) data.withdrawnAt = new Date().toISOString()
    if (willBePublic(change, data)) data.withdrawnAt = null
    data.replacedDocuments = row?.replacedDocuments ?? []
    if (row?.createdAt) data.createdAt = row.createdAt
    if (!row || intent.isRestoring) data.deletedAt = row?.deletedAt ?? null
    if (!row?.firstPublishedAt) return data

    if (!intent.isRestoring) {
      // What is as it was in the latest version nobody asked to change; a draft that was saved in the moment of
      // the first publication has values from before it.
      const asked = fixedFieldViolations(row, data, timeZone).filter(
        ({ path }) => data[path] !== originalDoc?.[path],
      )
      if (asked.length) throw invalid(req, slug, asked, row.id)
    }
    for (const field of fixed) data[field] = row[field]
    if (isEmpty(data.previouslyPublishedAt)) data.previouslyPublishedAt = row.previouslyPublishedAt
    return data
  }
