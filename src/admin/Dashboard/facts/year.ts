import type { CollectionSlug, PayloadRequest } from 'payload'

import { publicRows } from '../../../../hooks/operations/publicRow.ts'
import type { CalendarDate } from '../../../../hooks/rules/calendarDates.ts'
import { nameOf, type Publication } from '../../../../hooks/rules/publication.ts'
import { publicationKeys } from '../../../../hooks/settings.ts'
import type { Settings } from '../../../options/index.ts'
import { labelIn } from '../../labels.ts'
import { countsOf } from '../counts.ts'
import { find, findSome } from './find.ts'
import type { Year } from './types.ts'

/** Far more than any partnership publishes in a year. */
const limit = 500

type ID = number | string

/** What was published in the year of a day and is public: how much of each type, kind and theme. */
export async function readYear(
  req: PayloadRequest,
  { reviewTypes, slugs }: Settings,
  today: CalendarDate,
): Promise<Year> {
  const year = today.slice(0, 4)
  const ofYear = <Row>(collection: CollectionSlug, sortedBy: string) =>
    findSome<Row & { themes?: ID[] | null }>(req, {
      collection,
      where: {
        and: [
          publicRows,
          { publishedOn: { greater_than_equal: `${year}-01-01T00:00:00.000Z` } },
          { publishedOn: { less_than_equal: `${year}-12-31T23:59:59.999Z` } },
        ],
      },
      select: { [sortedBy]: true, themes: true },
      sort: '-publishedOn',
      limit,
    })
  const [reviews, leaflets] = await Promise.all([
    ofYear<{ reviewType: string }>(slugs.reviews, 'reviewType'),
    ofYear<{ kind?: string | null }>(slugs.leaflets, 'kind'),
  ])
  const themes = [...reviews.rows, ...leaflets.rows].flatMap(({ themes }) => themes ?? [])
  const named = themes.length
    ? await find<Publication>(req, {
        collection: slugs.themes,
        where: { id: { in: [...new Set(themes)] } },
        select: { name: true },
        limit,
      })
    : []
  return {
    year,
    reviews: reviews.total,
    leaflets: leaflets.total,
    byType: countsOf(
      reviews.rows.map(({ reviewType }) => reviewType),
      new Map(reviewTypes.map(({ label, value }) => [value, label])),
    ),
    byKind: countsOf(
      leaflets.rows.flatMap(({ kind }) => kind ?? []),
      labelsOf(req, slugs.leaflets, 'kind'),
    ),
    byTheme: countsOf(
      themes.map(String),
      new Map(named.map((theme) => [String(theme.id), nameOf(theme)])),
    ),
  }
}

/** The labels of a selection, by its values. */
function labelsOf(req: PayloadRequest, collection: CollectionSlug, name: string) {
  const fields = req.payload.collections[collection]!.config.flattenedFields
  const field = fields.find((field) => field.name === name)
  const options = field?.type === 'select' ? field.options : []
  const label = labelIn(req)
  return new Map(
    options.map((option): [string, string] =>
      typeof option === 'string'
        ? [option, option]
        : [option.value, label(option.label, option.value)],
    ),
  )
}

/** True when readers find anything at all. */
export async function readHasPublic(req: PayloadRequest, { slugs }: Settings): Promise<boolean> {
  const found = await Promise.all(
    publicationKeys.map((key) =>
      find(req, { collection: slugs[key], where: publicRows, select: { id: true }, limit: 1 }),
    ),
  )
  return found.flat().length > 0
}
