import type { Edges, PageAsRead } from '../asRead.ts'
import type { Found } from './drawn.ts'
import { allocate, directly, type Engine, memoryOf, release } from './engine.ts'
import { edgesOf } from './geometry.ts'
import type { OpenPage } from './openPage.ts'

/** The characters of a page in the order in which one reads them. */
export function readLetters(
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
