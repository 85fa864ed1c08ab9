import { type Act, reads, writes } from './acts.ts'
import type { Side, SideName } from './side.ts'
import { statementsOf } from './statements.ts'
import { median, medianInterval } from './statistics.ts'
import { type Stage, stageFor } from './stage.ts'

export interface Figures {
  act: string
  /** Milliseconds for one, with all editors at work: the median of the blocks. */
  oursMs: number
  stockMs: number
  /** The median of the rounds' ratios, and where the true one lies in 95 of 100 runs. */
  ratio: number
  low: number
  high: number
  limit: number
  /** The same ratio of the processor time that Node took, which other programs on the machine disturb less. */
  cpu: number
  /** Over the limit only if all that the interval holds is: noise alone is no finding. */
  verdict: 'over' | 'undecided' | 'within'
  /** Statements sent to the server for one of them. */
  oursSQL: number
  stockSQL: number
}

interface Options {
  rounds: number
  /** What to do with each statement. */
  onStatement?: (act: string, side: SideName, sql: string) => void
}

interface Measured {
  ms: Record<SideName, number[]>
  cpu: Record<SideName, number[]>
  statements: Record<SideName, number>
}

/** How many of an act each editor does one after the other, before the other side has its turn. */
const inARow = 1

/** Rounds that are not counted: Node compiles what it sees often, and Postgres fills its caches. */
const warmUp = 3

/** Does everything on both sides, in short blocks that take turns to be first. */
export async function compare(
  sides: readonly [Side, Side],
  { onStatement, rounds }: Options,
): Promise<Figures[]> {
  const measured = new Map<Act, Measured>(
    [...writes, ...reads].map((act) => [
      act,
      {
        ms: { ours: [], stock: [] },
        cpu: { ours: [], stock: [] },
        statements: { ours: 0, stock: 0 },
      },
    ]),
  )
  const stages: Stage[] = []
  for (const side of sides) stages.push(await stageFor(side))

  async function round(acts: Act[], number: number): Promise<void> {
    for (const act of acts)
      for (const stage of number % 2 ? stages : stages.toReversed()) {
        const { cpu, ms } = await block(act, stage)
        if (number < warmUp) continue
        measured.get(act)!.ms[stage.side.name].push(ms)
        measured.get(act)!.cpu[stage.side.name].push(cpu)
      }
  }

  async function count(acts: Act[]): Promise<void> {
    for (const act of acts)
      for (const { side, turn } of stages) {
        side.enter()
        const sent = await statementsOf(() => act.run(turn(0)))
        measured.get(act)!.statements[side.name] = sent.length
        for (const sql of sent) onStatement?.(act.name, side.name, sql)
      }
  }

  const total = rounds + warmUp
  for (let number = 0; number < total; number++) {
    for (const stage of stages) await stage.prepare(stage.side.editors.length * inARow)
    await round(writes, number)
  }
  for (const stage of stages) await stage.addLeaflets()
  for (let number = 0; number < total; number++) await round(reads, number)
  await count(reads)
  for (const stage of stages) await stage.prepare(1)
  await count(writes)

  return [...measured].map(([act, values]) => figuresOf(act, values))
}

/** Every editor at once, each with documents of its own: milliseconds for one act, and of them Node's work. */
async function block(act: Act, { side, turn }: Stage): Promise<{ cpu: number; ms: number }> {
  side.enter()
  const { length } = side.editors
  const before = process.cpuUsage()
  const start = performance.now()
  await Promise.all(
    side.editors.map(async (_, editor) => {
      for (let row = 0; row < inARow; row++) await act.run(turn(editor + row * length))
    }),
  )
  const count = length * inARow
  const ms = (performance.now() - start) / count
  const { system, user } = process.cpuUsage(before)
  return { cpu: (system + user) / 1000 / count, ms }
}

const rounded = (value: number): number => Number(value.toFixed(3))

const ratiosOf = ({ ours, stock }: Record<SideName, number[]>): number[] =>
  ours.map((value, round) => value / stock[round]!)

function figuresOf({ limit, name }: Act, { cpu, ms, statements }: Measured): Figures {
  const ratios = ratiosOf(ms)
  const ratio = median(ratios)
  const [low, high] = medianInterval(ratios)
  return {
    act: name,
    oursMs: rounded(median(ms.ours)),
    stockMs: rounded(median(ms.stock)),
    ratio: rounded(ratio),
    low: rounded(low),
    high: rounded(high),
    limit,
    cpu: rounded(median(ratiosOf(cpu))),
    verdict: ratio <= limit ? 'within' : low <= limit ? 'undecided' : 'over',
    oursSQL: statements.ours,
    stockSQL: statements.stock,
  }
}
