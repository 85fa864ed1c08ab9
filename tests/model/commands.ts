import fc from 'fast-check'

import { create, creation } from './moves/create.ts'
import { onThing, takeThing, upload } from './moves/file.ts'
import type { Move } from './moves/move.ts'
import { restore, restoring } from './moves/restore.ts'
import { byHand, erase, handle, onDoc, onMany, scheduled, takeMany, trash } from './moves/take.ts'
import { acting, actOn, ask, asking } from './moves/withdraw.ts'
import { pass, passing, restart } from './moves/world.ts'
import { draftWriting, move, moving, write, writeDraft, writing } from './moves/write.ts'
import { type Situation, step, stepAtOnce } from './step.ts'
import type { System } from './system.ts'

class Command implements fc.AsyncCommand<Situation, System> {
  constructor(private readonly moves: [Move] | [Move, Move]) {}

  check = () => true

  async run(situation: Situation, system: System): Promise<void> {
    const [first, second] = this.moves
    if (second) await stepAtOnce(situation, system, [first, second])
    else await step(situation, system, first)
  }

  // What it comes to be is told by the step.
  toString = () => ''
}

/** How often which of them comes up. */
const single: [number, fc.Arbitrary<Move>][] = [
  [4, creation.map(create)],
  [10, writing.map(write)],
  [4, draftWriting.map(writeDraft)],
  [1, moving.map(move)],
  [4, restoring.map(restore)],
  [3, onDoc.map(trash)],
  [2, onDoc.map(erase)],
  [1, onDoc.map(scheduled)],
  [2, onMany.map(takeMany)],
  [2, byHand.map(handle)],
  [4, asking.map(ask)],
  [5, acting.map(actOn)],
  [1, fc.constant(upload())],
  [3, onThing.map(takeThing)],
]

const weighted = (moves: [number, fc.Arbitrary<Move>][]) =>
  fc.oneof(...moves.map(([weight, arbitrary]) => ({ weight, arbitrary })))

/** What may happen at the same moment as something else; a newborn document has no rival. */
const rivals = weighted(single.filter(([, arbitrary]) => arbitrary !== single[0]![1]))

/** What people do, one after the other and at the same moment. */
export const commands = (length: number) =>
  fc.commands(
    [
      fc.oneof(
        {
          weight: 500,
          arbitrary: weighted([...single, [6, passing.map(pass)]]).map(
            (move) => new Command([move]),
          ),
        },
        { weight: 60, arbitrary: fc.tuple(rivals, rivals).map((moves) => new Command(moves)) },
        { weight: 1, arbitrary: fc.constant(restart()).map((move) => new Command([move])) },
      ),
    ],
    { maxCommands: length, size: 'max' },
  )
