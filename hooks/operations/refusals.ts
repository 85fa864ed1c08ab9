import type { PayloadRequest } from 'payload'

import { canonicalJSON } from '../rules/canonicalJSON.ts'
import type { EventContent } from '../rules/events.ts'
import type { PublishingSettings } from '../settings.ts'

const underway = new Set<Promise<unknown>>()

/**
 * Records that something was asked for and refused. The refusal rolls its own transaction back, so this is
 * written beside it, and nobody waits for it: an embedded database has one connection, which is the one that
 * is about to roll back.
 */
export function recordRefusal(
  { payload }: PayloadRequest,
  { slugs }: PublishingSettings,
  content: Omit<EventContent, 'kind'>,
): void {
  const { actor, publication } = content
  const kind = 'refused'
  const written = payload.db
    .create({
      collection: slugs.publicationEvents,
      data: {
        actor,
        at: new Date().toISOString(),
        body: canonicalJSON({ ...content, kind }),
        kind,
        publication,
      },
      returning: false,
    })
    .catch((error: unknown) =>
      payload.logger.error({ err: error, msg: 'A refusal is not recorded.' }),
    )
    .finally(() => underway.delete(written))
  underway.add(written)
}

/** Waits until every refusal so far is recorded; for whoever is about to close the database. */
export const refusalsRecorded = async (): Promise<void> => {
  await Promise.all(underway)
}
