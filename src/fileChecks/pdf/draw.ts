import type { DrawTask } from '../task.ts'
import type { Box } from '../types.ts'
import { openDocument } from './document.ts'
import { place, startEngine } from './engine.ts'
import { withPage } from './openPage.ts'
import { type Bitmap, drawBitmap } from './picture.ts'
import { encodePNG } from './png.ts'

/** Blue, green and red of a mark, and how thick its frame is in points of the picture. */
const markColour = [0x1c, 0x35, 0xd4] as const
const thickness = 3

/** A page with frames around places, as PNG; undefined when it cannot be drawn. */
export async function drawMarkedPage({
  bytes,
  limits,
  marks,
  page,
  width,
}: DrawTask): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const engine = await startEngine(limits.megabytes)
  const document = openDocument(engine, place(engine, bytes), bytes.length)
  if (typeof document !== 'number') return undefined
  return withPage(engine, document, page - 1, (open) => {
    const bitmap = drawBitmap(engine, open, width)
    for (const mark of marks) frame(bitmap, mark)
    return encodePNG(bitmap)
  })
}

/** Draws a frame just outside of a place, so that what is there can still be read. */
function frame({ bytes, height: down, width: across }: Bitmap, box: Box): void {
  const [left, top] = [Math.floor(box.left * across), Math.floor(box.top * down)]
  const right = Math.ceil((box.left + box.width) * across)
  const bottom = Math.ceil((box.top + box.height) * down)
  const fill = (x0: number, y0: number, x1: number, y1: number) => {
    for (let y = Math.max(0, y0); y < Math.min(down, y1); y++)
      for (let x = Math.max(0, x0); x < Math.min(across, x1); x++)
        bytes.set(markColour, (y * across + x) * 4)
  }
  fill(left - thickness, top - thickness, right + thickness, top)
  fill(left - thickness, bottom, right + thickness, bottom + thickness)
  fill(left - thickness, top, left, bottom)
  fill(right, top, right + thickness, bottom)
}
