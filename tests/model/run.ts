import fc from 'fast-check'

import { theme } from '../helpers/content.ts'
import { commands } from './commands.ts'
import { expectChain } from './log.ts'
import { upload } from './moves/file.ts'
import { words } from './moves/move.ts'
import { keyOf, type Model } from './state.ts'
import { everything, expectSeen, filesIn, see, type Situation, step } from './step.ts'
import { System } from './system.ts'

/** Days on which calendars are odd, and one on which nothing is. */
const beginnings = ['2024-02-29', '2026-03-28', '2026-10-24', '2026-11-30', '2027-06-15']

export interface Trial {
  seed: number
  steps: number
  /** Without the seal, what the rules let pass is seen by readers. */
  isSealed?: boolean
  /** What is done to the database first. */
  sql?: string
  /** Seconds for making a failure shorter. */
  shrinkFor?: number
}

export interface Report {
  seed: number
  steps: number
  /** Seconds on the clock. */
  took: number
  /** What went wrong and the shortest way there; nothing when all was as promised. */
  failure?: string
}

/** Lets people do random things until there were enough of them, and compares each time. */
export async function tryAtRandom(trial: Trial): Promise<Report> {
  const { isSealed = true, seed, shrinkFor = 120, sql, steps } = trial
  const system = await System.start({ isSealed })
  if (sql) await system.sql(sql)
  const began = performance.now()
  let done = 0
  let failedAt: number | undefined
  let shortest: Failure | undefined
  const property = fc.asyncProperty(
    fc.constantFrom(...beginnings),
    commands(200),
    async (beginning, acts) => {
      const isOver =
        failedAt === undefined ? done >= steps : performance.now() - failedAt > shrinkFor * 1000
      if (isOver) return
      const isShrinking = failedAt !== undefined
      const situation: Situation = { model: await setUp(system, beginning), steps: [] }
      try {
        await fc.asyncModelRun(() => ({ model: situation, real: system }), acts)
        await expectAll(system, situation.model)
      } catch (error) {
        failedAt ??= performance.now()
        shortest = { beginning, steps: situation.steps, error: error as Error }
        throw error
      } finally {
        if (!isShrinking) done += situation.steps.length
      }
    },
  )
  try {
    await fc.check(property, { seed, numRuns: steps, verbose: 0 })
    const took = (performance.now() - began) / 1000
    return { seed, steps: done, took, failure: shortest && told(shortest, trial) }
  } finally {
    await system.stop()
  }
}

/** The last run that failed, which is the shortest. */
interface Failure {
  beginning: string
  steps: string[]
  error: Error
}

const told = ({ beginning, error, steps }: Failure, trial: Trial): string =>
  [
    `Run it again: MODEL_SEED=${trial.seed} MODEL_STEPS=${trial.steps} npm run test:long -- tests/model`,
    `On the day ${beginning}`,
    ...steps.map((said) => `  ${said}`),
    error.message,
  ].join('\n')

/** Some files and themes to work with, on a day. */
async function setUp(system: System, beginning: string): Promise<Model> {
  const now = Date.parse(`${beginning}T11:00:00Z`)
  await system.setClock(now)
  await system.beginRun()
  const model: Model = { now, docs: {}, files: {}, themes: {} }
  const situation: Situation = { model, steps: [] }
  for (let file = 0; file < 3; file++) await step(situation, system, upload())
  const { id } = await system.payload.create({
    collection: 'themes',
    data: theme({ name: words() }) as never,
  })
  model.themes[Number(id)] = 'here'
  return model
}

async function expectAll(system: System, model: Model): Promise<void> {
  const keys = Object.values(model.docs).map(keyOf)
  const seen = await see(system, model, keys, everything(keys, filesIn(model)))
  expectSeen(seen, model, keys)
  await expectChain(system)
}
