import { type Block, type Inline, type ListBlock, looksLikeHeading, tidyInlines } from './blocks.ts'

const bullet = /^\s*(?:[•·▪◦‣●*–-]|(?<number>\d{1,2}[.)]))\s+(?=\S)/

/** Addresses are the only links that survive copying a page as text. */
function linkAddresses(text: string): Inline[] {
  const inlines: Inline[] = []
  let last = 0
  for (const match of text.matchAll(/https?:\/\/[^\s<>()"“”]+[^\s<>()"“”.,;:!?]/g)) {
    inlines.push({ text: text.slice(last, match.index) }, { text: match[0], href: match[0] })
    last = match.index + match[0].length
  }
  return tidyInlines([...inlines, { text: text.slice(last) }])
}

/** The blocks of a page as a browser copies it: a line is a paragraph, a heading or an item of a list. */
export function textBlocks(text: string): Block[] {
  const blocks: Block[] = []
  let list: ListBlock | undefined
  text.split(/\r\n|\r|\n/).forEach((raw, index) => {
    const line = index + 1
    if (!raw.trim()) return
    const mark = bullet.exec(raw)
    const inlines = linkAddresses(mark ? raw.slice(mark[0].length) : raw)
    if (mark) {
      const ordered = Boolean(mark.groups?.number)
      if (list?.ordered !== ordered) {
        list = { kind: 'list', ordered, items: [], line }
        blocks.push(list)
      }
      list.items.push({ inlines, line })
      return
    }
    list = undefined
    const kind = looksLikeHeading(raw.trim()) ? 'heading' : 'paragraph'
    blocks.push({ kind, inlines, line })
  })
  return blocks
}
