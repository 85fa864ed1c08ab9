import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'

import { hasPostgres } from '../helpers/crashes/cluster.ts'
import { crash, type Victim } from '../helpers/crashes/crashes.ts'
import { crashPlace, type Place } from '../helpers/crashes/place.ts'

describe.skipIf(inject('templates').kind === 'server' && !hasPostgres)('killed outright', () => {
  let place: Place
  beforeAll(async () => void (place = await crashPlace()))
  afterAll(() => place.drop())

  it('a hundred times, app and database keep what was acknowledged', async () => {
    const victims = Array.from({ length: Number(process.env.KILLS ?? 100) }, (_, index): Victim =>
      index % 4 === 0 ? 'app' : 'database',
    )
    const outcome = await crash(place, victims)
    console.log(outcome)
    expect(outcome.faults).toEqual([])
    expect(outcome.kills).toBe(victims.length)
  }, 5_400_000)
})
