import * as cheerio from 'cheerio'
import type { AnyNode, Element } from 'domhandler'

import { type Block, type Inline, looksLikeHeading, textOf, tidyInlines } from './blocks.ts'

const ignored =
  'script,style,template,noscript,svg,iframe,nav,select,input,textarea,form[role=search],[role=navigation],[aria-hidden=true],[aria-label=breadcrumb],[class*=breadcrumb],[class*=skip-link]'
const headings = /^h[1-6]$/
const containers = new Set(
  'address article aside blockquote body center dd details div dl dt fieldset figcaption figure footer header hr html li main ol p pre section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
)

const isElement = (node: AnyNode): node is Element => node.type === 'tag'

const isBlock = (node: AnyNode): boolean =>
  isElement(node) && (containers.has(node.name) || headings.test(node.name))

const holdsBlocks = (node: Element): boolean =>
  node.children.some((child) => isBlock(child) || (isElement(child) && holdsBlocks(child)))

const lineOf = (node: AnyNode): number =>
  node.sourceCodeLocation?.startLine ?? (node.parent ? lineOf(node.parent) : 1)

/** The text and links under a node that holds no blocks of its own. */
function readInlines(node: AnyNode, href?: string): Inline[] {
  if (node.type === 'text') return [{ text: node.data, href }]
  if (!isElement(node)) return []
  if (node.name === 'br') return [{ text: ' ', href }]
  const target = node.name === 'a' ? node.attribs.href?.trim() : undefined
  const own = target && !/^(?:#|javascript:)/i.test(target) ? target : href
  return node.children.flatMap((child) => readInlines(child, own))
}

/** True for a paragraph that is bold from end to end: many sites write their headings so. */
function isBoldThroughout(node: Element): boolean {
  const inner = node.children.filter((child) => child.type !== 'text' || child.data.trim())
  return (
    inner.length > 0 &&
    inner.every((child) => isElement(child) && (child.name === 'strong' || child.name === 'b'))
  )
}

class BlockReader {
  readonly blocks: Block[] = []
  private pending: Inline[] = []
  private pendingLine = 0

  /** Text that stands loose among blocks is a paragraph of its own. */
  private flush(): void {
    const inlines = tidyInlines(this.pending)
    if (inlines.length) this.blocks.push({ kind: 'paragraph', inlines, line: this.pendingLine })
    this.pending = []
  }

  readChildren(node: Element): void {
    let afterBreak = false
    for (const child of node.children) {
      const isBreak = isElement(child) && child.name === 'br'
      if (isBreak && afterBreak) this.flush()
      else if (isBlock(child) || (isElement(child) && holdsBlocks(child))) {
        this.flush()
        this.readBlock(child as Element)
      } else {
        if (!textOf(this.pending).trim()) this.pendingLine = lineOf(child)
        this.pending.push(...readInlines(child))
      }
      afterBreak = isBreak || (afterBreak && child.type === 'text' && !child.data.trim())
    }
    this.flush()
  }

  private readBlock(node: Element): void {
    const line = lineOf(node)
    const inlines = tidyInlines(readInlines(node))
    if (headings.test(node.name)) {
      const level = Number(node.name[1])
      if (inlines.length) this.blocks.push({ kind: 'heading', level, inlines, line })
    } else if (node.name === 'ul' || node.name === 'ol') this.readList(node)
    else if (inlines.length && !holdsBlocks(node) && this.standsAsHeading(node, inlines)) {
      this.blocks.push({ kind: 'heading', inlines, line })
    } else this.readChildren(node)
  }

  private standsAsHeading = (node: Element, inlines: Inline[]): boolean =>
    node.name === 'summary' ||
    node.name === 'dt' ||
    (isBoldThroughout(node) && looksLikeHeading(textOf(inlines)))

  /** A list of plain items stays a list; one whose items hold headings or panels is layout. */
  private readList(node: Element): void {
    const items = node.children.filter(isElement).filter((item) => item.name === 'li')
    const $ = cheerio.load([])
    if (items.some((item) => $(item).find('h1,h2,h3,h4,h5,h6,details').length)) {
      for (const item of items) this.readChildren(item)
      return
    }
    const read = items.flatMap((item) => this.readItem(item))
    if (read.length) {
      this.blocks.push({
        kind: 'list',
        ordered: node.name === 'ol',
        items: read,
        line: lineOf(node),
      })
    }
  }

  /** Lists within an item follow it as items: the page's sentences are kept, their indent is not. */
  private readItem(item: Element): { inlines: Inline[]; line: number }[] {
    const within = new BlockReader()
    within.readChildren(item)
    const own: Inline[] = []
    const nested: { inlines: Inline[]; line: number }[] = []
    for (const block of within.blocks) {
      if (block.kind === 'list') nested.push(...block.items)
      else own.push(...block.inlines, { text: ' ' })
    }
    const inlines = tidyInlines(own)
    return [...(inlines.length ? [{ inlines, line: lineOf(item) }] : []), ...nested]
  }
}

/** The blocks of an HTML page: of its main part if it marks one, else of its body without header and footer. */
export function htmlBlocks(html: string): Block[] {
  const $ = cheerio.load(html, { sourceCodeLocationInfo: true })
  $(ignored).remove()
  const main = $('main,[role=main]').first()
  if (!main.length) $('body > header, body > footer, body > aside').remove()
  const root = main.get(0) ?? $('body').get(0)
  if (!root) return []
  const reader = new BlockReader()
  reader.readChildren(root)
  return reader.blocks.some((block) => block.kind === 'heading' && block.level === 1)
    ? reader.blocks
    : [...titleOutsideMain($), ...reader.blocks]
}

function titleOutsideMain($: cheerio.CheerioAPI): Block[] {
  const title = $('h1').get(0) ?? $('title').get(0)
  const inlines = title ? tidyInlines(readInlines(title)) : []
  return title && inlines.length
    ? [{ kind: 'heading', level: 1, inlines, line: lineOf(title) }]
    : []
}
