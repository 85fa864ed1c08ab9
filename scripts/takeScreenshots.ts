/** `npm run screenshots`: takes the pictures of the README from the built app on a fresh sample. */
import { mkdir } from 'node:fs/promises'
import path from 'node:path'

import { PDFDocument, rgb } from '@cantoo/pdf-lib'
import type { Browser, Page } from 'playwright-core'

import { adminOf } from '../tests/helpers/admin.ts'
import { launchBrowser } from '../tests/helpers/browser.ts'
import { uploadForm } from '../tests/helpers/content.ts'
import { guidedStartOn } from '../tests/helpers/guidedStartPage.ts'
import { makeAccounts, post, tokenOf } from '../tests/helpers/httpAccounts.ts'
import { type RunningServer, startServer } from '../tests/helpers/server.ts'

const folder = path.resolve(import.meta.dirname, '../docs/screenshots')
const settle = 1500

const take = (page: Page, name: string) =>
  page.screenshot({ path: path.join(folder, `${name}.png`) })

/** In the order in which an editor comes to see them. */
async function admin(browser: Browser, server: RunningServer): Promise<void> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, locale: 'en-GB' })
  const editor = adminOf(page, server)
  await editor.logIn()
  const id = await editor.begin()
  await editor.write('name', 'Child T')
  await editor.choose('reviewType', 'Local case review')
  await page.locator('[contenteditable=true]').first().click()
  await page.keyboard.type('Child T was seven. Three services knew a part of what T lived with.')
  await editor.openTab('Report and documents')
  await editor.choose('reportAvailability', 'On request')
  await editor.publish()
  await editor.openTab('About the review')
  await page.reload()
  await editor.state.filter({ hasText: 'protected until' }).waitFor()
  await page.waitForTimeout(settle)
  await take(page, 'protected')

  await editor.open(id)
  await editor.write('name', 'Child T (corrected)')
  await editor.state.filter({ hasText: 'change in draft' }).waitFor()
  await page.waitForTimeout(settle)
  await take(page, 'review')

  await guidedStart(page, server)

  await approval(browser, server, id)

  await fileCheck(page, server)

  await page.goto(`${server.url}/admin`)
  await page.waitForTimeout(settle)
  await take(page, 'dashboard')

  await editor.openList()
  await page.locator('tbody').filter({ hasNotText: 'Loading' }).waitFor()
  await page.waitForTimeout(settle)
  await take(page, 'reviews')
}

/** A report of which a box over the name can be lifted, and what the panel says of it. */
async function fileCheck(page: Page, server: RunningServer): Promise<void> {
  const pdf = await PDFDocument.create()
  const sheet = pdf.addPage([420, 300])
  const lines = ['Child T lived with grandparents at first.', 'Jonathan Smith was seven then.']
  for (const [line, words] of lines.entries())
    sheet.drawText(words, { size: 16, x: 40, y: 220 - line * 40 })
  sheet.drawRectangle({ color: rgb(0, 0, 0), height: 22, width: 118, x: 38, y: 174 })
  const token = await tokenOf(server, server.admin)
  const answer = await fetch(`${server.url}/api/files`, {
    method: 'POST',
    headers: { Authorization: `JWT ${token}` },
    body: uploadForm(Buffer.from(await pdf.save()), 'Report on Child T.pdf', 'application/pdf'),
  })
  const { doc: file } = (await answer.json()) as { doc: { id: number } }
  const values = { name: 'Child R', reviewType: 'local', reportAvailability: 'published' }
  const body = { ...values, reportFile: file.id }
  const { doc } = await post<{ doc: { id: number } }>(server, 'reviews?draft=true', body, token)
  await adminOf(page, server).open(String(doc.id))
  await page.getByText('Show page 1').click()
  await page.locator('.sr-panel img').waitFor()
  await page.locator('.sr-file').scrollIntoViewIfNeeded()
  await page.waitForTimeout(settle)
  await take(page, 'file-check')
}

/** As far as the report, which is called by the pseudonym for readers. */
async function guidedStart(page: Page, { url }: RunningServer): Promise<void> {
  const guided = guidedStartOn(page, url)
  await guided.open()
  await guided.choose('Thematic review')
  await guided.write('Name of the review', 'Babies in the night')
  await guided.continue('What can be published?')
  await guided.choose('The full report')
  await guided.continue('Add the report')
  await guided.choosePDF('report', 'final final v3.pdf')
  await guided.taken()
  await page.waitForTimeout(settle)
  await take(page, 'guided-start')
}

/** An editor submits the draft, and an approver looks at it. */
async function approval(browser: Browser, server: RunningServer, id: string): Promise<void> {
  const { ann, emma } = await makeAccounts(server, {
    emma: 'editor',
    ann: 'approver',
    otto: 'approver',
  })
  const document = { relationTo: 'reviews', value: Number(id) }
  const message = 'The new name is shorter. Please look.'
  await post(server, 'approvals', { document, message }, await tokenOf(server, emma))

  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    locale: 'en-GB',
  })
  const page = await context.newPage()
  const approver = adminOf(page, { admin: ann, url: server.url })
  await approver.logIn()
  await approver.open(id)
  await page.waitForTimeout(settle)
  await take(page, 'approval')
  await context.close()
}

async function publicPage(browser: Browser, { url }: RunningServer): Promise<void> {
  const desktop = await browser.newPage({ viewport: { width: 1024, height: 1000 } })
  await desktop.goto(`${url}/#section-caseReviews`, { waitUntil: 'networkidle' })
  await take(desktop, 'page')
  const phone = await browser.newPage({ viewport: { width: 360, height: 720 } })
  await phone.goto(`${url}/#alan`, { waitUntil: 'networkidle' })
  await take(phone, 'page-phone')
}

await mkdir(folder, { recursive: true })
const server = await startServer()
try {
  const browser = await launchBrowser()
  try {
    await publicPage(browser, server)
    await admin(browser, server)
  } finally {
    await browser.close()
  }
} finally {
  await server.stop()
}
