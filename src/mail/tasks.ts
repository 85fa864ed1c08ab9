import type { TaskConfig } from 'payload'

import { type MailInput, sendMailTask } from '../../hooks/operations/mail.ts'
import type { Settings } from '../options/index.ts'
import { task } from '../task.ts'
import { tellOfPeriods } from './periods.ts'
import { sendMail } from './send.ts'

/** The job that sends a mail, and the one that looks each day whether a protection is about to end. */
export const mailTasks = (settings: Settings): TaskConfig[] => [
  task({
    slug: sendMailTask,
    label: 'Send a mail',
    inputSchema: [
      { name: 'to', type: 'text', required: true },
      { name: 'news', type: 'json', required: true },
    ],
    // After one minute, two, four and so on: for as long as a mail server may be away over night.
    retries: { attempts: 10, backoff: { type: 'exponential', delay: 60_000 } },
    handler: async ({ input, job, req }) => {
      await sendMail(req, settings, job.id, input as MailInput)
      return { output: {} }
    },
  }),
  task({
    slug: 'remindOfPeriods',
    label: 'Tell of protections that are about to end',
    schedule: settings.mail.enabled ? [{ cron: '0 7 * * *', queue: 'default' }] : [],
    handler: async ({ req: { payload } }) => {
      if (settings.mail.enabled) await tellOfPeriods(payload, settings)
      return { output: {} }
    },
  }),
]
