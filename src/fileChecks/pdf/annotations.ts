import type { Annotation, Drawn } from '../asRead.ts'
import { askText, type Engine, floatsAnswered, integersAnswered } from './engine.ts'
import { edgesOf } from './geometry.ts'
import type { OpenPage } from './openPage.ts'

/** The engine's numbers for kinds of annotations. */
const kind = {
  text: 1,
  link: 2,
  freeText: 3,
  line: 4,
  square: 5,
  circle: 6,
  polygon: 7,
  highlight: 9,
  stamp: 13,
  ink: 15,
  popup: 16,
  widget: 20,
  redact: 28,
}

/** Kinds under which a text can disappear. */
const covering = [
  kind.freeText,
  kind.line,
  kind.square,
  kind.circle,
  kind.polygon,
  kind.highlight,
  kind.stamp,
  kind.ink,
  kind.redact,
]

/** Hidden, or not shown on a screen. */
const unseenFlags = 2 | 32

const keys = ['Contents', 'T', 'Subj', 'RC', 'TU', 'V']

/** Annotations on one page: more than this nobody reads. */
const mostAnnotations = 5_000

/** The annotations of a page, and as what is drawn those under which something can disappear. */
export function readAnnotations(
  engine: Engine,
  open: OpenPage,
): { annotations: Annotation[]; covering: Drawn[] } {
  const { pdfium } = engine
  const annotations: Annotation[] = []
  const drawn: Drawn[] = []
  const count = Math.min(mostAnnotations, pdfium.FPDFPage_GetAnnotCount(open.page))
  for (let index = 0; index < count; index++) {
    const address = pdfium.FPDFPage_GetAnnot(open.page, index)
    if (address === 0) continue
    const number = pdfium.FPDFAnnot_GetSubtype(address)
    const annotation = readAnnotation(engine, open, address, number)
    annotations.push(annotation)
    const isSeen = (pdfium.FPDFAnnot_GetFlags(address) & unseenFlags) === 0
    if (isSeen && covering.includes(number))
      drawn.push({
        kind: 'annotation',
        edges: annotation.edges,
        colour: colourOf(engine, address),
        covers: true,
        isInvisible: false,
      })
    pdfium.FPDFPage_CloseAnnot(address)
  }
  return { annotations, covering: drawn }
}

function readAnnotation(
  engine: Engine,
  { toSeen }: OpenPage,
  address: number,
  number: number,
): Annotation {
  const { answer, pdfium } = engine
  const [left, top, right, bottom] = pdfium.FPDFAnnot_GetRect(address, answer)
    ? (floatsAnswered(engine, 4) as [number, number, number, number])
    : [0, 0, 0, 0]
  const texts = keys.flatMap((key) => {
    const text = askText(engine, (buffer, bytes) =>
      pdfium.FPDFAnnot_GetStringValue(address, key, buffer, bytes),
    )
    return text ? [[key, text] as const] : []
  })
  return {
    kind: kindOf(number),
    edges: edgesOf(toSeen, left, bottom, right, top),
    texts: Object.fromEntries(texts),
  }
}

function kindOf(number: number): Annotation['kind'] {
  if (number === kind.redact) return 'redaction'
  if (number === kind.link) return 'link'
  if (number === kind.widget) return 'field'
  return number === kind.popup ? 'other' : 'comment'
}

function colourOf(engine: Engine, address: number): Drawn['colour'] {
  const { answer, pdfium } = engine
  const has = pdfium.FPDFAnnot_GetColor(address, 0, answer, answer + 4, answer + 8, answer + 12)
  return has ? (integersAnswered(engine, 4) as Drawn['colour']) : undefined
}
