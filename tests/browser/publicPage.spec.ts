import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'

import { launchBrowser } from '../helpers/browser.ts'
import { type RunningServer, startServer } from '../helpers/server.ts'

let server: RunningServer
let browser: Browser

beforeAll(async () => {
  server = await startServer({ prepared: inject('prepared') })
  browser = await launchBrowser()
})

afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

async function onPage<Result>(
  options: BrowserContextOptions,
  look: (page: Page, requests: string[]) => Promise<Result>,
): Promise<Result> {
  const context = await browser.newContext(options)
  try {
    const page = await context.newPage()
    const requests: string[] = []
    page.on('request', (request) => requests.push(request.url()))
    await page.goto(server.url, { waitUntil: 'networkidle' })
    return await look(page, requests)
  } finally {
    await context.close()
  }
}

const desktop = { viewport: { width: 1280, height: 900 } }

describe('the public page', () => {
  it('lists the reviews newest first, under date, type and name', () =>
    onPage(desktop, async (page) => {
      expect(await page.locator('article h3').allInnerTexts()).toEqual([
        '20 March 2023 – Local Child Safeguarding Practice Review – Alan',
        '12 December 2022 – Local Child Safeguarding Practice Review – Bella and Ben',
        '26 January 2022 – Thematic review – Babies with Injuries',
        'January 2020 – Local case review – Child Y',
        '27 November 2019 – Serious Case Review – Child Q',
        'September 2019 – Serious Case Review – Child M',
        'August 2019 – Serious Case Review – Child G',
      ])
    }))

  it('leads to the report and the leaflets, which anybody can read', () =>
    onPage(desktop, async (page) => {
      const hrefs = await page
        .locator('article a[href*="/api/files/"]')
        .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href))
      expect(hrefs).toHaveLength(3)
      for (const href of hrefs) {
        const answer = await fetch(href)
        expect(answer.headers.get('content-type')).toBe('application/pdf')
      }
    }))

  it.each([
    ['on a desktop', desktop],
    ['in the dark', { ...desktop, colorScheme: 'dark' as const }],
    ['on a phone', { viewport: { width: 320, height: 640 } }],
  ])('has no fault that axe finds, %s', (_, options) =>
    onPage(options, async (page) => {
      const { passes, violations } = await new AxeBuilder({ page }).analyze()
      expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([])
      expect(passes.map(({ id }) => id)).toContain('color-contrast')
    }),
  )

  it.each([
    ['320 pixels', { viewport: { width: 320, height: 640 } }],
    // A browser zooms by giving the page fewer, larger pixels.
    ['1280 pixels at 200 %', { viewport: { width: 640, height: 450 }, deviceScaleFactor: 2 }],
  ])('needs no scrolling sideways at %s', (_, options) =>
    onPage(options, async (page) => {
      const width = await page.evaluate(() => document.documentElement.scrollWidth)
      expect(width).toBeLessThanOrEqual(options.viewport.width)
    }),
  )

  it('lets a keyboard skip to the content', () =>
    onPage(desktop, async (page) => {
      await page.keyboard.press('Tab')
      expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Skip to content')
      await page.keyboard.press('Enter')
      expect(new URL(page.url()).hash).toBe('#content')
    }))

  it('loads nothing from any other server and sets no cookie', () =>
    onPage(desktop, async (page, requests) => {
      expect(requests.filter((url) => !url.startsWith(server.url))).toEqual([])
      expect(await page.context().cookies()).toEqual([])
    }))

  it('needs no script to be read', () =>
    onPage({ ...desktop, javaScriptEnabled: false }, async (page) => {
      expect(await page.locator('article').count()).toBe(7)
    }))
})
