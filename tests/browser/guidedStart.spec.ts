import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { adminOf } from '../helpers/admin.ts'
import { launchBrowser } from '../helpers/browser.ts'
import { guidedStartOn } from '../helpers/guidedStartPage.ts'
import { type HttpAccount, makeAccounts, tokenOf } from '../helpers/httpAccounts.ts'
import { type RunningServer, startServer } from '../helpers/server.ts'

const patience = { timeout: 30_000 }
const headings = {
  review: 'What kind of review is it?',
  report: 'What can be published?',
  file: 'Add the report',
  leaflet: 'Is there a leaflet?',
  summary: 'The drafts are ready',
}

let server: RunningServer
let browser: Browser
let accounts: Record<'connie' | 'wendy', HttpAccount>

beforeAll(async () => {
  server = await startServer()
  browser = await launchBrowser()
  accounts = await makeAccounts(server, { connie: 'contributor', wendy: 'withdrawal' })
})

afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

/** Somebody logged in, on a page of their own. */
async function person(
  admin: HttpAccount,
  options: Parameters<Browser['newContext']>[0] = {},
): Promise<{ page: Page; guided: ReturnType<typeof guidedStartOn> }> {
  const context = await browser.newContext({
    locale: 'en-GB',
    viewport: { width: 1280, height: 900 },
    ...options,
  })
  const page = await context.newPage()
  page.setDefaultTimeout(20_000)
  await adminOf(page, { admin, url: server.url }).logIn()
  return { page, guided: guidedStartOn(page, server.url) }
}

/** What is stored under a name, drafts included. */
async function stored(collection: string, field: string, name: string): Promise<{ id: number }[]> {
  const query = `draft=true&where[${field}][equals]=${encodeURIComponent(name)}`
  const answer = await fetch(`${server.url}/api/${collection}?${query}`, {
    headers: { Authorization: `JWT ${await tokenOf(server, server.admin)}` },
  })
  return ((await answer.json()) as { docs: { id: number }[] }).docs
}

const focused = (page: Page) =>
  page.evaluate(() => {
    const { id, tagName } = document.activeElement!
    return `${tagName} ${id}`.trim()
  })

describe('somebody who has never seen it, on the first day', () => {
  let page: Page
  let guided: ReturnType<typeof guidedStartOn>
  let leaflet: string

  beforeAll(async () => ({ page, guided } = await person(server.admin)))

  it('is led from the dashboard to the first question, and told what is missing', async () => {
    await page.getByRole('link', { name: 'Publish a new review' }).first().click()
    await guided.at(headings.review)
    await guided.press('Continue')
    expect(await guided.alert.allInnerTexts()).toEqual([
      '! Choose the type of review.',
      '! Give the pseudonym or subject under which this is known, for example “Alan”.',
    ])
    expect(await focused(page)).toMatch(/^INPUT (field-name|reviewType-)/)
  })

  it('says what the review is, and what can be published', async () => {
    await guided.choose('Local case review')
    await guided.write('Name of the review', 'Child T')
    expect(await guided.alert.count()).toBe(0)
    await guided.continue(headings.report)
    expect(await focused(page)).toBe('H1')
    await guided.choose('The full report')
    await guided.continue(headings.file)
    expect(await page.title()).toContain(headings.file)
  })

  it('is told why a file is not taken, and what readers will call the one that is', async () => {
    await guided.chooseFile('report', 'Minutes.pdf', Buffer.from('Not a PDF.'))
    await expect
      .poll(() => guided.alert.innerText(), patience)
      .toMatch(/^! “Minutes\.pdf” was not taken\. .*Only PDF, Word/)
    await guided.choosePDF('report', 'Their Real Name FINAL.pdf')
    await guided.taken()
    expect(await page.locator('.sr-upload').first().innerText()).toContain(
      'Readers will save it as “Local case review Child T.pdf”.',
    )
    expect(await page.inputValue('#field-reportTitle')).toBe('Local case review: Child T')
  })

  it('loses nothing by going back or loading the page again', async () => {
    await page.reload()
    await guided.taken()
    await page.goBack()
    await guided.at(headings.report)
    expect(await page.getByRole('radio', { name: 'The full report' }).isChecked()).toBe(true)
    await guided.press('Back')
    await guided.at(headings.review)
    expect(await page.inputValue('#field-name')).toBe('Child T')
    await guided.continue(headings.report)
    await guided.continue(headings.file)
    await guided.continue(headings.leaflet)
  })

  it('gets one review and one leaflet, though answers get lost and a button is pressed twice', async () => {
    await guided.choose('Yes, and I have the file')
    await guided.choosePDF('leafletFile', 'scan0001.pdf')
    await guided.taken()
    // The server does what it is asked, and its answer does not arrive.
    await page.route(
      '**/api/reviews?draft=true*',
      async (route) => {
        await route.fetch()
        await route.abort()
      },
      { times: 1 },
    )
    await page.route('**/api/leaflets?draft=true*', (route) => route.abort(), { times: 1 })
    const lost = page.getByText('The server could not be reached.')
    await guided.press('Prepare the drafts')
    await lost.waitFor()
    await guided.press('Prepare the drafts')
    await page.getByRole('button', { name: 'Prepare the drafts' }).waitFor()
    await lost.waitFor()
    await page.getByRole('button', { name: 'Prepare the drafts' }).dblclick()
    await guided.at(headings.summary)
    expect(await stored('reviews', 'name', 'Child T')).toHaveLength(1)
    const leaflets = await stored('leaflets', 'title', 'Learning leaflet: Child T')
    expect(leaflets).toHaveLength(1)
    leaflet = String(leaflets[0]!.id)
  })

  it('reads that nothing stands in the way, and opens the review, where it is published', async () => {
    await page.getByText('Nothing stands in the way of publishing the review.').waitFor()
    expect(await (await fetch(server.url)).text()).not.toContain('Child T')
    await page.getByRole('link', { name: 'Open the review' }).click()
    await page.waitForURL(/reviews\/\d+$/)
    await page.locator('.sr-state').waitFor()
    // Whoever comes back finds what was prepared.
    await page.goBack()
    await guided.at(headings.summary)
    await page.getByRole('link', { name: 'Open the review' }).click()
    await page.waitForURL(/reviews\/\d+$/)
    const review = /reviews\/(\d+)$/.exec(page.url())![1]!
    const editor = adminOf(page, server)
    await editor.open(review)
    expect(await editor.publish()).toBe(200)
    await expect.poll(() => editor.state.innerText(), patience).toMatch(/^Public since/)

    await page.goto(`${server.url}/admin/collections/leaflets/${leaflet}`)
    const saved = page.waitForResponse(
      (response) =>
        response.request().method() === 'PATCH' && response.url().includes('/api/leaflets/'),
    )
    await page.click('#action-save:not([disabled])')
    expect((await saved).status()).toBe(200)
  })

  it('and readers find the report and the leaflet', async () => {
    const reader = await browser.newPage()
    await reader.goto(server.url)
    const article = reader.locator('article').filter({ hasText: 'Child T' })
    const links = article.locator('a[href*="/api/files/"]')
    expect(await links.allInnerTexts()).toEqual([
      expect.stringMatching(/^Local case review: Child T \(PDF/),
      expect.stringMatching(/^Learning leaflet: Child T \(PDF/),
    ])
    const names = await links.evaluateAll((all) =>
      Promise.all(
        all.map(async (link) => {
          const answer = await fetch((link as HTMLAnchorElement).href)
          return `${answer.status} ${answer.headers.get('content-disposition')}`
        }),
      ),
    )
    expect(names).toEqual([
      expect.stringMatching(/^200 .*Local case review Child T\.pdf/),
      expect.stringMatching(/^200 .*Learning leaflet Child T\.pdf/),
    ])
    await reader.close()
  })

  it('begins anew the next time', async () => {
    await page.goto(`${server.url}/admin/collections/reviews`)
    await page.getByRole('link', { name: 'Publish a new review, step by step' }).click()
    await guided.at(headings.review)
    expect(await page.inputValue('#field-name')).toBe('')
  })
})

describe('a contributor', () => {
  it('goes all the way by keyboard alone', async () => {
    const { guided, page } = await person(accounts.connie)
    await guided.open()
    const { keyboard } = page
    await page.locator('[name=reviewType]').first().focus()
    // The local review is the last of four.
    for (const key of ['ArrowDown', 'ArrowDown', 'ArrowDown', 'Tab']) await keyboard.press(key)
    await keyboard.type('Child K')
    await keyboard.press('Enter')
    await guided.at(headings.report)
    await keyboard.press('Tab')
    for (const key of ['ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'Enter'])
      await keyboard.press(key)
    await guided.at(headings.leaflet)
    await keyboard.press('Tab')
    for (const key of ['ArrowUp', 'Enter']) await keyboard.press(key)
    await guided.at(headings.summary)
    await page.getByText('An editor finds them under “Reviews”').waitFor()
    expect(await stored('reviews', 'name', 'Child K')).toHaveLength(1)
  })

  it('keeps the answers when logged out meanwhile', async () => {
    const { guided, page } = await person(accounts.connie)
    await guided.open()
    await guided.choose('Thematic review')
    await guided.write('Name of the review', 'Babies in the night')
    await guided.continue(headings.report)
    await guided.choose('On request')
    await guided.continue(headings.leaflet)
    await guided.choose('No')
    await page.context().clearCookies()
    await guided.press('Prepare the drafts')
    await page.getByText('You are logged out').waitFor()
    await adminOf(page, { admin: accounts.connie, url: server.url }).logIn()
    await page.goto(`${guided.address}#leaflet`)
    await guided.at(headings.leaflet)
    await guided.continue(headings.summary, 'Prepare the drafts')
  })
})

describe('somebody without the right', () => {
  it('finds no button, and under the address no form', async () => {
    const { guided, page } = await person(accounts.wendy)
    const button = page.getByRole('link', { name: /Publish a new review/ })
    expect(await button.count()).toBe(0)
    await page.goto(`${server.url}/admin/collections/reviews`)
    await page.waitForSelector('table tbody tr')
    expect(await button.count()).toBe(0)
    await page.goto(guided.address)
    await page.getByText('You do not have the right to prepare a review.').waitFor()
    expect(await page.locator('.sr-guided :is(form, input, textarea)').count()).toBe(0)
  })

  it('is asked to log in first', async () => {
    const page = await browser.newPage()
    await page.goto(guidedStartOn(page, server.url).address)
    await page.waitForURL(/\/admin\/login\?redirect=.*guided-start/)
    await page.close()
  })
})

describe('everybody can use it', () => {
  it.each(['light', 'dark'])(
    'in the %s theme, on a telephone, at each step',
    async (theme) => {
      const { guided, page } = await person(server.admin, {
        viewport: { width: 360, height: 740 },
      })
      await page.context().addCookies([{ name: 'payload-theme', value: theme, url: server.url }])
      const check = async (step: keyof typeof headings) => {
        await guided.at(headings[step])
        expect(await page.evaluate(() => document.documentElement.scrollWidth), step).toBe(360)
        const { passes, violations } = await new AxeBuilder({ page })
          .include('.sr-guided')
          .analyze()
        const found = violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])
        expect(found, step).toEqual([])
        expect(passes.map(({ id }) => id)).toContain('color-contrast')
      }
      await guided.open()
      expect(await page.locator('html').getAttribute('data-theme')).toBe(theme)
      await guided.press('Continue')
      await check('review')
      await guided.choose('Serious Case Review')
      await guided.write('Name of the review', `Child ${theme}`)
      await guided.choose('Yes, it moves here from another place')
      await guided.press('Continue')
      await check('review')
      await guided.write('Year', '2018')
      await guided.write('Where was it public until now?', 'https://old.example')
      await guided.continue(headings.report)
      await guided.choose('Nothing: the report is not published')
      await guided.press('Continue')
      await check('report')
      await guided.choose('The full report')
      await guided.continue(headings.file)
      await guided.press('Continue')
      await check('file')
      await guided.choosePDF('report', 'a-name-that-is-rather-long-and-has-no-space-in-it.pdf')
      await guided.taken()
      await check('file')
      await guided.continue(headings.leaflet)
      await guided.choose('Yes, and I have the file')
      await guided.press('Prepare the drafts')
      await check('leaflet')
      await guided.choose('Later')
      await guided.continue(headings.summary, 'Prepare the drafts')
      await page.getByText('Nothing stands in the way').waitFor()
      await check('summary')
    },
    120_000,
  )
})
