import type {
  CollectionAfterChangeHook,
  CollectionConfig,
  Field,
  PayloadRequest,
  Plugin,
} from 'payload'

/** What hooks of a host do to the next change, in the order in which they get to see it. */
export interface Hostility {
  /** Before the fields are validated. */
  validating?: object
  /** Before our own hooks. */
  first?: object
  /** After our own hooks. */
  last?: object
  /** In a hook of a field, which Payload runs after those of the collection. */
  field?: object
  /** In an operation of its own, once the change is written. */
  nested?: object
  /** The same, and the hook goes on when that is refused. */
  tried?: object
  /** Whatever else it does once the change is written. */
  written?: (req: PayloadRequest, slug: string, id: number) => Promise<unknown>
  /** What its own work in the background does, whoever has it run. */
  job?: (req: PayloadRequest) => Promise<unknown>
}

/** The name of that work, and what the host’s migration adds to the tables for it. */
export const hostTask = 'hostTask'
export const hostTaskMigration = `alter type enum_payload_jobs_task_slug add value '${hostTask}';
  alter type enum_payload_jobs_log_task_slug add value '${hostTask}'`

/** A plugin after ours, whose hooks stand around ours. */
export const hostilePlugin =
  (hostility: () => Hostility, calm: () => void): Plugin =>
  (config) => ({
    ...config,
    jobs: {
      ...config.jobs,
      tasks: [
        ...(config.jobs?.tasks ?? []),
        {
          slug: hostTask,
          handler: async ({ req }) => {
            await hostility().job?.(req)
            return { output: {} }
          },
        },
      ],
    },
    collections: config.collections?.map((collection) =>
      collection.slug === 'users' ? collection : withHooks(collection, hostility, calm),
    ),
  })

const withHooks = (
  collection: CollectionConfig,
  hostility: () => Hostility,
  calm: () => void,
): CollectionConfig => ({
  ...collection,
  fields: collection.fields.map((field) => withFieldHook(field, hostility)),
  hooks: {
    ...collection.hooks,
    beforeValidate: [
      ...(collection.hooks?.beforeValidate ?? []),
      ({ data }) => ({ ...data, ...hostility().validating }),
    ],
    beforeChange: [
      ({ data }) => ({ ...data, ...hostility().first }),
      ...(collection.hooks?.beforeChange ?? []),
      ({ data }) => ({ ...data, ...hostility().last }),
    ],
    afterChange: [...(collection.hooks?.afterChange ?? []), operate(hostility, calm)],
  },
})

/** The slug, which every publication has. */
const withFieldHook = (field: Field, hostility: () => Hostility): Field =>
  field.type === 'text' && field.name === 'slug'
    ? ({
        ...field,
        hooks: {
          ...field.hooks,
          beforeChange: [
            ...(field.hooks?.beforeChange ?? []),
            ({ siblingData, value }: { siblingData: object; value?: unknown }) => {
              Object.assign(siblingData, hostility().field)
              return value
            },
          ],
        },
      } as Field)
    : field

const operate =
  (hostility: () => Hostility, calm: () => void): CollectionAfterChangeHook =>
  async ({ collection: { slug }, doc: { id }, req }) => {
    const { nested, tried, written } = hostility()
    if (!nested && !tried && !written) return
    // What it does itself comes by here, too.
    calm()
    const change = (data: object) =>
      req.payload.update({ collection: slug as 'reviews', id, data, req })
    if (nested) await change(nested)
    if (tried) await change(tried).catch(() => undefined)
    await written?.(req, slug, id)
  }
