import type { Colour, Drawn } from '../asRead.ts'
import { directly, type Engine, floatsAnswered, integersAnswered } from './engine.ts'
import { edgesOf, identity, type Matrix, times } from './geometry.ts'
import type { OpenPage } from './openPage.ts'

/** What the engine calls the kinds of what is drawn. */
const kinds = { 1: 'text', 2: 'shape', 3: 'image', 4: 'shape', 5: 'group' } as const

/** Drawn things on one page: more than this nobody looks at. */
const mostDrawn = 100_000

/** Groups inside of groups. */
const deepest = 12

/** A line as thick as this, in points, can hide a word. */
const thickLine = 5

/** What is drawn on a page, in its order, with the addresses by which the engine knows it. */
export interface Found {
  drawn: Drawn[]
  addresses: number[]
  /** There was more than is read. */
  isCut: boolean
}

/** Reads what is drawn on a page, that in groups too. */
export function readAllDrawn(engine: Engine, { page, toSeen }: OpenPage): Found {
  const { pdfium } = engine
  const found: Found = { drawn: [], addresses: [], isCut: false }
  const count = pdfium.FPDFPage_CountObjects(page)
  readDrawn(engine, count, (index) => pdfium.FPDFPage_GetObject(page, index), toSeen, found, 0)
  return found
}

function readDrawn(
  engine: Engine,
  count: number,
  get: (index: number) => number,
  toSeen: Matrix,
  found: Found,
  depth: number,
): void {
  const { pdfium } = engine
  for (let index = 0; index < count && !found.isCut; index++) {
    found.isCut = found.drawn.length >= mostDrawn || depth > deepest
    const address = get(index)
    const kind = kinds[directly(engine).FPDFPageObj_GetType(address) as keyof typeof kinds]
    if (kind === 'group') {
      const inner = pdfium.FPDFPageObj_GetMatrix(address, engine.answer)
        ? (floatsAnswered(engine, 6) as Matrix)
        : identity
      readDrawn(
        engine,
        pdfium.FPDFFormObj_CountObjects(address),
        (child) => pdfium.FPDFFormObj_GetObject(address, child),
        times(inner, toSeen),
        found,
        depth + 1,
      )
    } else if (kind) {
      found.drawn.push(readOne(engine, address, kind, toSeen))
      found.addresses.push(address)
    }
  }
}

function readOne(
  engine: Engine,
  address: number,
  kind: 'text' | 'shape' | 'image',
  toSeen: Matrix,
): Drawn {
  const { answer, pdfium } = engine
  const [left, bottom, right, top] = directly(engine).FPDFPageObj_GetBounds(
    address,
    answer,
    answer + 4,
    answer + 8,
    answer + 12,
  )
    ? (floatsAnswered(engine, 4) as [number, number, number, number])
    : [0, 0, 0, 0]
  const { colour, covers } =
    kind === 'shape' ? readPaint(engine, address) : { colour: undefined, covers: kind === 'image' }
  const contentId = pdfium.FPDFPageObj_GetMarkedContentID(address)
  const mode = kind === 'text' ? pdfium.FPDFTextObj_GetTextRenderMode(address) : 0
  return {
    kind,
    edges: edgesOf(toSeen, left, bottom, right, top),
    colour: kind === 'text' ? colourOf(engine, address, mode === 1 ? 'Stroke' : 'Fill') : colour,
    covers,
    isInvisible: mode === 3 || mode === 7,
    ...(contentId >= 0 && { contentId }),
  }
}

/** How a shape is painted. Shadings have no fill of their own, and cover all the same. */
function readPaint(engine: Engine, address: number): Pick<Drawn, 'colour' | 'covers'> {
  const { answer, pdfium } = engine
  if (pdfium.FPDFPageObj_GetType(address) !== 2) return { covers: true }
  if (!pdfium.FPDFPath_GetDrawMode(address, answer, answer + 4)) return { covers: false }
  const [fills, strokes] = integersAnswered(engine, 2)
  if (fills) {
    const colour = colourOf(engine, address, 'Fill')
    return { colour, covers: !colour || colour[3] > 40 }
  }
  if (!strokes || !pdfium.FPDFPageObj_GetStrokeWidth(address, answer)) return { covers: false }
  const isThick = floatsAnswered(engine, 1)[0]! >= thickLine
  return { colour: colourOf(engine, address, 'Stroke'), covers: isThick }
}

function colourOf(engine: Engine, address: number, paint: 'Fill' | 'Stroke'): Colour | undefined {
  const { answer, pdfium } = engine
  const ask = paint === 'Fill' ? pdfium.FPDFPageObj_GetFillColor : pdfium.FPDFPageObj_GetStrokeColor
  return ask(address, answer, answer + 4, answer + 8, answer + 12)
    ? (integersAnswered(engine, 4) as Colour)
    : undefined
}
