import type { Page } from 'playwright-core'

import type { RunningServer } from './server.ts'

/** What an editor does in the admin, in the words of the admin. */
export function adminOf(page: Page, { admin, url }: Pick<RunningServer, 'admin' | 'url'>) {
  const reviews = `${url}/admin/collections/reviews`
  const saved = (kind: 'autosave' | 'save') =>
    page.waitForResponse(
      (response) =>
        response.request().method() === 'PATCH' &&
        /\/api\/reviews\/\d+\?/.test(response.url()) &&
        response.url().includes('autosave=true') === (kind === 'autosave'),
    )
  const editor = {
    logIn: async () => {
      await page.goto(`${url}/admin/login`)
      await page.fill('#field-email', admin.email)
      await page.fill('#field-password', admin.password)
      await page.click('button[type=submit]')
      await page.waitForURL(`${url}/admin`)
    },
    openList: async () => {
      await page.goto(reviews)
      await page.waitForSelector('table tbody tr')
    },
    open: async (id: string) => {
      await page.goto(`${reviews}/${id}`)
      // The server has drawn it before the browser's React listens to it: a click until then is lost.
      await page.waitForFunction(() =>
        Object.keys(document.querySelector('.sr-state') ?? {}).some((key) =>
          key.startsWith('__react'),
        ),
      )
    },
    /** Begins a review; Payload saves a first draft of it at once and gives it an id. */
    begin: async (): Promise<string> => {
      await page.goto(`${reviews}/create`)
      await page.waitForURL(/reviews\/\d+/)
      await page.waitForSelector('#field-name')
      return /reviews\/(\d+)/.exec(page.url())![1]!
    },
    openTab: (label: string) => page.click(`.tabs-field__tab-button:has-text("${label}")`),
    /** Chooses a value and waits until the draft is saved: its answer takes away the errors that a form shows. */
    choose: async (field: string, label: string) => {
      const draft = saved('autosave')
      await page.click(`#field-${field} .rs__control`)
      await page.click(`#field-${field} .rs__option:text-is("${label}")`)
      await draft
    },
    /** Types into a field and waits until the draft is saved. */
    write: async (field: string, text: string) => {
      const draft = saved('autosave')
      await page.fill(`#field-${field}`, text)
      await draft
    },
    publish: async () => {
      const published = saved('save')
      await page.click('#action-save:not([disabled])')
      return (await published).status()
    },
    /** What the sidebar says of what the public sees. */
    state: page.locator('.sr-state'),
  }
  return editor
}

export type Editor = ReturnType<typeof adminOf>
