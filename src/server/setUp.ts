/**
 * Brings a database to where the app can serve it: migrations, the sample, the first administrator.
 * A process of its own, because Next brings its own Payload along and two in one process share globals.
 */
import { existsSync } from 'node:fs'
import { rm, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'

import { getPayload, type Payload } from 'payload'

import { closePayload } from '../database/closePayload.ts'
import { makeAdministrator } from './administrator.ts'
import type { SetUpMessage, SetUpTask } from './runSetUp.ts'

const sample = fileURLToPath(new URL('../../seed/sample/case-reviews.html', import.meta.url))

const report = (message: SetUpMessage): Promise<void> =>
  new Promise((resolve) => process.send?.(message, undefined, undefined, () => resolve()))

/** A mark lies in the data folder while the sample is brought in, so that a stopped one is gone on with. */
async function seedSample(payload: Payload, mark: string): Promise<void> {
  const { seed, seedVocabulary } = await import('../../seed/index.ts')
  await report({ progress: 'Bringing in the sample page' })
  await writeFile(mark, '')
  await seedVocabulary({ payload })
  const { failed, errors } = await seed({ payload, source: sample, log: console.log })
  if (failed || errors.length > 0) throw new Error('The sample page could not be brought in whole.')
  await rm(mark)
}

async function setUp({ unfinished, dataDir, sampleMark }: SetUpTask): Promise<void> {
  if (unfinished.migrations) await report({ progress: 'Applying migrations' })
  const { default: config } = await import('../payload.config.ts')
  // In production the adapter applies the migrations when it connects.
  const payload = await getPayload({ config })
  try {
    if (unfinished.sample || existsSync(sampleMark)) await seedSample(payload, sampleMark)
    if (unfinished.administrator) {
      await report({ progress: 'Making the first administrator' })
      await report({ administrator: await makeAdministrator(payload, dataDir, process.env) })
    }
  } finally {
    await closePayload(payload)
  }
}

process.once('message', (task: SetUpTask) => {
  setUp(task).then(
    () => process.exit(0),
    async (error: unknown) => {
      console.error(error)
      await report({ failed: error instanceof Error ? error.message : String(error) })
      process.exit(1)
    },
  )
})
