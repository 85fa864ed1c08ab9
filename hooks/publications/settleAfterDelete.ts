import type { CollectionAfterDeleteHook } from 'payload'

import { changeOf } from '../operations/changeInProgress.ts'
import { actorOf, recordEvent } from '../operations/events.ts'
import { readableBy, shareFiles } from '../operations/shareFiles.ts'
import { isPublic } from '../rules/publication.ts'
import { changedReferences, reference } from '../rules/references.ts'
import type { PublishingSettings } from '../settings.ts'

/** Closes the files of what was deleted, and records that something public was, once its period was over. */
export const settleAfterDelete =
  (settings: PublishingSettings): CollectionAfterDeleteHook =>
  async ({ collection: { slug }, context, id, req }) => {
    const { row, rowsBefore } = changeOf(context, slug, id)
    await shareFiles(req, settings, changedReferences(rowsBefore.map(readableBy), []))
    if (!isPublic(row)) return
    const publication = reference(slug, id)
    await recordEvent(req, settings, { kind: 'deleted', publication, actor: actorOf(req) })
  }
