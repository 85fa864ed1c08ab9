import { emptyCheck } from './result.ts'
import { type Failure, runTask } from './runTask.ts'
import {
  defaultLimits,
  type FileCheck,
  finding,
  type FindingCode,
  type Limits,
  type PrivateName,
} from './types.ts'

export interface CheckOptions {
  /** What the file is claimed to be; its content is compared with it. */
  mimeType: string
  /** The name under which readers get it. */
  fileName: string
  privateNames?: PrivateName[]
  limits?: Partial<Limits>
  /** Told after each page. */
  onProgress?: (done: number, total: number) => void
  /** Ends the check at once; it then throws the signal’s reason. */
  signal?: AbortSignal
}

const codes: Record<Exclude<Failure, 'stopped'>, FindingCode> = {
  'timed out': 'CHECK_TIMED_OUT',
  'out of memory': 'CHECK_OUT_OF_MEMORY',
  failed: 'CHECK_FAILED',
}

/**
 * Checks a file before it becomes public, in a thread of its own: is there a private name in it, was
 * something only painted over, what does it tell about who made it, can everybody read it, is it safe to open?
 *
 * Whatever the file is, the answer is a list of findings. Only the caller’s own signal makes it throw.
 */
export async function checkFile(bytes: Uint8Array, options: CheckOptions): Promise<FileCheck> {
  const { fileName, mimeType, onProgress, privateNames = [], signal } = options
  signal?.throwIfAborted()
  const limits = { ...defaultLimits, ...options.limits }
  const copy = new Uint8Array(bytes)
  const file = { bytes: copy, fileName, limits, mimeType, privateNames }
  const { failure, pages, result } = await runTask({ act: 'examine', file }, copy, limits, {
    ...(onProgress && { onProgress }),
    ...(signal && { signal }),
  })
  signal?.throwIfAborted()
  if (result && 'check' in result) return result.check
  const code = codes[failure === 'stopped' || failure === undefined ? 'failed' : failure]
  const values = { seconds: Math.round(limits.milliseconds / 1000), megabytes: limits.megabytes }
  return emptyCheck([finding(code, { values })], pages)
}
