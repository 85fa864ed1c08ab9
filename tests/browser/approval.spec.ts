import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'

import { adminOf } from '../helpers/admin.ts'
import { launchBrowser } from '../helpers/browser.ts'
import { type HttpAccount, makeAccounts } from '../helpers/httpAccounts.ts'
import { type RunningServer, startServer } from '../helpers/server.ts'

const patience = { timeout: 30_000 }

let server: RunningServer
let browser: Browser
let accounts: Record<'ann' | 'emma', HttpAccount>

beforeAll(async () => {
  server = await startServer({ prepared: inject('prepared') })
  browser = await launchBrowser()
  accounts = await makeAccounts(server, { emma: 'editor', ann: 'approver', other: 'approver' })
})

afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

/** Somebody logged in, on a page of their own. */
async function person(
  name: keyof typeof accounts,
  options: Parameters<Browser['newContext']>[0] = {},
) {
  const context: BrowserContext = await browser.newContext({
    locale: 'en-GB',
    viewport: { width: 1280, height: 900 },
    ...options,
  })
  const page: Page = await context.newPage()
  page.setDefaultTimeout(45_000)
  const editor = adminOf(page, { admin: accounts[name], url: server.url })
  await editor.logIn()
  const panel = page.locator('.sr-panel')
  return {
    editor,
    page,
    panel,
    button: (label: string) => panel.getByRole('button', { name: label, exact: true }),
  }
}

/** What axe finds in the panel. */
const faults = async (page: Page) =>
  (await new AxeBuilder({ page }).include('.sr-panel').analyze()).violations.map(({ id }) => id)

describe('a review by two people', () => {
  let id: string
  const publicly = async () => (await fetch(`${server.url}/api/reviews/${id}`)).status

  it('is written by an editor, who is led to what is missing and submits it', async () => {
    const { button, editor, page, panel } = await person('emma')
    id = await editor.begin()
    await editor.write('name', 'Child T')
    await expect.poll(() => panel.innerText(), patience).toContain('Choose the type of review.')
    expect(await page.locator('#action-save').count()).toBe(0)
    expect(await button('Submit for approval').count()).toBe(0)
    await editor.choose('reviewType', 'Local case review')
    // The point leads to its field, under another tab.
    await button(
      'Say whether the report is published, or why not. “Not stated” is allowed.',
    ).click()
    await editor.choose('reportAvailability', 'On request')
    expect(await faults(page)).toEqual([])
    await button('Submit for approval').click()
    await panel.getByLabel('What should the second person know? (optional)').fill('Please look.')
    await button('Submit for approval').click()
    await expect.poll(() => panel.innerText(), patience).toContain('You submitted this.')
    expect(await publicly()).toBe(404)
  })

  it('is read by an approver, who refuses it with a reason', async () => {
    const { button, editor, page, panel } = await person('ann', { colorScheme: 'dark' })
    await editor.open(id)
    await expect.poll(() => panel.innerText(), patience).toContain('Please look.')
    expect(await page.locator('#action-save').count()).toBe(0)
    expect(await faults(page)).toEqual([])
    await button('Refuse').click()
    expect(await button('Refuse').isDisabled()).toBe(true)
    await panel.getByLabel('What has to be changed?').fill('Leave the year out.')
    await button('Refuse').click()
    await expect
      .poll(() => panel.innerText(), patience)
      .toContain('Refused by ann@safeguarding.example')
  })

  it('is changed, submitted again and published by the approver', async () => {
    const emma = await person('emma')
    await emma.editor.open(id)
    await expect.poll(() => emma.panel.innerText(), patience).toContain('Leave the year out.')
    await emma.editor.openTab('About the review')
    await emma.editor.write('name', 'Child T and the night')
    await emma.button('Submit again').click()
    await emma.button('Submit for approval').click()
    await expect.poll(() => emma.panel.innerText(), patience).toContain('You submitted this.')

    const ann = await person('ann')
    await ann.editor.open(id)
    await ann.button('Approve and publish').click()
    await expect.poll(() => ann.editor.state.innerText(), patience).toMatch(/^Public since/)
    expect(await publicly()).toBe(200)
    await emma.page.reload()
    await expect.poll(() => emma.panel.innerText(), patience).toContain('Public since')
  })

  it('says what a draft over it would change, on a phone too', async () => {
    const { editor, page, panel } = await person('emma', { viewport: { width: 360, height: 800 } })
    await editor.open(id)
    await editor.openTab('About the review')
    await editor.write('name', 'Child T, corrected')
    await expect.poll(() => editor.state.innerText(), patience).toContain('1 change in draft')
    await panel.getByText('What the draft changes').click()
    const words = await panel.innerText()
    for (const part of ['Child T and the night', 'Child T, corrected'])
      expect(words).toContain(part)
    const { scrollWidth } = await page.evaluate(() => ({
      scrollWidth: document.documentElement.scrollWidth,
    }))
    expect(scrollWidth).toBeLessThanOrEqual(360)
  })
})
