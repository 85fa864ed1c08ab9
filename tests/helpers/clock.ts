import { vi } from 'vitest'

import type { TestApp } from './app.ts'
import { runSQL } from './sql.ts'

const setDatabaseClock = ({ payload }: TestApp, now: string) =>
  runSQL(
    payload,
    `create or replace function safeguarding_seal.clock() returns timestamptz language sql
     security definer set search_path = pg_catalog, pg_temp as 'select ${now}'`,
  )

/** Moves the clocks of the app and of the database on; only the owner of the seal can do the latter. */
export async function moveClock(app: TestApp, { months = 0, days = 0 }): Promise<void> {
  vi.useFakeTimers({ toFake: ['Date'] })
  const date = new Date()
  date.setUTCMonth(date.getUTCMonth() + months)
  date.setUTCDate(date.getUTCDate() + days)
  vi.setSystemTime(date)
  await setDatabaseClock(app, `now() + interval ''${months} months ${days} days''`)
}

export async function resetClock(app: TestApp): Promise<void> {
  vi.useRealTimers()
  await setDatabaseClock(app, 'now()')
}

/** Lets it be a certain moment for the app and the database. */
export async function setClock(app: TestApp, instant: string): Promise<void> {
  vi.useFakeTimers({ toFake: ['Date'] })
  vi.setSystemTime(new Date(instant))
  await setDatabaseClock(app, `''${new Date(instant).toISOString()}''::timestamptz`)
}
