import { setPriority } from 'node:os'
import { parentPort, workerData } from 'node:worker_threads'

import { examine } from './examine.ts'
import { drawMarkedPage } from './pdf/draw.ts'
import type { Report, Task } from './task.ts'

/** Whoever answers readers goes first. */
const patient = 5

// On Linux this is the priority of the thread alone; elsewhere it would be that of the whole process.
if (process.platform === 'linux') setPriority(patient)

const port = parentPort!
const tell = (report: Report, transferred: ArrayBuffer[] = []) =>
  port.postMessage(report, transferred)
const task = workerData as Task

try {
  if (task.act === 'draw') {
    const picture = await drawMarkedPage(task)
    tell({ picture }, picture ? [picture.buffer] : [])
  } else {
    const check = await examine(task.file, (done, total) => tell({ done, total }))
    tell({ check })
  }
} catch (error) {
  tell({ failed: String(error) })
}
