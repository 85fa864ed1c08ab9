import { type Engine, integersAnswered } from './engine.ts'
import type { Matrix } from './geometry.ts'

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
