import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import path from 'node:path'

import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'

import { previewToken, readPreviewToken } from '../../hooks/operations/previewTokens.ts'
import { type Editor, adminOf } from '../helpers/admin.ts'
import { launchBrowser } from '../helpers/browser.ts'
import { pdf, uploadForm } from '../helpers/content.ts'
import { post, tokenOf } from '../helpers/httpAccounts.ts'
import { type RunningServer, startServer } from '../helpers/server.ts'

const patience = { timeout: 30_000 }
const mark = 'Draft – not public'

let server: RunningServer
let browser: Browser
let page: Page
let editor: Editor
/** A review with a report, both prepared only. */
let id: string
/** The link as the panel hands it out. */
let link: string

beforeAll(async () => {
  server = await startServer({ prepared: inject('prepared') })
  browser = await launchBrowser()
  const token = await tokenOf(server, server.admin)
  const uploaded = await fetch(`${server.url}/api/files`, {
    method: 'POST',
    headers: { Authorization: `JWT ${token}` },
    body: uploadForm(await pdf('Report'), 'Report on T.pdf', 'application/pdf'),
  })
  const file = ((await uploaded.json()) as { doc: { id: number } }).doc.id
  const { doc } = await post<{ doc: { id: number } }>(
    server,
    'reviews?draft=true',
    {
      name: 'Child T',
      reviewType: 'local',
      reportAvailability: 'published',
      reportFile: file,
      recommendations: [{ recommendation: 'Ask the child.', dueBy: '2027-03-01' }],
    },
    token,
  )
  id = String(doc.id)
  const context = await browser.newContext({
    locale: 'en-GB',
    permissions: ['clipboard-read', 'clipboard-write'],
    viewport: { width: 1280, height: 900 },
  })
  page = await context.newPage()
  editor = adminOf(page, server)
  await editor.logIn()
})

afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

const faults = async (page: Page, part?: string) => {
  const axe = new AxeBuilder({ page })
  const { violations } = await (part ? axe.include(part) : axe).analyze()
  return violations.map(({ id, nodes }) => [id, nodes[0]?.html])
}

describe('a draft', () => {
  it('is shown to its editor as readers would see it, as wide as on a phone, too', async () => {
    await editor.open(id)
    await editor.write('reviewer', 'Dr A. Reviewer')
    const panel = page.locator('.sr-panel')
    await panel.getByRole('button', { name: 'Preview', exact: true }).click()
    const dialog = page.getByRole('dialog')
    const draft = page.frameLocator('.sr-preview iframe')
    await draft.getByRole('heading', { name: 'Local case review – Child T' }).waitFor(patience)
    await dialog.getByRole('button', { name: 'As on a phone' }).click()
    const width = () => draft.locator('html').evaluate(() => window.innerWidth)
    await expect.poll(width, patience).toBe(360)
    const scrolls = await draft.locator('html').evaluate(({ scrollWidth }) => scrollWidth)
    expect(scrolls).toBeLessThanOrEqual(360)
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
  })

  it('is handed on by a link, which says until when it holds', async () => {
    const panel = page.locator('.sr-panel')
    await panel.getByRole('button', { name: 'Copy a link for an approver' }).click()
    await expect.poll(() => panel.innerText(), patience).toContain('The link is copied.')
    const year = new Date(Date.now() + 7 * 24 * 60 * 60 * 1000).getFullYear()
    expect(await panel.innerText()).toMatch(new RegExp(`without logging in, until \\d.* ${year}`))
    link = await panel.getByLabel('Link to the draft').inputValue()
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(link)
    expect(link).toMatch(/\/preview\/reviews\/[\w.-]+$/)
    expect(await faults(page, '.sr-panel')).toEqual([])
    // What is saved by itself from now on is not in it.
    await editor.write('reviewer', 'Somebody else')
  })

  it('is read by whoever has the link, clearly marked, and kept by nobody', async () => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 } })
    const approver = await context.newPage()
    const answer = await approver.goto(link)
    const headers = await answer!.allHeaders()
    expect(answer!.status()).toBe(200)
    expect(headers['cache-control']).toContain('no-store')
    expect([headers['referrer-policy'], headers['x-robots-tag']]).toEqual([
      'no-referrer',
      'noindex',
    ])
    const words = await approver.locator('body').innerText()
    for (const part of [
      mark,
      'Child T',
      'Reviewer: Dr A. Reviewer',
      'Ask the child.',
      'By 1 March 2027',
      'Report on T (PDF',
    ])
      expect(words).toContain(part)
    expect(words).not.toContain('Published by')
    expect(await approver.title()).toBe(mark)
    expect(await faults(approver)).toEqual([])
    expect(await context.cookies()).toEqual([])
    const report = await approver.locator('article a[href*="/files/"]').getAttribute('href')
    const file = await fetch(new URL(report!, link))
    expect([file.status, file.headers.get('content-type')]).toEqual([200, 'application/pdf'])
    await context.close()
  })

  it.each([
    ['leaflets', { title: 'Learning from T', kind: 'practiceBrief' }, 'practice brief'],
    ['framework-documents', { title: 'The framework', edition: '4' }, 'edition 4'],
    ['reviews', {}, 'No name yet'],
  ])('is shown of %s, too, however little there is', async (collection, data, words) => {
    const token = await tokenOf(server, server.admin)
    const address = `${collection}?draft=true`
    const { doc } = await post<{ doc: { id: number } }>(server, address, data, token)
    const made = await post<{ url: string }>(
      server,
      `${collection}/${doc.id}/preview-link`,
      {},
      token,
    )
    const answer = await fetch(new URL(made.url, server.url))
    expect(answer.status).toBe(200)
    const text = await answer.text()
    for (const part of [mark, words]) expect(text).toContain(part)
  })

  it('is no longer there when its time is over, which the page says plainly', async () => {
    const kept = (await readFile(path.join(server.dataDir, 'secret'), 'utf8')).trim()
    // As Payload makes the secret of an app from the one that it is given.
    const secret = createHash('sha256').update(kept).digest('hex').slice(0, 32)
    const claims = readPreviewToken(secret, link.split('/').at(-1)!)!
    const expired = previewToken(secret, { ...claims, expires: Date.now() - 1 })
    const words = await (await fetch(`${server.url}/preview/reviews/${expired}`)).text()
    expect(words).toContain('This link has expired')
    expect(words).not.toContain('Child T')
  })

  it('is not there by any other link, and the public page knows nothing of it', async () => {
    const answer = await fetch(`${link}A`)
    expect(answer.status).toBe(404)
    const words = await answer.text()
    expect(words).toContain('There is no draft at this address')
    for (const address of [`${link}A`, link.replace('reviews', 'leaflets'), server.url])
      expect(await (await fetch(address)).text()).not.toContain('Child T')
  })
})
