import type { Edges, PageAsRead } from '../asRead.ts'
import { around, boxOf } from '../boxes.ts'
import { findNameParts, findPrivateNames, type PrivateNameMatch } from '../privateNames/index.ts'
import { type Finding, finding, type FindingCode, type PrivateName } from '../types.ts'
import { edgesAt } from './hiddenText.ts'

/** A text of a file that is not on one of its pages, with the place that a finding names. */
export interface PlacedText {
  place: string
  text: string
}

/** Between texts that have nothing to do with each other: no name reaches across it. */
const divider = '\n•\n'

/** Private names on a page, with the place of each where it begins, and first or last names by themselves. */
export function privateNamesOnPage(page: PageAsRead, names: PrivateName[]): Finding[] {
  const found = (code: FindingCode) => (match: PrivateNameMatch) =>
    finding(code, {
      page: page.number,
      box: boxOf(firstLine(page, match.start, match.end)),
      values: { kind: match.kind, entry: match.index + 1 },
    })
  const inText = [
    ...findPrivateNames(page.text, names).map(found('PRIVATE_NAME')),
    ...findNameParts(page.text, names).map(found('PRIVATE_NAME_PART')),
  ]
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
      matchesIn(parts.join(divider), names).map(({ code, index, kind }) =>
        finding(code, { place, values: { kind, entry: index + 1 } }),
      ),
    ),
  )
}

function matchesIn(text: string, names: PrivateName[]) {
  const whole = findPrivateNames(text, names)
  const parts = findNameParts(text, names)
  return [
    ...whole.map((match) => ({ ...match, code: 'PRIVATE_NAME' as const })),
    ...parts.map((match) => ({ ...match, code: 'PRIVATE_NAME_PART' as const })),
  ]
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
