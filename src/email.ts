import { randomUUID } from 'node:crypto'
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'

import type { EmailAdapter } from 'payload'

/** How many mails are kept. */
const kept = 100

/**
 * Keeps mail as files, for an app that has no mail server configured: what would be sent can be read, and a lost
 * password can be reset all the same. The oldest go.
 */
export const keepMail =
  (folder: string): EmailAdapter =>
  ({ payload }) => ({
    name: 'files',
    defaultFromAddress: 'case-reviews@localhost',
    defaultFromName: 'Case reviews',
    sendEmail: async ({ html, subject, text, to }) => {
      const at = new Date().toISOString().replaceAll(':', '-')
      const file = path.join(folder, `${at}-${randomUUID().slice(0, 8)}.txt`)
      const content = `To: ${String(to)}\nSubject: ${subject}\n\n${String(text ?? html)}\n`
      await mkdir(folder, { recursive: true })
      // It may hold a link that resets a password.
      await writeFile(file, content, { mode: 0o600 })
      const oldest = (await readdir(folder)).sort().slice(0, -kept)
      for (const name of oldest) await rm(path.join(folder, name), { force: true })
      payload.logger.info(
        `No mail server is configured: a mail to ${String(to)} is kept in ${file}`,
      )
    },
  })
