import { writeFile } from 'node:fs/promises'

import { expect, it } from 'vitest'

import { faults } from './faults/faults.ts'
import { tryAtRandom } from './run.ts'

const {
  MODEL_FAULT,
  MODEL_REPORT,
  MODEL_SEAL,
  MODEL_SEED,
  MODEL_SHRINK = '300',
  MODEL_STEPS = '20000',
} = process.env

it('keeps the promise whatever editors do', { timeout: 12 * 60 * 60 * 1000 }, async () => {
  const report = await tryAtRandom({
    seed: Number(MODEL_SEED ?? Math.floor(Math.random() * 2 ** 31)),
    steps: Number(MODEL_STEPS),
    shrinkFor: Number(MODEL_SHRINK),
    isSealed: MODEL_SEAL !== 'off',
    sql: faults.find(({ name }) => name === MODEL_FAULT)?.sql,
  })
  if (MODEL_REPORT) await writeFile(MODEL_REPORT, JSON.stringify(report))
  console.info(`${report.steps} steps in ${report.took.toFixed(0)} s, seed ${report.seed}`)
  expect(report.failure).toBeUndefined()
})
