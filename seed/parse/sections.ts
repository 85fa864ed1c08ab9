import {
  isNavigation,
  sectionOfHeading,
  sectionOfParagraph,
  type SectionKey,
} from '../words/sections.ts'
import { findReviewTypes } from '../words/reviewTypes.ts'
import { type Block, type HeadingBlock, type Notice, blockText, textOf } from './blocks.ts'
import { type HeadingFacts, looksLikePseudonym, readHeading } from './entryHeading.ts'

/** A part of the page that is no list of reviews, with the blocks that stand in it. */
export interface PageSection {
  key: SectionKey
  heading?: HeadingBlock
  blocks: Block[]
  line: number
}

/** One review as the page lists it: its heading and everything up to the next. */
export interface Entry {
  heading: HeadingBlock
  facts: HeadingFacts
  blocks: Block[]
  line: number
}

/** A page taken apart: nothing of its text is lost, and nothing stands in two places. */
export interface ParsedPage {
  title?: HeadingBlock
  sections: PageSection[]
  entries: Entry[]
  notices: Notice[]
}

class PageReader {
  readonly page: ParsedPage = { sections: [], entries: [], notices: [] }
  private section?: PageSection
  private entry?: Entry
  /** A heading beside the sections' own that no word has assigned yet; its first paragraph may. */
  private unclaimed?: HeadingBlock

  constructor(private readonly blocks: Block[]) {}

  read(): ParsedPage {
    this.blocks.forEach((block, index) => {
      if (block.kind === 'heading') this.readHeading(block, index)
      else if (this.entry) this.entry.blocks.push(block)
      else this.readText(block)
    })
    return this.page
  }

  private sectionNamed(key: SectionKey, line: number): PageSection {
    const known = this.page.sections.find((section) => section.key === key)
    if (known) return known
    const section: PageSection = { key, blocks: [], line }
    this.page.sections.push(section)
    return section
  }

  private readHeading(block: HeadingBlock, index: number): void {
    const isFirst = !this.page.title && !this.page.sections.length && !this.page.entries.length
    if (isFirst && (block.level ?? 1) === 1) {
      this.page.title = block
      return
    }
    const text = textOf(block.inlines)
    const facts = readHeading(text)
    if (this.opensEntry(facts, block, index)) {
      this.entry = { heading: block, facts, blocks: [], line: block.line }
      this.page.entries.push(this.entry)
      this.section = this.sectionNamed('caseReviews', block.line)
      return
    }
    const key = sectionOfHeading(text)
    if (key && !this.isWithinEntry(block)) this.openSection(key, block)
    else this.readSubheading(block)
  }

  /** A heading opens a review when it names one with its type and date, or less where the list already stands. */
  private opensEntry(facts: HeadingFacts, block: HeadingBlock, index: number): boolean {
    const { name, types, date } = facts
    if (!name || this.isWithinEntry(block)) return false
    if (types.length && date) return true
    if (this.section?.key !== 'caseReviews') return false
    const opensSection = sectionOfHeading(textOf(block.inlines)) !== undefined
    if (!opensSection && (types.length > 0 || date)) return true
    return (
      looksLikePseudonym(name) && this.textBelow(index).some((text) => findReviewTypes(text).length)
    )
  }

  private textBelow(index: number): string[] {
    const rest = this.blocks.slice(index + 1)
    const end = rest.findIndex(({ kind }) => kind === 'heading')
    return rest.slice(0, end < 0 ? undefined : end).map(blockText)
  }

  /** Only HTML says by its levels that a heading stands below a review's. */
  private isWithinEntry(block: HeadingBlock): boolean {
    const above = this.entry?.heading.level
    return above !== undefined && block.level !== undefined && block.level > above
  }

  private openSection(key: SectionKey, heading: HeadingBlock): void {
    this.entry = undefined
    const section = this.sectionNamed(key, heading.line)
    if (section.heading) section.blocks.push(heading)
    else section.heading = heading
    this.section = section
  }

  private readSubheading(block: HeadingBlock): void {
    const above = this.entry?.heading.level ?? this.section?.heading?.level
    if (above !== undefined && block.level !== undefined && block.level <= above) {
      this.entry = undefined
      this.unclaimed = block
    }
    if (this.entry) this.entry.blocks.push(block)
    else this.currentSection(block).blocks.push(block)
  }

  private readText(block: Block): void {
    const speaks = block.kind === 'paragraph' && (!this.section?.heading || this.unclaimed)
    const known = speaks ? sectionOfParagraph(blockText(block)) : undefined
    if (known && known !== this.section?.key) this.openSectionByText(known, block)
    else if (this.unclaimed) this.noticeUnclaimed(this.unclaimed)
    this.unclaimed = undefined
    this.currentSection(block).blocks.push(block)
  }

  private openSectionByText(key: SectionKey, block: Block): void {
    const heading = this.takeLastHeading()
    this.section = this.sectionNamed(key, heading?.line ?? block.line)
    if (heading && this.section.heading) this.section.blocks.push(heading)
    else if (heading) this.section.heading = heading
  }

  private noticeUnclaimed({ inlines, line }: HeadingBlock): void {
    const message = `no section is known for the heading “${textOf(inlines)}”; its text is kept where it stands`
    this.page.notices.push({ line, message })
  }

  /** A heading that no word gave away belongs to the section of the paragraph right below it. */
  private takeLastHeading(): HeadingBlock | undefined {
    const last = this.section?.blocks.at(-1)
    if (last?.kind !== 'heading') return undefined
    this.section?.blocks.pop()
    return last
  }

  private currentSection(block: Block): PageSection {
    this.section ??= this.sectionNamed('introduction', block.line)
    return this.section
  }
}

/** Sorts the blocks of a page into its title, its sections and its reviews. */
export const readSections = (blocks: Block[]): ParsedPage =>
  new PageReader(blocks.filter((block) => !isNavigation(blockText(block)))).read()
