import { type Block, type Inline, type ListBlock, textOf, tidyInlines } from '../parse/blocks.ts'

const segmenter = new Intl.Segmenter('en-GB', { granularity: 'sentence' })
const abbreviation = /(?:^|\s)(?:Mr|Mrs|Ms|Dr|St|Prof|No|vs|etc|e\.g|i\.e|cf|approx)\.\s*$/

/** The sentences of a text, with their places; an abbreviation's full stop ends none. */
function sentenceRanges(text: string): { start: number; end: number }[] {
  const ranges: { start: number; end: number }[] = []
  for (const { segment, index } of segmenter.segment(text)) {
    const end = index + segment.length
    const before = ranges.at(-1)
    if (before && abbreviation.test(text.slice(before.start, before.end))) before.end = end
    else ranges.push({ start: index, end })
  }
  return ranges
}

function slice(inlines: Inline[], start: number, end: number): Inline[] {
  let offset = 0
  const cut = inlines.map((inline) => {
    const text = inline.text.slice(Math.max(0, start - offset), Math.max(0, end - offset))
    offset += inline.text.length
    return { ...inline, text }
  })
  return cut.filter(({ text }) => text)
}

/** Cuts a paragraph into its sentences; links stay with their words. */
export const splitSentences = (inlines: Inline[]): Inline[][] =>
  sentenceRanges(textOf(inlines)).map(({ start, end }) => slice(inlines, start, end))

/**
 * Shares blocks out by what each sentence (or item of a list) says, so that every sentence goes to one place
 * only and neighbours of the same place stay one paragraph or list.
 */
export function shareOut<Place extends string>(
  blocks: Block[],
  placeOf: (sentence: Inline[]) => Place,
): Map<Place, Block[]> {
  const shared = new Map<Place, Block[]>()
  const add = (place: Place, block: Block): void => {
    shared.set(place, [...(shared.get(place) ?? []), block])
  }
  for (const block of blocks) {
    if (block.kind === 'list') {
      for (const [place, items] of runs(block.items, ({ inlines }) => placeOf(inlines))) {
        add(place, { ...block, items, line: items[0]!.line } satisfies ListBlock)
      }
    } else if (block.kind === 'heading') add(placeOf(block.inlines), block)
    else {
      for (const [place, sentences] of runs(splitSentences(block.inlines), placeOf)) {
        add(place, { ...block, inlines: tidyInlines(sentences.flat()) })
      }
    }
  }
  return shared
}

/** Neighbours that go to the same place, together. */
function runs<Part, Place>(parts: Part[], placeOf: (part: Part) => Place): [Place, Part[]][] {
  const found: [Place, Part[]][] = []
  for (const part of parts) {
    const place = placeOf(part)
    const last = found.at(-1)
    if (last?.[0] === place) last[1].push(part)
    else found.push([place, [part]])
  }
  return found
}
