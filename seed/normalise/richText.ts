import type { Block, Inline } from '../parse/blocks.ts'

/** The editor's document as it is stored: Lexical's serialised state. */
export interface RichText {
  root: RichTextNode
  [key: string]: unknown
}
export interface RichTextNode {
  type: string
  children?: RichTextNode[]
  [key: string]: unknown
}

const element = (type: string, children: RichTextNode[], more: object = {}): RichTextNode => ({
  type,
  version: 1,
  format: '',
  indent: 0,
  direction: 'ltr',
  ...more,
  children,
})

const textNode = (text: string): RichTextNode => ({
  type: 'text',
  version: 1,
  text,
  format: 0,
  style: '',
  mode: 'normal',
  detail: 0,
})

/** Gives the address that a link shall have in the stored text, or undefined to keep its words only. */
export type LinkAddress = (href: string) => string | undefined

const inlineNodes = (inlines: Inline[], addressOf: LinkAddress): RichTextNode[] =>
  inlines.map(({ text, href }) => {
    const url = href && addressOf(href)
    if (!url) return textNode(text)
    const fields = { linkType: 'custom', newTab: false, url }
    return element('link', [textNode(text)], { version: 3, fields })
  })

function blockNode(block: Block, addressOf: LinkAddress): RichTextNode {
  if (block.kind === 'list') {
    const items = block.items.map(({ inlines }, index) =>
      element('listitem', inlineNodes(inlines, addressOf), { value: index + 1 }),
    )
    const listType = block.ordered ? 'number' : 'bullet'
    return element('list', items, { listType, tag: block.ordered ? 'ol' : 'ul', start: 1 })
  }
  const children = inlineNodes(block.inlines, addressOf)
  if (block.kind === 'heading') return element('heading', children, { tag: 'h3' })
  return element('paragraph', children, { textFormat: 0, textStyle: '' })
}

/** Blocks of a page as rich text; null when there are none. Headings within a section become third level. */
export function richText(blocks: Block[], addressOf: LinkAddress): RichText | null {
  if (!blocks.length) return null
  return {
    root: element(
      'root',
      blocks.map((block) => blockNode(block, addressOf)),
    ),
  }
}
