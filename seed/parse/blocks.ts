/** A stretch of text, with the address it links to as the page writes it. */
export interface Inline {
  text: string
  href?: string
}

/** What a page consists of, whatever its markup. Every block knows its line in the source. */
export interface HeadingBlock {
  kind: 'heading'
  /** The level that HTML states; copied text states none. */
  level?: number
  inlines: Inline[]
  line: number
}
export interface ParagraphBlock {
  kind: 'paragraph'
  inlines: Inline[]
  line: number
}
export interface ListBlock {
  kind: 'list'
  ordered: boolean
  items: { inlines: Inline[]; line: number }[]
  line: number
}
export type Block = HeadingBlock | ListBlock | ParagraphBlock

/** Something the person who seeds should know, at a line of the page. */
export interface Notice {
  line: number
  message: string
}

export const textOf = (inlines: Inline[]): string => inlines.map(({ text }) => text).join('')

export const blockText = (block: Block): string =>
  block.kind === 'list'
    ? block.items.map(({ inlines }) => textOf(inlines)).join('\n')
    : textOf(block.inlines)

/** All stretches of text of a block, of every item if it is a list. */
export const inlinesOf = (block: Block): Inline[] =>
  block.kind === 'list' ? block.items.flatMap(({ inlines }) => inlines) : block.inlines

/** Single spaces within and between, none at the ends; neighbours with the same link become one. */
export function tidyInlines(inlines: Inline[]): Inline[] {
  const tidy: Inline[] = []
  for (const { text, href } of inlines) {
    const before = tidy.at(-1)
    const single = text.replace(/\s+/g, ' ')
    const words = !before || before.text.endsWith(' ') ? single.replace(/^ /, '') : single
    if (!words) continue
    if (before && before.href === href) before.text += words
    else tidy.push({ text: words, ...(href && { href }) })
  }
  const last = tidy.at(-1)
  if (last) last.text = last.text.replace(/ $/, '')
  return tidy.filter(({ text }) => text)
}

/**
 * Whether a line stands as a heading where nothing marks it as one: short, no sentence, no lead-in to what
 * follows.
 */
export const looksLikeHeading = (text: string): boolean =>
  text.length <= 120 &&
  text.split(/\s+/).length <= 16 &&
  /^[\p{Lu}\d‘’“”'"`]/u.test(text) &&
  !/[.:;,?!–—-]$/.test(text)
