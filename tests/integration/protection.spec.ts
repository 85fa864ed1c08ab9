import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import { bulk, changing } from '../helpers/attempts/changing.ts'
import { type Attempt, takingDown } from '../helpers/attempts/takingDown.ts'
import { kinds, startProtectedWorld, type World } from '../helpers/protectedWorld.ts'
import { publicView, versionsOf } from '../helpers/publicView.ts'

let world: World

beforeAll(async () => {
  world = await startProtectedWorld()
})

afterAll(() => world.app.stop())

beforeEach(() => world.hostile({}))

const casesOf = (attempts: Attempt[]) =>
  kinds.flatMap((kind) =>
    attempts.filter(({ only }) => !only || only === kind).map((attempt) => ({ ...attempt, kind })),
  )

const view = (fixture: Parameters<typeof publicView>[1] & { id: number }) =>
  publicView(world.app, fixture, fixture.id, world.file.filename)

/** Attempts with a harmless first step, which is allowed to leave its version behind. */
const hasHarmlessStep = /two mutations at once|^a draft without/

describe('within its period a publication stays as the public knows it', () => {
  it.each(casesOf([...takingDown, ...changing]))('$kind: $name', async ({ kind, ...attempt }) => {
    const fixture = await world.publish(kind, attempt)
    const before = await view(fixture)
    expect(before).toMatchObject({ one: { status: 200 }, file: { status: 200 } })
    const versions = await versionsOf(world.app, fixture.slug, fixture.id)

    const outcome = await attempt.try(fixture, world)

    expect(outcome).toMatchObject({ code: 'PUBLICATION_PROTECTED' })
    expect(outcome.protectedUntil).toMatch(/^\d{4}-\d{2}-\d{2}$/)
    expect(outcome.message).toContain('must stay public until the end of')
    expect(await view(fixture)).toEqual(before)
    if (!hasHarmlessStep.test(attempt.name))
      expect(await versionsOf(world.app, fixture.slug, fixture.id)).toEqual(versions)
  })

  it.each(casesOf(bulk))('$kind: $name', async ({ kind, ...attempt }) => {
    const fixture = await world.publish(kind, attempt)
    const before = await view(fixture)
    expect(before).toMatchObject({ one: { status: 200 }, file: { status: 200 } })
    const versions = await versionsOf(world.app, fixture.slug, fixture.id)

    const outcome = await attempt.try(fixture, world)

    expect(outcome.message).toMatch(/must stay public until the end of|bulk edit/i)
    expect(await view(fixture)).toEqual(before)
    expect(await versionsOf(world.app, fixture.slug, fixture.id)).toEqual(versions)
  })

  it.each(kinds)('%s: a scheduled unpublish fails', async (kind) => {
    const fixture = await world.publish(kind)
    const before = await view(fixture)
    expect(before).toMatchObject({ one: { status: 200 }, file: { status: 200 } })
    const versions = await versionsOf(world.app, fixture.slug, fixture.id)
    const job = await world.app.payload.jobs.queue({
      task: 'schedulePublish',
      input: { type: 'unpublish', doc: { relationTo: fixture.slug, value: fixture.id } },
    } as never)

    await world.app.payload.jobs.runByID({ id: (job as { id: number }).id })

    const { docs } = await world.app.payload.find({
      collection: 'payload-jobs' as never,
      where: { id: { equals: (job as { id: number }).id } },
    })
    expect(JSON.stringify(docs[0])).toContain('must stay public until the end of')
    expect(await view(fixture)).toEqual(before)
    expect(await versionsOf(world.app, fixture.slug, fixture.id)).toEqual(versions)
  })
})
