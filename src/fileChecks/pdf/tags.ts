import type { Drawn, Edges, Tags } from '../asRead.ts'
import { around } from '../boxes.ts'
import { askText, type Engine } from './engine.ts'
import type { OpenPage } from './openPage.ts'

/** Elements of one page: more than this nobody reads. */
const mostElements = 20_000

/** What the tags of a page say of headings and figures. */
export function readTags(engine: Engine, { page }: OpenPage, drawn: Drawn[]): Tags {
  const { pdfium } = engine
  const tags: Tags = { headings: 0, bareFigures: [], areThere: false }
  const tree = pdfium.FPDF_StructTree_GetForPage(page)
  if (tree === 0) return tags
  try {
    const roots = pdfium.FPDF_StructTree_CountChildren(tree)
    const waiting: number[] = []
    for (let index = 0; index < roots; index++)
      waiting.push(pdfium.FPDF_StructTree_GetChildAtIndex(tree, index))
    let left = mostElements
    for (
      let element = waiting.pop();
      element !== undefined && left-- > 0;
      element = waiting.pop()
    ) {
      if (element === 0) continue
      noteElement(engine, element, drawn, tags)
      const children = pdfium.FPDF_StructElement_CountChildren(element)
      for (let index = 0; index < children; index++)
        waiting.push(pdfium.FPDF_StructElement_GetChildAtIndex(element, index))
    }
  } finally {
    pdfium.FPDF_StructTree_Close(tree)
  }
  return tags
}

function noteElement(engine: Engine, element: number, drawn: Drawn[], tags: Tags): void {
  const { pdfium } = engine
  const type = askText(engine, (buffer, bytes) =>
    pdfium.FPDF_StructElement_GetType(element, buffer, bytes),
  )
  if (!type) return
  tags.areThere = true
  if (/^(?:H\d?|Title)$/.test(type)) tags.headings++
  if (type !== 'Figure') return
  const says = (ask: 'GetAltText' | 'GetActualText') =>
    askText(engine, (buffer, bytes) => pdfium[`FPDF_StructElement_${ask}`](element, buffer, bytes))
  if ((says('GetAltText') || says('GetActualText')).trim() === '')
    tags.bareFigures.push(placeOf(engine, element, drawn))
}

/** Where the content of an element is drawn. */
function placeOf({ pdfium }: Engine, element: number, drawn: Drawn[]): Edges | undefined {
  const count = pdfium.FPDF_StructElement_GetMarkedContentIdCount(element)
  const ids = new Set<number>()
  for (let index = 0; index < count; index++)
    ids.add(pdfium.FPDF_StructElement_GetMarkedContentIdAtIndex(element, index))
  const edges = drawn.flatMap((one) =>
    one.contentId !== undefined && ids.has(one.contentId) ? [one.edges] : [],
  )
  return edges.length > 0 ? around(edges) : undefined
}
