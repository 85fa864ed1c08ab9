import type { CollectionBeforeChangeHook } from 'payload'

import { invalid } from '../errors.ts'
import { changeOf } from '../operations/changeInProgress.ts'
import { isEmpty } from '../rules/publication.ts'
import { fixedFieldViolations } from '../rules/publicationDates.ts'
import type { PublishingSettings } from '../settings.ts'

const stamps = ['firstPublishedAt', 'protectedUntil', 'lastPublicChangeAt'] as const
const fixed = ['publishedOn', 'publishedOnPrecision', 'slug'] as const

/**
 * Keeps what only the system writes and what the first publication fixed, whatever the caller sent. A
 * restored version takes the fixed values of today in silence; any other attempt to change them is refused.
 */
export const keepFixedBeforeChange =
  ({ timeZone }: PublishingSettings): CollectionBeforeChangeHook =>
  ({ collection: { slug }, context, data, originalDoc, req }) => {
    const { intent, row } = changeOf(context, slug, originalDoc?.id)
    for (const field of stamps) data[field] = row?.[field] ?? null
    if (row?.createdAt) data.createdAt = row.createdAt
    if (!row || intent.isRestoring) data.deletedAt = row?.deletedAt ?? null
    if (!row?.firstPublishedAt) return data

    if (!intent.isRestoring) {
      const violations = fixedFieldViolations(row, data, timeZone)
      if (violations.length) throw invalid(req, slug, violations, row.id)
    }
    for (const field of fixed) data[field] = row[field]
    if (isEmpty(data.previouslyPublishedAt)) data.previouslyPublishedAt = row.previouslyPublishedAt
    return data
  }
