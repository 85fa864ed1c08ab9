import {
  type Block,
  type Inline,
  type Notice,
  blockText,
  textOf,
  tidyInlines,
} from '../parse/blocks.ts'
import type { Entry } from '../parse/sections.ts'
import type { StatedDate } from '../words/dates.ts'
import { type LeafletKind, findLeaflet } from '../words/leaflets.ts'
import { sameName } from '../words/names.ts'
import { findPublisher } from '../words/publishers.ts'
import { findThemes } from '../words/themes.ts'
import { publicationDateOf } from './dates.ts'
import { normaliseLeaflet } from './leaflets.ts'
import { fullAddress, linksOf, outwardLinks } from './links.ts'
import { reportOf } from './report.ts'
import { reviewTypeOf } from './reviewType.ts'
import { richText } from './richText.ts'
import { shareOut, splitSentences } from './sentences.ts'
import type { SeedContext, SeedLeaflet, SeedReview } from './types.ts'

type Place = LeafletKind | 'actionPlan' | 'summary'

/** Where a sentence of an entry belongs: to the leaflet it speaks of, to the action plan, or to the review. */
function placeOf(sentence: Inline[]): Place {
  const text = textOf(sentence)
  const leaflet = findLeaflet(text)
  if (leaflet) return leaflet
  return /\baction plan\b/i.test(text) ? 'actionPlan' : 'summary'
}

interface Sentence {
  inlines: Inline[]
  text: string
  line: number
}

const sentencesOf = (blocks: Block[]): Sentence[] =>
  blocks.flatMap((block) => {
    const parts =
      block.kind === 'list'
        ? block.items
        : splitSentences(block.inlines).map((inlines) => ({ inlines, line: block.line }))
    return parts.map(({ inlines, line }) => ({ inlines, line, text: textOf(inlines) }))
  })

function publisherOf(sentences: Sentence[], ownNames: string[], context: SeedContext) {
  for (const { inlines, text, line } of sentences) {
    const name = findPublisher(text)
    if (!name || ownNames.some((own) => sameName(own) === sameName(name))) continue
    const link = linksOf(inlines, line).find(({ words }) => words.includes(name))
    const url = (link && fullAddress(link.href, context.pageAddress)) ?? null
    return { body: 'anotherBody' as const, name, url }
  }
  return { body: 'thisPartnership' as const, name: null, url: null }
}

const monitoredBy = (sentences: Sentence[]): string | null =>
  sentences
    .filter(({ text }) => /\baction plan\b/i.test(text))
    .map(({ text }) =>
      /\b(?:monitored|overseen) by (?:the |our )?([^.,;]+)/i.exec(text)?.[1]?.trim(),
    )
    .find(Boolean) ?? null

const dateFacts = (date: StatedDate | undefined) =>
  date ? { date: date.date, precision: date.precision } : {}

/** What one entry of the page comes to: its review, its leaflets, or the reason why it could not be read. */
export interface NormalisedEntry {
  review?: SeedReview
  leaflets: SeedLeaflet[]
  errors: Notice[]
}

/** Turns an entry of the page into a review and the leaflets that its text speaks of. */
export function normaliseEntry(
  entry: Entry,
  ownNames: string[],
  context: SeedContext,
): NormalisedEntry {
  const { name } = entry.facts
  const sentences = sentencesOf(entry.blocks)
  const { type, warnings: typeWarnings } = reviewTypeOf(entry, sentences)
  if (!type) {
    const message = `“${textOf(entry.heading.inlines)}” is left out: neither heading nor text says what type of review it is`
    return { leaflets: [], errors: [{ line: entry.line, message }] }
  }
  const { date, warnings: dateWarnings } = publicationDateOf(entry, sentences)
  const places = shareOut<Place>(entry.blocks, placeOf)
  const ofReview = [...(places.get('summary') ?? []), ...(places.get('actionPlan') ?? [])]
  const isStatutory = context.statutoryTypes.includes(type.value)
  const report = reportOf(
    [entry.heading, ...ofReview],
    sentences.filter(({ text }) => !findLeaflet(text)),
    isStatutory,
    context,
  )
  const summary = (places.get('summary') ?? []).flatMap((block) =>
    withoutReason(block, report.reason),
  )
  const addressOf = outwardLinks(context)
  const themes = findThemes([name, ...entry.blocks.map(blockText)].join('\n'), context.themes)
  const review: SeedReview = {
    kind: 'review',
    key: `review:${sameName(name)}:${type.value}`,
    line: entry.line,
    warnings: [...typeWarnings, ...dateWarnings, ...report.warnings],
    ...dateFacts(date),
    themes,
    ...(report.file && { file: report.file }),
    values: {
      name,
      reviewType: type.value,
      previouslyPublishedAt:
        context.pageAddress ?? `Seeded from the saved page ${context.pageName}`,
      summary: richText(summary, addressOf),
      actionPlan: {
        monitoredBy: monitoredBy(sentences),
        text: richText(places.get('actionPlan') ?? [], addressOf),
      },
      reportAvailability: report.availability,
      reportLink: report.link,
      reportReason: report.reason,
      publishedBy: publisherOf(sentences, ownNames, context),
    },
  }
  const leaflets = (['learningLeaflet', 'sevenMinuteBriefing', 'practiceBrief'] as const).flatMap(
    (kind) => {
      const blocks = places.get(kind)
      return blocks ? [normaliseLeaflet(kind, blocks, review, date, context)] : []
    },
  )
  return { review, leaflets, errors: [] }
}

/** The sentence that became the reason why there is no report is not said twice. */
function withoutReason(block: Block, reason: string | null): Block[] {
  if (!reason || block.kind !== 'paragraph') return [block]
  const kept = splitSentences(block.inlines).filter((inlines) => textOf(inlines).trim() !== reason)
  return kept.length ? [{ ...block, inlines: tidyInlines(kept.flat()) }] : []
}
