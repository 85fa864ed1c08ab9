import type { Edges, Picture } from '../asRead.ts'

/** What is seen in a part of a picture. */
export interface Look {
  darkest: number
  brightest: number
  mean: number
  /** How many of the points are above the threshold that was asked for, from 0 to 1. */
  share: number
}

/** The points of a picture inside a box. The box has at least one point, and is cut at the edges of the page. */
export function lookAt(
  { height, points, width }: Picture,
  [left, top, right, bottom]: Edges,
  threshold = 0,
): Look {
  const from = (fraction: number, extent: number) =>
    Math.min(extent - 1, Math.max(0, Math.floor(fraction * extent)))
  const [x0, y0] = [from(left, width), from(top, height)]
  const x1 = Math.max(x0, Math.min(width - 1, Math.ceil(right * width) - 1))
  const y1 = Math.max(y0, Math.min(height - 1, Math.ceil(bottom * height) - 1))
  let [darkest, brightest, sum, above] = [255, 0, 0, 0]
  for (let y = y0; y <= y1; y++)
    for (let x = x0; x <= x1; x++) {
      const value = points[y * width + x]!
      if (value < darkest) darkest = value
      if (value > brightest) brightest = value
      if (value > threshold) above++
      sum += value
    }
  const count = (x1 - x0 + 1) * (y1 - y0 + 1)
  return { darkest, brightest, mean: sum / count, share: above / count }
}

/** A box without its margins, so that what stands next to it does not count. */
export function coreOf([left, top, right, bottom]: Edges, margin = 0.15): Edges {
  const [x, y] = [(right - left) * margin, (bottom - top) * margin]
  return [left + x, top + y, right - x, bottom - y]
}
