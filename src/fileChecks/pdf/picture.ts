import type { Picture } from '../asRead.ts'
import { type Engine, EngineMemoryError, memoryOf } from './engine.ts'
import type { OpenPage } from './openPage.ts'

/** Points of a picture for each point of 1/72 inch: letters of a footnote have a few of them. */
const finePerPoint = 1.5

/** However large a page says it is, its picture has no more points. */
const mostPoints = 4_000_000

/** Draw annotations, too. */
const withAnnotations = 1

/** Blue, green, red and one unused byte. */
const bytesPerPoint = 4
const bitmapFormat = 3

const white = 0xff_ff_ff_ff

/** How many points a picture of the page has across and down. */
export function extentOf({ size: [width, height] }: OpenPage, across?: number): [number, number] {
  const ratio = Math.max(height, 1) / Math.max(width, 1)
  const fine = across ?? Math.max(width, 1) * finePerPoint
  const bounded = Math.min(fine, Math.sqrt(mostPoints / ratio))
  return [Math.max(1, Math.round(bounded)), Math.max(1, Math.round(bounded * ratio))]
}

/** Blue, green, red and an unused byte for each point. */
export interface Bitmap {
  width: number
  height: number
  bytes: Uint8Array<ArrayBuffer>
}

/** The page as a reader sees it. */
export function drawBitmap(engine: Engine, open: OpenPage, across?: number): Bitmap {
  const { pdfium } = engine
  const [width, height] = extentOf(open, across)
  const size = width * height * bytesPerPoint
  const bitmap = pdfium.FPDFBitmap_CreateEx(width, height, bitmapFormat, 0, 0)
  if (bitmap === 0) throw new EngineMemoryError('The engine has no memory for a picture')
  try {
    pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, white)
    pdfium.FPDF_RenderPageBitmap(bitmap, open.page, 0, 0, width, height, 0, withAnnotations)
    const start = pdfium.FPDFBitmap_GetBuffer(bitmap)
    return { width, height, bytes: memoryOf(engine).HEAPU8.slice(start, start + size) }
  } finally {
    pdfium.FPDFBitmap_Destroy(bitmap)
  }
}

export function brightness({ bytes, height, width }: Bitmap): Picture {
  const points = new Uint8Array(width * height)
  for (let index = 0, at = 0; index < points.length; index++, at += bytesPerPoint)
    points[index] = (bytes[at]! + 6 * bytes[at + 1]! + 3 * bytes[at + 2]!) / 10
  return { width, height, points }
}

/** The largest difference of a colour, point by point. */
export function difference({ bytes: a, height, width }: Bitmap, { bytes: b }: Bitmap): Picture {
  const points = new Uint8Array(width * height)
  const [wholeA, wholeB] = [new Uint32Array(a.buffer), new Uint32Array(b.buffer)]
  for (let index = 0; index < points.length; index++) {
    if (wholeA[index] === wholeB[index]) continue
    const at = index * bytesPerPoint
    points[index] = Math.max(
      Math.abs(a[at]! - b[at]!),
      Math.abs(a[at + 1]! - b[at + 1]!),
      Math.abs(a[at + 2]! - b[at + 2]!),
    )
  }
  return { width, height, points }
}
