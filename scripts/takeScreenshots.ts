/** `npm run screenshots`: takes the pictures of the README from the built app on a fresh sample. */
import { mkdir } from 'node:fs/promises'
import path from 'node:path'

import type { Browser, Page } from 'playwright-core'

import { adminOf } from '../tests/helpers/admin.ts'
import { launchBrowser } from '../tests/helpers/browser.ts'
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
  await editor.unpublish()
  await editor.refusal()
  await page.waitForTimeout(settle)
  await take(page, 'refusal')

  await editor.open(id)
  await editor.write('name', 'Child T (corrected)')
  await editor.state.filter({ hasText: 'newer draft' }).waitFor()
  await page.waitForTimeout(settle)
  await take(page, 'review')

  await editor.openList()
  await page.locator('tbody').filter({ hasNotText: 'Loading' }).waitFor()
  await page.waitForTimeout(settle)
  await take(page, 'reviews')
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
