import { expect, it } from 'vitest'

it('is the one in which this run is to take place', () => {
  expect(process.env.TZ).toBeTruthy()
  expect(Intl.DateTimeFormat().resolvedOptions().timeZone).toBe(process.env.TZ)
  const winter = { UTC: 0, 'Pacific/Auckland': -780, 'America/Los_Angeles': 480 }
  expect(new Date(2026, 0, 1).getTimezoneOffset()).toBe(
    winter[process.env.TZ as keyof typeof winter],
  )
})
