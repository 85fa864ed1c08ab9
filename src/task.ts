import type { TaskConfig } from 'payload'

/** A task of Payload’s queue: its type knows only the tasks of a host that has generated its types. */
export const task = (
  config: Omit<TaskConfig<{ input: object; output: object }>, 'slug'> & { slug: string },
) => config as unknown as TaskConfig
