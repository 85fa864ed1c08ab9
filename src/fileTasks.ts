import type { TaskConfig } from 'payload'

import { performCheck } from '../hooks/operations/checkFile.ts'
import { checkFileTask } from '../hooks/operations/fileChecks.ts'
import { idFrom } from '../hooks/rules/references.ts'
import type { Settings } from './options/index.ts'
import { task } from './task.ts'

/** The job that checks a file after it was uploaded. */
export const fileTasks = (settings: Settings): TaskConfig[] => [
  task({
    slug: checkFileTask,
    label: 'Check a file before it becomes public',
    inputSchema: [{ name: 'check', type: 'text', required: true }],
    retries: 2,
    handler: async ({ input, req }) => {
      await performCheck(req, settings, idFrom((input as { check: string }).check))
      return { output: {} }
    },
  }),
]
