import { isDeepStrictEqual } from 'node:util'

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import {
  type Fixture,
  pendingName,
  startProtectedWorld,
  type World,
} from '../helpers/protectedWorld.ts'
import type { Outcome } from '../helpers/publicView.ts'
import { type Expectation, kindsOf, type Path, triesOf } from './path.ts'
import { database } from './paths/database.ts'
import { groups } from './paths/index.ts'
import {
  publicationsIn,
  refusalsOf,
  type Stored,
  storedOf,
  viewOf,
  without,
  withoutSavedAt,
} from './state.ts'

let world: World

beforeAll(async () => {
  world = await startProtectedWorld()
})

afterAll(() => world.app.stop())

beforeEach(() => world.hostile({}))

/**
 * Published documents that attempts left exactly as they were, with their whole history: the next attempt may
 * use them as if they were new.
 */
const untouched = new Map<string, Subject>()

interface Subject {
  fixture: Fixture
  /** What the public saw of it, and everything that was stored then. */
  view: unknown
  stored: Stored
}

type Kind = ReturnType<typeof kindsOf>[number]
type Row = Path & { kind: Kind; interfaces: string }

const keyOf = ({ kind, pendingDraft = false, withdrawal }: Row) =>
  `${kind} ${pendingDraft} ${withdrawal}`

async function subjectFor(path: Row): Promise<Subject> {
  const known = path.prepare ? undefined : untouched.get(keyOf(path))
  untouched.delete(keyOf(path))
  const fixture = known?.fixture ?? (await world.publish(path.kind, path))
  await path.prepare?.(fixture, world)
  const stored = await storedOf(world)
  if (known && isDeepStrictEqual(known.stored, stored)) return known
  const view = await viewOf(world, fixture)
  expect(view).toMatchObject(
    path.withdrawal === 'executed'
      ? { one: { status: 404 } }
      : { one: { status: 200 }, file: { status: 200 } },
  )
  return { fixture, view, stored }
}

/** Such an attempt leaves everything that is stored as it was. */
const leavesAll = ({ expect: expected, leaves }: Path) =>
  leaves === undefined &&
  (typeof expected === 'object' ||
    ['refused', 'refusedInWords', 'tellsNothing', 'refusedBySeal'].includes(expected))

/** What the seal says, as it stands or as our adapter tells it; or the app’s role has no right to it at all. */
const codesOfSeal = /^(SR00[1-5]|PUBLICATION_PROTECTED|CHANGE_WITHOUT_EVENT|WITHDRAWAL_KEPT|42501)$/

function meets(
  expected: Expectation,
  outcome: Outcome,
  { protectedUntil }: Fixture,
  through: string,
): void {
  if (expected === 'refused')
    expect(outcome, through).toMatchObject({ code: 'PUBLICATION_PROTECTED', protectedUntil })
  if (expected === 'refused' || expected === 'refusedInWords')
    expect(outcome.message, through).toContain('must stay public until the end of')
  if (expected === 'refusedBySeal') expect(outcome.code, outcome.message).toMatch(codesOfSeal)
  if (expected === 'newerDraft') expect(outcome, through).toEqual({})
  if (expected === 'tellsNothing') {
    expect(outcome.told, through).toBeDefined()
    expect(outcome.told, through).not.toContain(pendingName)
  }
  if (typeof expected === 'object') expect(outcome.code, through).toBe(expected.refusedWith)
}

/** All interfaces in turn; where each leaves everything as it was, the public is asked once, at the end. */
async function run(path: Row): Promise<void> {
  const { fixture, stored: before, view } = await subjectFor(path)
  let after = before
  for (const [through, attempt] of triesOf(path)) {
    const refusals = await refusalsOf(world, fixture)
    const outcome = await attempt(fixture, world)
    world.hostile({})
    meets(path.expect, outcome, fixture, through)
    if (path.expect === 'refused' || path.expect === 'refusedInWords')
      expect(await refusalsOf(world, fixture), through).toBeGreaterThan(refusals)
    const previous = after
    after = await storedOf(world)
    if (leavesAll(path)) expect(after, through).toEqual(previous)
    else {
      expect(without(after, path.leaves), through).toEqual(without(previous, path.leaves))
      expect(withoutSavedAt(await viewOf(world, fixture)), through).toEqual(withoutSavedAt(view))
    }
    await path.check?.(fixture, world)
  }
  if (leavesAll(path)) expect(await viewOf(world, fixture)).toEqual(view)
  if (!path.prepare && publicationsIn(after) === publicationsIn(before))
    untouched.set(keyOf(path), { fixture, view, stored: before })
}

const rowsOf = (paths: Path[]): Row[] =>
  paths.flatMap((path) =>
    kindsOf(path).map((kind) => {
      const interfaces = triesOf(path).map(([through]) => through)
      return { ...path, kind, interfaces: interfaces.join(', ') }
    }),
  )

const name = '$id, $kind: $title ($interfaces)'

describe.each([...groups, database])('$title', ({ paths }) => {
  it.each(rowsOf(paths))(name, run)
})

describe('the table', () => {
  const paths = [...groups, database].flatMap((group) => group.paths)

  it('names each of the ways round a rule that the source of Payload has', () => {
    const named = new Set(paths.flatMap(({ numbers }) => numbers ?? []))
    const ways = Array.from({ length: 60 }, (_, index) => index + 1)
    expect(ways.filter((way) => !named.has(way))).toEqual([])
  })

  it('names each path once', () => {
    const ids = paths.map(({ id }) => id)
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([])
  })
})
