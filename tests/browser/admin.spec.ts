import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'

import { adminOf, type Editor } from '../helpers/admin.ts'
import { launchBrowser } from '../helpers/browser.ts'
import { type RunningServer, startServer } from '../helpers/server.ts'

const patience = { timeout: 30_000 }

let server: RunningServer
let browser: Browser
let page: Page
let editor: Editor
let id: string

beforeAll(async () => {
  server = await startServer({ prepared: inject('prepared') })
  browser = await launchBrowser()
  page = await browser.newPage({ viewport: { width: 1280, height: 900 }, locale: 'en-GB' })
  page.setDefaultTimeout(45_000)
  editor = adminOf(page, server)
})

afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

const publicly = async () => {
  const answer = await fetch(`${server.url}/api/reviews/${id}`)
  return { status: answer.status, name: ((await answer.json()) as { name?: string }).name }
}

/** The sidebar asks again after each save. */
const stateToBe = (sentence: RegExp) =>
  expect.poll(() => editor.state.innerText(), patience).toMatch(sentence)

describe('an editor', () => {
  it('logs in and finds the seven reviews, newest first, with their types in words', async () => {
    await editor.logIn()
    await editor.openList()
    const rows = page.locator('tbody tr')
    expect(await rows.count()).toBe(7)
    for (const words of ['Alan', 'Local Child Safeguarding Practice Review', '20 March 2023'])
      await expect.poll(() => rows.first().innerText(), patience).toContain(words)
    expect(await rows.last().innerText()).toContain('Child G')
  })

  it('sees that a draft is not public', async () => {
    id = await editor.begin()
    await editor.write('name', 'Child T')
    await stateToBe(/^Draft: not public$/)
    expect((await publicly()).status).toBe(404)
  })

  it('is told what is missing to publish, and has no button that leads to an error', async () => {
    await editor.choose('reviewType', 'Local case review')
    const missing = page.locator('.sr-points button')
    await expect.poll(() => missing.allInnerTexts(), patience).toHaveLength(1)
    expect(await page.locator('#action-save').count()).toBe(0)
    await missing.click()
    await page.locator('#field-reportAvailability').waitFor()
    expect((await publicly()).status).toBe(404)
  })

  it('publishes, and reads until when it is protected', async () => {
    await editor.choose('reportAvailability', 'On request')
    expect(await editor.publish()).toBe(200)
    await stateToBe(/^Public since \d+ \w+ \d{4} · protected until the end of \d+ \w+ \d{4}$/)
    expect(await publicly()).toEqual({ status: 200, name: 'Child T' })
  })

  it('reads why a protected review cannot be unpublished, and it stays public', async () => {
    await expect
      .poll(() => page.locator('.sr-panel').innerText(), patience)
      .toMatch(/It cannot be unpublished or deleted before the end of \d+ \w+ \d{4}\./)
    await page.click('.doc-controls__dots')
    expect(await page.locator('#action-unpublish').count()).toBe(0)
    await page.keyboard.press('Escape')
    expect(await publicly()).toEqual({ status: 200, name: 'Child T' })
  })

  it('writes a draft over it that changes nothing for the public', async () => {
    await editor.open(id)
    await editor.openTab('About the review')
    await editor.write('name', 'Child T, as nobody has approved it')
    await stateToBe(/· 1 change in draft$/)
    expect(await publicly()).toEqual({ status: 200, name: 'Child T' })
    await page.reload()
    await stateToBe(/^Public since .* · 1 change in draft$/)
  })

  it('publishes the draft, and the public reads the new text', async () => {
    expect(await editor.publish()).toBe(200)
    expect(await publicly()).toEqual({ status: 200, name: 'Child T, as nobody has approved it' })
    await stateToBe(/^Public since [^·]* · protected until the end of [^·]*$/)
  })

  it('loads nothing from any other server', async () => {
    const elsewhere: string[] = []
    page.on('request', (request) => {
      if (!request.url().startsWith(server.url) && !request.url().startsWith('data:'))
        elsewhere.push(request.url())
    })
    await editor.openList()
    await editor.open(id)
    expect(elsewhere).toEqual([])
  })
})
