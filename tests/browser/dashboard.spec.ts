import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'

import { addCalendarMonths, addDays } from '../../hooks/rules/calendarDates.ts'
import { adminOf } from '../helpers/admin.ts'
import { launchBrowser } from '../helpers/browser.ts'
import { review } from '../helpers/content.ts'
import { type RunningServer, startServer } from '../helpers/server.ts'

let server: RunningServer
let browser: Browser
let page: Page

beforeAll(async () => {
  server = await startServer({ prepared: inject('prepared') })
  browser = await launchBrowser()
  const context = await browser.newContext({ locale: 'en-GB' })
  page = await context.newPage()
  page.setDefaultTimeout(45_000)
  await adminOf(page, server).logIn()
})

afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

const section = (heading: string) =>
  page.locator('.sr-dashboard section').filter({ has: page.locator('h2', { hasText: heading }) })

/** Publishes a review with the cookie of whoever is logged in. */
const publish = (values: Record<string, unknown>): Promise<number> =>
  page.evaluate(
    async (body) => {
      const headers = { 'Content-Type': 'application/json' }
      const answer = await fetch('/api/reviews', { method: 'POST', headers, body })
      return answer.status
    },
    JSON.stringify({ ...review(values), _status: 'published' }),
  )

describe('the dashboard', () => {
  it('says that nothing waits, and to one alone that a second person can join', async () => {
    expect(await section('What needs you').innerText()).toContain('Nothing waits for you.')
    const link = section('You publish alone for now').locator('a')
    expect(await link.getAttribute('href')).toBe('/admin/collections/users')
  })

  it('tells of a protection that ends, in words, as a bar and in a table, and leads to the review', async () => {
    const today = new Date().toISOString().slice(0, 10)
    const ended = { name: 'Child E', publishedOn: addDays(addCalendarMonths(today, -12), -9) }
    const ending = { name: 'Child S', publishedOn: addDays(addCalendarMonths(today, -12), 9) }
    const before = { previouslyPublishedAt: 'https://old.example', reviewType: 'local' }
    for (const values of [ended, ending]) expect(await publish({ ...before, ...values })).toBe(201)
    await page.goto(`${server.url}/admin`)
    const needs = await section('What needs you').locator('li').allInnerTexts()
    expect(needs).toEqual([
      expect.stringMatching(
        /^To do\s+Decide whether “Child E” stays public\s+Its protection ended on/,
      ),
      expect.stringMatching(/^Soon\s+Consider what becomes of “Child S”/),
    ])
    const bars = section('What is public and protected')
    expect(await bars.locator('li').allInnerTexts()).toEqual([
      expect.stringMatching(/^Child E\s+ended on \d+ \w+ \d{4}$/),
      expect.stringMatching(/^Child S\s+until \d+ \w+ \d{4}: ends in \d+ days$/),
    ])
    await bars.locator('summary').click()
    expect(await bars.locator('tbody tr').count()).toBe(2)
    await section('What needs you').locator('a').first().click()
    await page.waitForURL(/collections\/reviews\/\d+$/)
  })

  it.each(['light', 'dark'])(
    'can be read by everybody, in the %s theme and on a telephone',
    async (theme) => {
      await page.context().addCookies([{ name: 'payload-theme', value: theme, url: server.url }])
      await page.setViewportSize({ width: 360, height: 740 })
      await page.goto(`${server.url}/admin`)
      await page.locator('.sr-dashboard').waitFor()
      expect(await page.locator('html').getAttribute('data-theme')).toBe(theme)
      await page.locator('.sr-dashboard summary').click()
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
      const { passes, violations } = await new AxeBuilder({ page })
        .include('.sr-dashboard')
        .analyze()
      expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
      expect(passes.map(({ id }) => id)).toContain('color-contrast')
    },
  )
})
