import { type Block, blockText, inlinesOf, textOf } from '../parse/blocks.ts'
import type { PageSection, ParsedPage } from '../parse/sections.ts'
import { sameName } from '../words/names.ts'
import { type PageLink, linksOf } from './links.ts'
import { attach } from './report.ts'
import type { FrameworkKind, SeedContext, SeedFrameworkDocument } from './types.ts'

/** A framework document as the page mentions it. */
interface Mention {
  kind: FrameworkKind
  title: string
  edition?: string
  line: number
  links: PageLink[]
}

const allBlocks = ({ title, sections, entries }: ParsedPage): Block[] => [
  ...(title ? [title] : []),
  ...[...sections, ...entries].flatMap(({ heading, blocks }) => [
    ...(heading ? [heading] : []),
    ...blocks,
  ]),
]

const blocksOf = ({ heading, blocks }: PageSection): Block[] => [
  ...(heading ? [heading] : []),
  ...blocks,
]

const linksIn = (blocks: Block[]): PageLink[] =>
  blocks.flatMap((block) => linksOf(inlinesOf(block), block.line))

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** The first phrase in some blocks that one of the patterns finds, the most telling pattern first. */
function findPhrase(
  blocks: Block[],
  patterns: RegExp[],
): { words: string; line: number } | undefined {
  for (const pattern of patterns) {
    for (const block of blocks) {
      const words = pattern.exec(blockText(block))?.[1]
      if (words) return { words: words.replace(/\s+/g, ' ').trim(), line: block.line }
    }
  }
  return undefined
}

function localGuidance(section: PageSection): Mention {
  const blocks = blocksOf(section)
  const phrase = findPhrase(blocks, [
    /\b(local (?:practice )?guidance (?:for|on|about) [\p{L} -]*?reviews?)\b/iu,
    /\b(local (?:practice )?guidance)\b/i,
  ])
  return {
    kind: 'localGuidance',
    title: capitalised(phrase?.words ?? 'Local guidance for undertaking reviews'),
    line: phrase?.line ?? section.line,
    links: linksIn(blocks),
  }
}

function learningFramework(section: PageSection): Mention {
  const blocks = blocksOf(section)
  const phrase = findPhrase(blocks, [
    /\b(?:developed|published|maintains|has) (?:a|an|our|its|the) (Learning (?:and|&) Improvement Framework)\b/,
    /\b(Learning (?:and|&) Improvement Framework)\b/,
  ])
  return {
    kind: 'learningAndImprovementFramework',
    title: phrase?.words ?? 'Learning and Improvement Framework',
    line: phrase?.line ?? section.line,
    links: linksIn(blocks),
  }
}

function nationalRepository(section: PageSection): Mention {
  const blocks = blocksOf(section)
  const title = section.heading && textOf(section.heading.inlines)
  return {
    kind: 'nationalRepository',
    title: title ?? 'National repository of published case reviews',
    line: section.line,
    links: linksIn(blocks),
  }
}

const workingTogether = /\bWorking Together(?: to Safeguard Children)?(?:[ ,(]+(?<year>20\d\d))?/g

/** The statutory guidance, once for each edition that the page names, under its fullest title. */
function statutoryGuidance(page: ParsedPage): Mention[] {
  const found = allBlocks(page).flatMap((block) =>
    [...blockText(block).matchAll(workingTogether)].map((match) => ({
      title: match[0].replace(/[ ,(]+/g, ' '),
      edition: match.groups?.year,
      line: block.line,
    })),
  )
  const editions = [...new Set(found.map(({ edition }) => edition))]
  const named = editions.filter((edition) => edition !== undefined)
  const links = linksIn(allBlocks(page)).filter(({ words }) => words.includes('Working Together'))
  return (named.length ? named : editions).map((edition) => {
    const mentions = found.filter((mention) => mention.edition === edition)
    const [fullest] = [...mentions].sort((a, b) => b.title.length - a.title.length)
    return {
      kind: 'statutoryGuidance',
      title: fullest!.title,
      edition,
      line: mentions[0]!.line,
      links: links.filter(({ words }) => !edition || named.length === 1 || words.includes(edition)),
    }
  })
}

/** The documents that frame the work, as far as the page speaks of them. */
export function normaliseFrameworkDocuments(
  page: ParsedPage,
  context: SeedContext,
): SeedFrameworkDocument[] {
  const section = (key: string) => page.sections.filter((section) => section.key === key)
  const mentions = [
    ...section('localGuidance').map(localGuidance),
    ...section('learningAndImprovementFramework').map(learningFramework),
    ...statutoryGuidance(page),
    ...section('nationalRepository').map(nationalRepository),
  ]
  return mentions.map(({ kind, title, edition, line, links }) => {
    const { file, link, warnings } = attach(links, context)
    const previouslyPublishedAt =
      context.pageAddress ?? `Seeded from the saved page ${context.pageName}`
    return {
      kind: 'framework-document',
      key: `framework-document:${sameName(title)}`,
      line,
      warnings,
      ...(file && { file }),
      values: { title, kind, previouslyPublishedAt, edition: edition ?? null, link },
    }
  })
}
