import type { Count } from './facts/types.ts'

/** How often each value occurs, the most frequent first; a value without a label is told as it is. */
export function countsOf(values: string[], labels: Map<string, string>): Count[] {
  const counts = new Map<string, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts]
    .map(([value, count]) => ({ label: labels.get(value) ?? value, count }))
    .sort((a, b) => b.count - a.count || a.label.localeCompare(b.label))
}
