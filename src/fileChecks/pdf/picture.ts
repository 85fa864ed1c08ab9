import type { Picture } from '../asRead.ts'
import { type Engine, memoryOf } from './engine.ts'
import type { OpenPage } from './page.ts'

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

/** The page as a reader sees it: blue, green, red and an unused byte for each point. */
export function drawBitmap(engine: Engine, open: OpenPage, across?: number): Uint8Array {
  const { pdfium } = engine
  const [width, height] = extentOf(open, across)
  const bitmap = pdfium.FPDFBitmap_CreateEx(width, height, bitmapFormat, 0, 0)
  if (bitmap === 0) return new Uint8Array(width * height * bytesPerPoint).fill(255)
  try {
    pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, white)
    pdfium.FPDF_RenderPageBitmap(bitmap, open.page, 0, 0, width, height, 0, withAnnotations)
    const start = pdfium.FPDFBitmap_GetBuffer(bitmap)
    return memoryOf(engine).HEAPU8.slice(start, start + width * height * bytesPerPoint)
  } finally {
    pdfium.FPDFBitmap_Destroy(bitmap)
  }
}

export const brightness = (open: OpenPage, bitmap: Uint8Array): Picture =>
  eachPoint(open, (at) => (bitmap[at]! + 6 * bitmap[at + 1]! + 3 * bitmap[at + 2]!) / 10)

/** The largest difference of a colour, point by point. */
export const difference = (open: OpenPage, before: Uint8Array, after: Uint8Array): Picture =>
  eachPoint(open, (at) =>
    Math.max(
      Math.abs(before[at]! - after[at]!),
      Math.abs(before[at + 1]! - after[at + 1]!),
      Math.abs(before[at + 2]! - after[at + 2]!),
    ),
  )

function eachPoint(open: OpenPage, valueAt: (at: number) => number): Picture {
  const [width, height] = extentOf(open)
  const points = new Uint8Array(width * height)
  for (let index = 0; index < points.length; index++) points[index] = valueAt(index * bytesPerPoint)
  return { width, height, points }
}
