import type { Payload, PayloadRequest } from 'payload'

import { afterCommit } from './afterCommit.ts'

type ID = number | string

interface Options {
  /** What the log says when they cannot be run. */
  failed: string
  /** How long they wait, in milliseconds, beginning with now. */
  delay?: number
}

/** A job as Payload’s queue takes it: its type knows only the tasks of a host that has generated its types. */
export const jobOf = (task: string, input: object) => ({
  task: task as never,
  input: input as never,
})

/**
 * Puts jobs into Payload’s queue, in the transaction of what they are about, and begins them once it is there to
 * stay and their time has come: not only when the queue is looked at, which some hosts do seldom.
 */
export async function queueJobs(
  req: PayloadRequest,
  task: string,
  inputs: object[],
  { delay = 0, failed }: Options,
): Promise<void> {
  const { payload } = req
  const waitUntil = delay ? new Date(Date.now() + delay) : undefined
  const ids: ID[] = []
  for (const input of inputs) {
    const { id }: { id: ID } = await payload.jobs.queue({ ...jobOf(task, input), req, waitUntil })
    ids.push(id)
  }
  if (ids.length === 0) return
  const run = () => runJobs(payload, ids, failed)
  await afterCommit(req, () => (delay ? void setTimeout(run, delay + 1000).unref() : run()))
}

const runJobs = (payload: Payload, ids: ID[], failed: string): void =>
  void payload.jobs
    .run({ limit: ids.length, silent: { info: true }, where: { id: { in: ids } } })
    .catch((err: unknown) => payload.logger.error({ err, msg: failed }))
