import type { CollectionConfig, CollectionSlug, Config, Payload, Where } from 'payload'

import { type Account, enabled } from '../hooks/operations/people.ts'

/** What Payload itself adds when a config has no accounts of its own. */
const defaultAccounts = (): CollectionConfig => ({
  slug: 'users',
  admin: { useAsTitle: 'email' },
  auth: { tokenExpiration: 7200 },
  fields: [],
})

/**
 * The config's collections, the one of those who work in the admin changed.
 *
 * Payload chooses the first with accounts where the config names none, and adds one where there is none.
 */
export function withPeople(
  { admin, collections = [] }: Config,
  change: (collection: CollectionConfig) => CollectionConfig,
): CollectionConfig[] {
  const slug = admin?.user ?? collections.find(({ auth }) => auth)?.slug
  return slug
    ? collections.map((collection) => (collection.slug === slug ? change(collection) : collection))
    : [...collections, change(defaultAccounts())]
}

/**
 * At boot: where accounts were there before the plugin, nobody could give a role. The oldest account that is not
 * disabled becomes an administrator.
 */
export const appointAdministrator = (payload: Payload): Promise<void> =>
  // Where the tables are not there yet, nor is anybody.
  appoint(payload).catch((error: unknown) =>
    payload.logger.error({
      err: error,
      msg: 'safeguardingReviews: it could not be read whether anybody is an administrator.',
    }),
  )

async function appoint(payload: Payload): Promise<void> {
  const collection = payload.config.admin.user as CollectionSlug
  const oldest = async (...conditions: Where[]): Promise<Account | undefined> => {
    const { docs } = await payload.db.find<Account>({
      collection,
      limit: 1,
      pagination: false,
      sort: 'createdAt',
      where: { and: [enabled, ...conditions] },
    })
    return docs[0]
  }
  if (await oldest({ publishingRoles: { in: ['administrator'] } })) return
  const account = await oldest()
  if (!account) return
  const publishingRoles = [...(account.publishingRoles ?? []), 'administrator']
  await payload.db.updateOne({ collection, data: { publishingRoles }, id: account.id })
  payload.logger.warn(
    `safeguardingReviews: nobody was an administrator; the oldest account, ${account.id}, is one now.`,
  )
}

/** At boot: without the fields for roles nobody could do anything. */
export function refuseWithoutRoles({ collections, config }: Payload): void {
  const user = config.admin.user as CollectionSlug
  const has = (name: string) =>
    collections[user]?.config.flattenedFields.some((field) => field.name === name)
  if (!has('publishingRoles') || !has('isDisabled'))
    throw new Error(
      `safeguardingReviews: the collection "${user}" of those who work in the admin has no roles. Move the plugin that adds or replaces it before this one.`,
    )
}
