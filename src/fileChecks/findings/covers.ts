import type { Edges, PageAsRead } from '../asRead.ts'

/** Cells across and down in which a page is divided to learn quickly what lies over what. */
const across = 240
const down = 320

/** What is this low or narrow, in points of 1/72 inch, is a line and hides nothing. */
const thinnest = 3

/** For a place, the index of what was drawn there last of all that covers; -1 for nothing. */
export type CoverMap = (edges: Edges) => number

/** Divides a page into cells and notes in each what covers it last. */
export function coverMapOf({ drawn, size }: PageAsRead): CoverMap {
  const cells = new Int32Array(across * down).fill(-1)
  const clip = (value: number, extent: number) => Math.min(extent, Math.max(0, Math.round(value)))
  drawn.forEach(({ covers, edges: [left, top, right, bottom] }, index) => {
    const isThin = (right - left) * size[0] < thinnest || (bottom - top) * size[1] < thinnest
    if (!covers || isThin) return
    const [from, to] = [clip(left * across, across), clip(right * across, across)]
    for (let row = clip(top * down, down); row < clip(bottom * down, down); row++)
      cells.fill(index, row * across + from, row * across + to)
  })
  return ([left, top, right, bottom]) => {
    const column = Math.floor(((left + right) / 2) * across)
    const row = Math.floor(((top + bottom) / 2) * down)
    if (column < 0 || row < 0 || column >= across || row >= down) return -1
    return cells[row * across + column]!
  }
}
