import type { Edges, PageAsRead } from '../asRead.ts'
import { around, boxOf } from '../boxes.ts'
import { findPrivateNames } from '../privateNames/index.ts'
import { type Finding, finding, type PrivateName } from '../types.ts'
import { edgesAt } from './hiddenText.ts'

/** A text of a file that is not on one of its pages, with the place that a finding names. */
export interface PlacedText {
  place: string
  text: string
}

/** Between texts that have nothing to do with each other: no name reaches across it. */
const divider = '\n•\n'

/** Private names on a page, with the place of each where it begins. */
export function privateNamesOnPage(page: PageAsRead, names: PrivateName[]): Finding[] {
  const inText = findPrivateNames(page.text, names).map(({ end, index, kind, start }) =>
    finding('PRIVATE_NAME', {
      page: page.number,
      box: boxOf(firstLine(page, start, end)),
      values: { kind, entry: index + 1 },
    }),
  )
  const inAnnotations = page.annotations.flatMap(({ edges, kind, texts }) =>
    findPrivateNames(Object.values(texts).join(divider), names).map((match) =>
      finding('PRIVATE_NAME', {
        page: page.number,
        box: boxOf(edges),
        place: kind === 'field' ? 'form field' : 'comment',
        values: { kind: match.kind, entry: match.index + 1 },
      }),
    ),
  )
  return [...inText, ...once(inAnnotations)]
}

/** Private names elsewhere in a file. Each name is told once for each place. */
export function privateNamesInTexts(texts: PlacedText[], names: PrivateName[]): Finding[] {
  if (names.length === 0) return []
  const byPlace = new Map<string, string[]>()
  for (const { place, text } of texts) {
    const parts = byPlace.get(place)
    if (parts) parts.push(text)
    else byPlace.set(place, [text])
  }
  return once(
    [...byPlace].flatMap(([place, parts]) =>
      findPrivateNames(parts.join(divider), names).map(({ index, kind }) =>
        finding('PRIVATE_NAME', { place, values: { kind, entry: index + 1 } }),
      ),
    ),
  )
}

/** Without those that say the same again. */
export const once = (findings: Finding[]): Finding[] => [
  ...new Map(findings.map((found) => [JSON.stringify(found), found])).values(),
]

/** The box around the characters that stand on the line of the first of them. */
function firstLine(page: PageAsRead, start: number, end: number): Edges {
  const first = edgesAt(page, start)
  const boxes: Edges[] = []
  for (let index = start; index < end; index++) {
    const edges = edgesAt(page, index)
    const isOnLine = edges[1] < first[3] && edges[3] > first[1]
    if (isOnLine && page.drawnBy[index]! >= 0) boxes.push(edges)
  }
  return boxes.length > 0 ? around(boxes) : first
}
