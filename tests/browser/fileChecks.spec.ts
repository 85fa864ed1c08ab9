import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'

import { adminOf } from '../helpers/admin.ts'
import { launchBrowser } from '../helpers/browser.ts'
import { review, richText, uploadForm } from '../helpers/content.ts'
import { corpus } from '../helpers/fileCorpus/index.ts'
import { type HttpAccount, makeAccounts, post, tokenOf } from '../helpers/httpAccounts.ts'
import { type RunningServer, startServer } from '../helpers/server.ts'

const patience = { timeout: 30_000 }

let server: RunningServer
let browser: Browser
let keeper: HttpAccount
let token: string

beforeAll(async () => {
  server = await startServer({ prepared: inject('prepared') })
  browser = await launchBrowser()
  // Nobody is an approver, so that the administrator among them publishes alone.
  ;({ keeper } = await makeAccounts(server, { keeper: ['administrator', 'privateNames'] }))
  token = await tokenOf(server, keeper)
})

afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

async function upload(what: string): Promise<number> {
  const bytes = Buffer.from(await corpus.find((file) => file.what === what)!.bytes())
  const answer = await fetch(`${server.url}/api/files`, {
    method: 'POST',
    headers: { Authorization: `JWT ${token}` },
    body: uploadForm(bytes, 'The report.pdf', 'application/pdf'),
  })
  return ((await answer.json()) as { doc: { id: number } }).doc.id
}

async function draftWith(what: string, more: object = {}): Promise<string> {
  const reportFile = await upload(what)
  const values = { reviewType: 'local', reportAvailability: 'published', reportFile, ...more }
  const { doc } = await post<{ doc: { id: number } }>(
    server,
    'reviews?draft=true',
    review(values),
    token,
  )
  return String(doc.id)
}

/** The draft in the admin, as it is seen by the person who keeps the private names. */
async function open(id: string, colorScheme: 'dark' | 'light') {
  const context = await browser.newContext({ colorScheme, locale: 'en-GB' })
  const page = await context.newPage()
  page.setDefaultTimeout(45_000)
  const editor = adminOf(page, { admin: keeper, url: server.url })
  await editor.logIn()
  await editor.open(id)
  const panel = page.locator('.sr-panel')
  return {
    editor,
    page,
    panel,
    button: (label: string) => panel.getByRole('button', { name: label, exact: true }),
    says: (text: string) => expect.poll(() => panel.innerText(), patience).toContain(text),
    publishButtons: () => page.locator('#action-save').count(),
  }
}

const faults = async (page: Page) =>
  (await new AxeBuilder({ page }).include('.sr-panel').analyze()).violations.map(({ id }) => id)

describe('a report of which the redaction can be lifted', () => {
  it.each(['light', 'dark'] as const)(
    'is not published; the %s panel says why and shows the place',
    async (theme) => {
      const id = await draftWith('a black box over words', { name: `Child ${theme}` })
      const { page, panel, publishButtons, says } = await open(id, theme)
      await says('Must be mended: Text lies under a drawn box')
      await says('cannot become public as it is')
      expect(await publishButtons()).toBe(0)
      await panel.getByText('Show page 1').click()
      const width = () =>
        panel.locator('img').evaluate((image) => (image as HTMLImageElement).naturalWidth)
      await expect.poll(width, patience).toBeGreaterThan(300)
      expect(await faults(page)).toEqual([])
      await page.context().close()
    },
  )

  it('waits on the dashboard to be mended, and leads to the draft', async () => {
    const { page } = await open(await draftWith('a black box over words'), 'light')
    await page.goto(`${server.url}/admin`)
    const item = page.locator('.sr-dashboard li', { hasText: 'Mend a file of' }).first()
    expect(await item.locator('a').getAttribute('href')).toMatch(/\/collections\/reviews\/\d+$/)
    await page.context().close()
  })
})

describe('a report with a warning', () => {
  it('is published once somebody said why it may pass', async () => {
    const id = await draftWith('an author', { name: 'Child W' })
    const { button, editor, page, panel, publishButtons, says } = await open(id, 'light')
    await says('Look at this: The properties of the file name a person.')
    expect(await publishButtons()).toBe(0)
    await button('Let it pass').click()
    await panel.getByLabel('Why may it become public all the same?').fill('It is our office.')
    await button('Let it pass').click()
    await says('Let pass by keeper@safeguarding.example: It is our office.')
    await says('Complete: nothing stands in the way of publishing.')
    expect(await editor.publish()).toBe(200)
    await expect.poll(() => editor.state.innerText(), patience).toMatch(/^Public since/)
    await page.context().close()
  })
})

describe('a list of private names', () => {
  it('is written in the panel, and what is on it is found in the text', async () => {
    const summary = richText('Jonathan Smith was fifteen.')
    const values = {
      name: 'Child N',
      reviewType: 'local',
      reportAvailability: 'onRequest',
      summary,
    }
    const { doc } = await post<{ doc: { id: number } }>(
      server,
      'reviews?draft=true',
      review(values),
      token,
    )
    const { button, editor, page, panel, publishButtons, says } = await open(
      String(doc.id),
      'light',
    )
    await says('There is no list of names yet')
    await button('Show and change the list').click()
    await panel.getByLabel('one to a line', { exact: false }).fill('Jonathan Smith\n3 April 2015')
    await button('Save the list').click()
    await says('2 names are looked for')
    await says('This holds something from the list of private names.')
    expect(await panel.innerText()).not.toContain('Jonathan')
    expect(await publishButtons()).toBe(0)
    expect(await faults(page)).toEqual([])
    // The sentence leads to the field, under another tab.
    await editor.openTab('Publication')
    const field = page.locator('.rich-text-lexical', { hasText: 'Jonathan' })
    await panel.getByText('This holds something from the list').click()
    await expect.poll(() => field.isVisible(), patience).toBe(true)
    expect(await editor.state.innerText()).toBe('Draft: not public')
    await page.context().close()
  })
})
