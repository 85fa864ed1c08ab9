import type { Config, TaskConfig } from 'payload'

import { promiseTasks } from './availability/tasks.ts'
import { fileTasks } from './fileTasks.ts'
import { mailTasks } from './mail/tasks.ts'
import type { Settings } from './options/index.ts'

/** What a disabled plugin leaves of a task: its place in the schema. */
const idle = (config: TaskConfig): TaskConfig =>
  ({ ...config, handler: () => ({ output: {} }) }) as TaskConfig

/** The host's jobs, and ours. */
export function withTasks(jobs: Config['jobs'], settings: Settings): Config['jobs'] {
  const own = [...promiseTasks(settings), ...fileTasks(settings), ...mailTasks(settings)]
  const tasks = [...(jobs?.tasks ?? []), ...(settings.enabled ? own : own.map(idle))]
  return { ...jobs, tasks } as Config['jobs']
}
