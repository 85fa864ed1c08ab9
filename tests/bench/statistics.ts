/** The value in the middle. */
export const median = (values: number[]): number => {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length / 2
  return (sorted[Math.ceil(middle) - 1]! + sorted[Math.floor(middle)]!) / 2
}

/**
 * Between which values the true median lies in 95 of 100 runs, by the order of the measured ones alone:
 * nothing is assumed of how times are spread.
 */
export function medianInterval(values: number[]): [low: number, high: number] {
  const sorted = values.toSorted((a, b) => a - b)
  const reach = 0.98 * Math.sqrt(sorted.length)
  const low = Math.max(0, Math.floor(sorted.length / 2 - reach))
  return [sorted[low]!, sorted[sorted.length - 1 - low]!]
}
