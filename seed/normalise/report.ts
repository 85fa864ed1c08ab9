import { type Block, type Inline, type Notice, inlinesOf, textOf } from '../parse/blocks.ts'
import { findAvailability } from '../words/availability.ts'
import { type PageLink, fullAddress, isFetched, isFileLink, linksOf } from './links.ts'
import type { SeedContext } from './types.ts'

const reportWords = /\breport\b|\breview\b|\boverview\b|\bexecutive summary\b|\bdownload\b/i

/** A file that was fetched, or the address to link to instead, or neither. */
export interface Attachment {
  file?: string
  link: string | null
  warnings: Notice[]
}

/** Attaches the first of some links: its file if it could be fetched, else its address, else a warning. */
export function attach(links: PageLink[], context: SeedContext): Attachment {
  const [first] = [...links].sort((a, b) => Number(isFileLink(b.href)) - Number(isFileLink(a.href)))
  if (!first) return { link: null, warnings: [] }
  const fetched = context.files.get(first.href)
  if (isFetched(fetched)) return { file: first.href, link: null, warnings: [] }
  const link = fullAddress(first.href, context.pageAddress) ?? null
  const failure =
    fetched?.failure ??
    (link ? undefined : 'it is relative, and the address of the page is not known')
  if (!failure) return { link, warnings: [] }
  const instead = link ? 'a link stands in its place' : 'nothing stands in its place'
  const message = `“${first.words}” (${first.href}) could not be had: ${failure}; ${instead}`
  return { link, warnings: [{ line: first.line, message }] }
}

/** The links of an entry that lead to its report: files, and links whose words say so. */
export const reportLinks = (blocks: Block[]): PageLink[] =>
  blocks
    .flatMap((block) => linksOf(inlinesOf(block), block.line))
    .filter(({ href, words }) => isFileLink(href) || reportWords.test(words))

/** What is known about the report: where it is, or why there is none, or that the page does not say. */
export interface ReportFacts extends Attachment {
  availability: string
  reason: string | null
}

/**
 * Reads what the sentences of an entry say about its report. What could not be published as stated, because
 * a rule asks for more than the page gives, is left as not stated, with a warning.
 */
export function reportOf(
  blocks: Block[],
  sentences: { inlines: Inline[]; line: number }[],
  isStatutory: boolean,
  context: SeedContext,
): ReportFacts {
  const { file, link, warnings } = attach(reportLinks(blocks), context)
  const stated = sentences
    .map(({ inlines, line }) => ({ inlines, line, says: findAvailability(textOf(inlines)) }))
    .find(({ says }) => says)
  const facts = (availability: string, more: Partial<ReportFacts> = {}): ReportFacts => ({
    availability,
    reason: null,
    file: undefined,
    link: null,
    warnings,
    ...more,
  })
  if (stated?.says === 'nationalRepository') {
    const record = linksOf(stated.inlines, stated.line)
      .map(({ href }) => fullAddress(href, context.pageAddress))
      .find(Boolean)
    if (record) return facts('nationalRepository', { link: record })
  }
  if (file || link) return facts('published', { file, link })
  if (!stated?.says) return facts('notStated')
  if (stated.says === 'onRequest') return facts('onRequest')
  const reason = textOf(stated.inlines).trim()
  if (stated.says === 'delayed') return facts('delayed', { reason })
  if (stated.says === 'notPublished' && !isStatutory) return facts('notPublished', { reason })
  const missing =
    stated.says === 'notPublished'
      ? 'that the report is not published, but no improvements in its place'
      : 'that the report is in the national repository, but gives no link to it'
  const message = `the text says ${missing}; its availability is left as not stated`
  return facts('notStated', { warnings: [...warnings, { line: stated.line, message }] })
}
