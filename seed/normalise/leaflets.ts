import { type Block, type Notice, inlinesOf } from '../parse/blocks.ts'
import type { StatedDate } from '../words/dates.ts'
import { type LeafletKind, findLeaflet, leafletLabels } from '../words/leaflets.ts'
import { sameName } from '../words/names.ts'
import { isFileLink, linksOf, outwardLinks } from './links.ts'
import { attach } from './report.ts'
import { richText } from './richText.ts'
import type { SeedContext, SeedLeaflet, SeedReview } from './types.ts'

/** A page dates its leaflets by the heading of their review, which is good for a month at most. */
const upToMonth = (date: StatedDate | undefined) =>
  date && {
    date: date.date.slice(0, 7),
    precision: date.precision === 'year' ? ('year' as const) : ('month' as const),
  }

/** The leaflet that sets out a review's learning; its summary is what the page says about it. */
export function normaliseLeaflet(
  kind: LeafletKind,
  blocks: Block[],
  review: SeedReview,
  reviewDate: StatedDate | undefined,
  context: SeedContext,
): SeedLeaflet {
  const links = blocks
    .flatMap((block) => linksOf(inlinesOf(block), block.line))
    .filter(({ href, words }) => isFileLink(href) || findLeaflet(words))
  const { file, link, warnings } = attach(links, context)
  const title = `${review.values.name} ${leafletLabels[kind]}`
  const line = blocks[0]!.line
  const undated: Notice[] = reviewDate
    ? []
    : [{ line, message: `no date is stated for “${title}”; the day of seeding will be taken` }]
  return {
    kind: 'leaflet',
    key: `leaflet:${sameName(title)}`,
    line,
    warnings: [...undated, ...warnings],
    ...upToMonth(reviewDate),
    themes: review.themes,
    reviews: [review.key],
    ...(file && { file }),
    values: {
      title,
      kind,
      previouslyPublishedAt: review.values.previouslyPublishedAt,
      summary: richText(blocks, outwardLinks(context)),
      link,
    },
  }
}
