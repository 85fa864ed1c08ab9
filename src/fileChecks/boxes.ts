import type { Edges } from './asRead.ts'
import type { Box } from './types.ts'

/** The smallest box around some others. */
export const around = (boxes: Edges[]): Edges =>
  boxes.reduce((whole, box) => [
    Math.min(whole[0], box[0]),
    Math.min(whole[1], box[1]),
    Math.max(whole[2], box[2]),
    Math.max(whole[3], box[3]),
  ])

/** A box as a finding tells it: the part of it that is on the page, cut to four digits. */
export function boxOf([left, top, right, bottom]: Edges): Box {
  const within = (value: number) => Math.round(Math.min(1, Math.max(0, value)) * 10_000) / 10_000
  return {
    left: within(left),
    top: within(top),
    width: within(within(right) - within(left)),
    height: within(within(bottom) - within(top)),
  }
}

/** The part that two boxes share; undefined when they share none. */
export function shared(a: Edges, b: Edges): Edges | undefined {
  const both: Edges = [
    Math.max(a[0], b[0]),
    Math.max(a[1], b[1]),
    Math.min(a[2], b[2]),
    Math.min(a[3], b[3]),
  ]
  return both[0] < both[2] && both[1] < both[3] ? both : undefined
}

export const areaOf = ([left, top, right, bottom]: Edges): number =>
  Math.max(0, right - left) * Math.max(0, bottom - top)

/** How much of a box lies in another one, from 0 to 1. */
export function shareWithin(box: Edges, other: Edges): number {
  const both = shared(box, other)
  const area = areaOf(box)
  return both && area > 0 ? areaOf(both) / area : 0
}
