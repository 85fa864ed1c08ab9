import { runTask } from './runTask.ts'
import { type Box, defaultLimits, type Limits } from './types.ts'

/**
 * A picture of a page with places marked on it, as PNG. Page 1 without marks is a thumbnail.
 *
 * @param page counted from 1
 * @param options.width points from left to right
 * @returns undefined when the file is no PDF, has no such page, or takes longer than the limits allow
 */
export async function drawPage(
  bytes: Uint8Array,
  page: number,
  { limits, marks = [], width }: { width: number; marks?: Box[]; limits?: Partial<Limits> },
): Promise<Uint8Array | undefined> {
  const copy = new Uint8Array(bytes)
  const within = { ...defaultLimits, ...limits }
  const task = { act: 'draw' as const, bytes: copy, page, width, marks, limits: within }
  const { result } = await runTask(task, copy, within)
  return result && 'picture' in result ? result.picture : undefined
}
