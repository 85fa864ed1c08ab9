import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'

import { hasPostgres } from '../helpers/crashes/cluster.ts'
import { crash } from '../helpers/crashes/crashes.ts'
import { crashPlace, type Place } from '../helpers/crashes/place.ts'

// `npm run test:long` does the same a hundred times.
describe.skipIf(inject('templates').kind === 'server' && !hasPostgres)('killed outright', () => {
  let place: Place
  beforeAll(async () => void (place = await crashPlace()))
  afterAll(() => place.drop())

  it('app and database keep what was acknowledged', { timeout: 300_000 }, async () => {
    const outcome = await crash(place, ['app', 'database', 'app', 'database', 'database'])
    expect(outcome.faults).toEqual([])
    expect(outcome.kills).toBe(5)
    expect(outcome.acknowledged).toBeGreaterThan(5)
  })
})
