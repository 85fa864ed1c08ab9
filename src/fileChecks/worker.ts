import { setPriority } from 'node:os'
import { parentPort, workerData } from 'node:worker_threads'

import { examine } from './examine.ts'
import { drawMarkedPage } from './pdf/draw.ts'
import { engineCode, hasEngineCode } from './pdf/engine.ts'
import type { Assignment, Report } from './task.ts'

/** Whoever answers readers goes first. */
const patient = 10

// On Linux this is the priority of the thread alone; elsewhere it would be that of the whole process.
if (process.platform === 'linux') setPriority(patient)

const port = parentPort!
const tell = (report: Report, transferred: ArrayBuffer[] = []) =>
  port.postMessage(report, transferred)
const { engineCode: known, task } = workerData as Assignment

/** Spares the next thread from compiling. */
async function shareCode(): Promise<void> {
  if (!known && hasEngineCode()) tell({ engineCode: await engineCode() })
}

try {
  if (known) await engineCode(known)
  if (task.act === 'draw') {
    const picture = await drawMarkedPage(task)
    await shareCode()
    tell({ picture }, picture ? [picture.buffer] : [])
  } else {
    const check = await examine(task.file, (done, total) => tell({ done, total }))
    await shareCode()
    tell({ check })
  }
} catch (error) {
  tell({ failed: String(error) })
}
