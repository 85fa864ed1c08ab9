import type { CollectionAfterChangeHook, CollectionAfterDeleteHook } from 'payload'

import { changeOf } from '../operations/changeInProgress.ts'
import { shareFiles } from '../operations/shareFiles.ts'
import type { Reference } from '../rules/references.ts'
import type { PublishingSettings } from '../settings.ts'

/** Opens and closes the files that the public row referred to before the change or refers to after it. */
export const shareFilesAfterChange =
  (settings: PublishingSettings): CollectionAfterChangeHook =>
  async ({ collection: { slug }, context, doc, operation, req }) => {
    const change = changeOf(context, slug, operation === 'create' ? undefined : doc.id)
    if (change.intent.isDraftSave) return
    await shareFiles(req, settings, [...before(change.row), ...change.refersTo])
  }

export const shareFilesAfterDelete =
  (settings: PublishingSettings): CollectionAfterDeleteHook =>
  async ({ collection: { slug }, context, id, req }) =>
    shareFiles(req, settings, before(changeOf(context, slug, id).row))

const before = (row: Record<string, unknown> | undefined) => (row?.refersTo ?? []) as Reference[]
