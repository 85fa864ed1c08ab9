import type { Page } from 'playwright-core'

import { makePdf, text } from './fileCorpus/pdf.ts'

/** What somebody does in the guided start, in its own words. */
export function guidedStartOn(page: Page, url: string) {
  const guided = {
    address: `${url}/admin/collections/reviews/guided-start`,
    heading: page.locator('.sr-guided h1'),
    alert: page.locator('.sr-fault'),
    open: async () => {
      await page.goto(guided.address)
      await page.locator('.sr-guided form').waitFor()
    },
    choose: (label: string) => page.getByRole('radio', { name: label, exact: true }).check(),
    write: (label: string, text: string) => page.getByLabel(label, { exact: true }).fill(text),
    press: (button: string) => page.getByRole('button', { name: button, exact: true }).click(),
    /** Goes on, and waits for the question of the next step. */
    continue: async (heading: string, button = 'Continue') => {
      await guided.press(button)
      await guided.at(heading)
    },
    at: (heading: string) => guided.heading.filter({ hasText: heading }).waitFor(),
    choosePDF: (field: 'leafletFile' | 'report', name: string) =>
      // One in which nothing is found.
      guided.chooseFile(field, name, makePdf({ pages: [text(name, 50, 700)] })),
    chooseFile: (field: 'leafletFile' | 'report', name: string, buffer: Buffer) =>
      page
        .locator(`input[type=file][data-field=${field}]`)
        .setInputFiles({ name, mimeType: 'application/pdf', buffer }),
    /** Waits until the file is on the server. */
    taken: () => page.getByText('The file is here, and private.').waitFor(),
  }
  return guided
}
