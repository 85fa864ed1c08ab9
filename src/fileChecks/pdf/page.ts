import type { Colour, Drawn, Edges, PageAsRead } from '../asRead.ts'
import { readAnnotations } from './annotations.ts'
import {
  allocate,
  directly,
  type Engine,
  floatsAnswered,
  integersAnswered,
  memoryOf,
  release,
} from './engine.ts'
import { edgesOf, identity, type Matrix, times } from './geometry.ts'
import { type Bitmap, brightness, difference, drawBitmap } from './picture.ts'
import { readTags } from './tags.ts'

/** What the engine calls the kinds of what is drawn. */
const kinds = { 1: 'text', 2: 'shape', 3: 'image', 4: 'shape', 5: 'group' } as const

/** Drawn things on one page: more than this nobody looks at. */
const mostDrawn = 100_000

/** Groups inside of groups. */
const deepest = 12

/** A line as thick as this, in points, can hide a word. */
const thickLine = 5

/** An opened page of an opened document, with the addresses by which the engine knows them. */
export interface OpenPage {
  document: number
  page: number
  index: number
  toSeen: Matrix
  size: [number, number]
}

/** Opens a page, hands it over and closes it again; undefined when it cannot be opened. */
export function withPage<Result>(
  engine: Engine,
  document: number,
  index: number,
  use: (page: OpenPage) => Result,
): Result | undefined {
  const { pdfium } = engine
  const page = pdfium.FPDF_LoadPage(document, index)
  if (page === 0) return undefined
  try {
    const size: [number, number] = [
      pdfium.FPDF_GetPageWidthF(page),
      pdfium.FPDF_GetPageHeightF(page),
    ]
    return use({ document, page, index, size, toSeen: seenMatrix(engine, page) })
  } finally {
    pdfium.FPDF_ClosePage(page)
  }
}

/** How a place in the file's units becomes a fraction of the page as seen, rotation and crop included. */
function seenMatrix(engine: Engine, page: number): Matrix {
  const { answer, pdfium } = engine
  const fine = 1_000_000
  const seen = (x: number, y: number): [number, number] => {
    pdfium.FPDF_PageToDevice(page, 0, 0, fine, fine, 0, x, y, answer, answer + 4)
    const [left, top] = integersAnswered(engine, 2)
    return [left! / fine, top! / fine]
  }
  const [e, f] = seen(0, 0)
  const [right, below] = [seen(1000, 0), seen(0, 1000)]
  return [
    (right[0] - e) / 1000,
    (right[1] - f) / 1000,
    (below[0] - e) / 1000,
    (below[1] - f) / 1000,
    e,
    f,
  ]
}

interface Found {
  drawn: Drawn[]
  addresses: number[]
}

/** Reads a page: what is drawn on it, its text, its annotations and its tags. */
export function readPage(engine: Engine, open: OpenPage): PageAsRead {
  const { pdfium } = engine
  const found: Found = { drawn: [], addresses: [] }
  const count = pdfium.FPDFPage_CountObjects(open.page)
  const get = (index: number) => pdfium.FPDFPage_GetObject(open.page, index)
  readDrawn(engine, count, get, open.toSeen, found, 0)
  const letters = readLetters(engine, open, found)
  const { annotations, covering } = readAnnotations(engine, open)
  const drawn = [...found.drawn, ...covering]
  let bitmap: Bitmap | undefined
  const seen = () => (bitmap ??= drawBitmap(engine, open))
  return {
    number: open.index + 1,
    size: open.size,
    ...letters,
    drawn,
    annotations,
    tags: readTags(engine, open, found.drawn),
    look: () => brightness(seen()),
    differenceWithout: (indices) => {
      const before = seen()
      const addresses = indices.flatMap((index) => found.addresses[index] ?? [])
      for (const address of addresses) pdfium.FPDFPageObj_SetIsActive(address, false)
      try {
        return difference(before, drawBitmap(engine, open))
      } finally {
        for (const address of addresses) pdfium.FPDFPageObj_SetIsActive(address, true)
      }
    },
  }
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
  for (let index = 0; index < count && found.drawn.length < mostDrawn; index++) {
    const address = get(index)
    const kind = kinds[directly(engine).FPDFPageObj_GetType(address) as keyof typeof kinds]
    if (kind === 'group') {
      if (depth >= deepest) continue
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

/** The characters of a page in the order in which one reads them. */
function readLetters(
  engine: Engine,
  { page, toSeen }: OpenPage,
  { addresses, drawn }: Found,
): Pick<PageAsRead, 'text' | 'edges' | 'drawnBy'> {
  const { pdfium } = engine
  const textPage = pdfium.FPDFText_LoadPage(page)
  if (textPage === 0) return { text: '', edges: new Float32Array(), drawnBy: new Int32Array() }
  const indexOf = new Map(addresses.map((address, index) => [address, index]))
  const { FPDFText_GetCharBox, FPDFText_GetTextObject, FPDFText_GetUnicode } = directly(engine)
  const room = allocate(engine, 32)
  try {
    const count = Math.max(0, pdfium.FPDFText_CountChars(textPage))
    const edges = new Float32Array(count * 4)
    const drawnBy = new Int32Array(count)
    const characters: string[] = []
    for (let index = 0; index < count; index++) {
      characters.push(characterOf(FPDFText_GetUnicode(textPage, index)))
      drawnBy[index] = indexOf.get(FPDFText_GetTextObject(textPage, index)) ?? -1
      if (FPDFText_GetCharBox(textPage, index, room, room + 8, room + 16, room + 24)) {
        const { HEAPF64: memory } = memoryOf(engine)
        const at = room / 8
        const [left, right] = [memory[at]!, memory[at + 1]!]
        const [bottom, top] = [memory[at + 2]!, memory[at + 3]!]
        const own = edgesOf(toSeen, left, bottom, right, top)
        const whole = drawn[drawnBy[index]!]?.edges
        edges.set(whole && !isCentreWithin(own, whole) ? whole : own, index * 4)
      }
    }
    return { text: characters.join(''), edges, drawnBy }
  } finally {
    release(engine, room)
    pdfium.FPDFText_ClosePage(textPage)
  }
}

/**
 * The letters of a ligature inside of a group have their places in the group’s own units, which is a mistake of
 * the engine: what they were drawn with tells better where they are.
 */
const isCentreWithin = (own: Edges, whole: Edges): boolean => {
  const [x, y] = [(own[0] + own[2]) / 2, (own[1] + own[3]) / 2]
  const margin = 0.005
  return (
    x > whole[0] - margin && x < whole[2] + margin && y > whole[1] - margin && y < whole[3] + margin
  )
}

/** One character for each that the engine counts; a hyphen at the end of a line becomes a soft one. */
function characterOf(code: number): string {
  if (code === 2 || code === 0xfffe) return '\u00AD'
  if (code === 0 || code > 0xffff) return '\uFFFD'
  return String.fromCharCode(code)
}
