import type { EmailAdapter } from 'payload'

/** Writes mail to the log, for an app that has no mail server configured: a lost password can be reset all the same. */
export const logEmail: EmailAdapter = ({ payload }) => ({
  name: 'log',
  defaultFromAddress: 'case-reviews@localhost',
  defaultFromName: 'Case reviews',
  sendEmail: async ({ html, subject, text, to }) =>
    payload.logger.info(`Mail to ${String(to)}: ${subject}\n${String(text ?? html)}`),
})
