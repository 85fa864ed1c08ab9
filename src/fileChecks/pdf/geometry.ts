import type { Edges } from '../asRead.ts'

/** From a place in the file's own units to another: x' = a x + c y + e, y' = b x + d y + f. */
export type Matrix = [a: number, b: number, c: number, d: number, e: number, f: number]

/** Leaves a place where it is. */
export const identity: Matrix = [1, 0, 0, 1, 0, 0]

/** First the inner one, then the outer one. */
export const times = (inner: Matrix, outer: Matrix): Matrix => {
  const [a, b, c, d, e, f] = inner
  const [g, h, i, j, k, l] = outer
  return [
    a * g + b * i,
    a * h + b * j,
    c * g + d * i,
    c * h + d * j,
    e * g + f * i + k,
    e * h + f * j + l,
  ]
}

/** The edges as seen of a box in the file's units. */
export function edgesOf(
  [a, b, c, d, e, f]: Matrix,
  left: number,
  bottom: number,
  right: number,
  top: number,
): Edges {
  // What width and height of the box add across and down.
  const [x, y] = [a * left + c * bottom + e, b * left + d * bottom + f]
  const [width, height] = [right - left, top - bottom]
  const [xByWidth, xByHeight] = [a * width, c * height]
  const [yByWidth, yByHeight] = [b * width, d * height]
  return [
    x + Math.min(0, xByWidth) + Math.min(0, xByHeight),
    y + Math.min(0, yByWidth) + Math.min(0, yByHeight),
    x + Math.max(0, xByWidth) + Math.max(0, xByHeight),
    y + Math.max(0, yByWidth) + Math.max(0, yByHeight),
  ]
}
