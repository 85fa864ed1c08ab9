import { startWorker } from './startWorker.ts'
import type { Report, Task } from './task.ts'
import type { Limits } from './types.ts'

/** How a task ended that brought no result. */
export type Failure = 'timed out' | 'out of memory' | 'stopped' | 'failed'

export interface Outcome {
  result?: Extract<Report, { check: unknown } | { picture: unknown }>
  failure?: Failure
  /** Pages that the file has, when the thread came to know. */
  pages: number
}

/** Compiled by the first thread that needed it. */
let engineCode: WebAssembly.Module | undefined

/**
 * Has a thread of its own do a task, and ends it when its time is over.
 *
 * @param bytes those of the task; they are handed over, so they must be a copy
 */
export function runTask(
  task: Task,
  bytes: Uint8Array<ArrayBuffer>,
  limits: Limits,
  {
    onProgress,
    signal,
  }: { onProgress?: (done: number, total: number) => void; signal?: AbortSignal } = {},
): Promise<Outcome> {
  return new Promise((resolve) => {
    let pages = 0
    const worker = startWorker({ task, ...(engineCode && { engineCode }) }, bytes.buffer, limits)
    const end = (outcome: Omit<Outcome, 'pages'>) => {
      clearTimeout(timer)
      signal?.removeEventListener('abort', stop)
      void worker.terminate()
      resolve({ ...outcome, pages })
    }
    const stop = () => end({ failure: 'stopped' })
    const timer = setTimeout(() => end({ failure: 'timed out' }), limits.milliseconds)
    signal?.addEventListener('abort', stop)
    worker.on('message', (report: Report) => {
      if ('engineCode' in report) engineCode = report.engineCode
      else if ('failed' in report) end({ failure: 'failed' })
      else if ('done' in report) {
        pages = report.total
        onProgress?.(report.done, report.total)
      } else end({ result: report })
    })
    worker.on('error', (error: NodeJS.ErrnoException) =>
      end({ failure: error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'out of memory' : 'failed' }),
    )
    worker.on('exit', () => end({ failure: 'failed' }))
    // What a library prints there is of no use to anybody.
    worker.stdout.resume()
    worker.stderr.resume()
  })
}
