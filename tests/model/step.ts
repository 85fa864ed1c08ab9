import { getLatestCollectionVersion } from 'payload'
import { expect } from 'vitest'

import { expectEvents, readEvents, takeFirstDrafts } from './log.ts'
import type { Move, Plan } from './moves/move.ts'
import { formOf } from './moves/restore.ts'
import { type Doc, isPublic, type Kind, kinds, type Model } from './state.ts'
import { collectionOf, type System } from './system.ts'
import { expectPublicView, readPublicView, type Seen, type Wanted } from './view.ts'

/** The model is replaced as a whole, for two plans at once have two possible ones. */
export interface Situation {
  model: Model
  /** How many steps there were, and what they were. */
  steps: string[]
}

/** The clock goes on by a second with every step, so that one thing is later than another. */
function tick({ model }: Situation, system: System): void {
  model.now += 1000
  system.setAppClock(model.now)
}

const among = ({ docs }: Model, keys: string[]): Doc[] => keys.flatMap((key) => docs[key] ?? [])

/** What the public sees, and what the log tells of some of it. */
type SeenAndTold = { seen: Seen; told: Awaited<ReturnType<typeof readEvents>> }

export const see = async (
  system: System,
  before: Model,
  keys: string[],
  wanted: Wanted,
): Promise<SeenAndTold> => ({
  seen: await readPublicView(system, before, wanted),
  told: await readEvents(system, keys),
})

/** Fails where either is not as the model says. */
export function expectSeen({ seen, told }: SeenAndTold, model: Model, keys: string[]): void {
  expectPublicView(seen, model)
  expectEvents(told, seen, model, among(model, keys))
}

/** Files that somebody may try to fetch. */
export const filesIn = ({ files }: Model): number[] =>
  Object.keys(files)
    .map(Number)
    .filter((file) => files[file]!.is !== 'gone')

const kindsOf = (keys: string[]): Kind[] =>
  kinds.filter((kind) => keys.some((key) => key.startsWith(`${kind}:`)))

/** After every step: the lists that it may have changed. */
const touchedBy = (keys: string[]): Wanted => ({
  kinds: kindsOf(keys),
  isWhole: false,
  addresses: [],
  files: [],
})

/** After every tenth: everything, by all interfaces, and some files. */
export const everything = (addresses: string[], files: number[]): Wanted => ({
  kinds: [...kinds],
  isWhole: true,
  addresses,
  files,
})

const told = ({ steps }: Situation, outcome: string): void => {
  steps.push(`${steps.pop()} → ${outcome}`)
}

/** One person does one thing, if there is anything to do. */
export async function step(situation: Situation, system: System, move: Move): Promise<void> {
  tick(situation, system)
  const before = structuredClone(situation.model)
  const plan = await move(before, system)
  if (!plan) return
  situation.steps.push(plan.says)
  const outcome = await plan.act()
  told(situation, outcome)
  const { model } = situation
  const expected = plan.expect(model)
  expect(outcome, `${plan.says} (${system.told})`).toBe(expected)
  const keys = plan.touches
  const steps = situation.steps.length
  const wanted = steps % 10 ? touchedBy(keys) : everything(keys, filesIn(before).slice(-3))
  expectSeen(await see(system, before, keys, wanted), model, keys)
}

/** Two people do something at the same moment: it is as if one of them had been first. */
export async function stepAtOnce(
  situation: Situation,
  system: System,
  moves: [Move, Move],
): Promise<void> {
  tick(situation, system)
  const before = structuredClone(situation.model)
  const first = await moves[0](before, system)
  const second = await moves[1](before, system)
  if (!first || !second) return
  const says = `at once: ${first.says} ‖ ${second.says}`
  situation.steps.push(says)
  const outcomes = await Promise.all([first.act(), second.act()])
  told(situation, String(outcomes))
  const keys = [...new Set([...first.touches, ...second.touches])]
  const seen = await see(system, before, keys, touchedBy(keys))
  const faults: string[] = []
  for (const [earlier, later] of [
    [first, second],
    [second, first],
  ] as [Plan, Plan][]) {
    const model = structuredClone(situation.model)
    const expected = new Map([earlier, later].map((plan) => [plan, plan.expect(model)]))
    try {
      expect(String(outcomes), `${says} (${system.told})`).toBe(
        String([expected.get(first), expected.get(second)]),
      )
      takeFirstDrafts(seen.told, among(model, keys))
      expectSeen(seen, model, keys)
    } catch (error) {
      faults.push((error as Error).message)
      continue
    }
    await takeLatest(system, among(model, keys))
    situation.model = model
    return
  }
  throw new Error(`${says}: it is not as if either had been first.\n${faults.join('\n')}`)
}

/**
 * Which of two drafts saved at once an editor opens next is not promised: Payload writes the one over the
 * other. So what readers do not see is taken as it is; what they see was compared.
 */
async function takeLatest({ payload }: System, docs: Doc[]): Promise<void> {
  for (const doc of docs.filter(({ isGone }) => !isGone)) {
    const { id, kind } = doc
    const collection = collectionOf(kind)
    const where = { id: { equals: id } }
    const row = await payload.db.findOne<{ id: number; deletedAt?: string }>({ collection, where })
    // As Payload does it for whoever does not reach into the trash: a version that says it is there is passed over.
    const here = row!.deletedAt ? where : { and: [where, { deletedAt: { exists: false } }] }
    const stored = await getLatestCollectionVersion({
      id,
      config: payload.collections[collection].config,
      payload,
      query: { collection, where: here },
    })
    doc.latest = formOf(kind, stored!)
    if (!isPublic(doc)) doc.row = formOf(kind, row!)
  }
}
