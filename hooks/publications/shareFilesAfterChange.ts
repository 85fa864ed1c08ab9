import type { CollectionAfterChangeHook, CollectionAfterDeleteHook } from 'payload'

import { changeOf, readPublicRow } from '../operations/changeInProgress.ts'
import { shareFiles } from '../operations/shareFiles.ts'
import type { Reference } from '../rules/references.ts'
import type { PublishingSettings } from '../settings.ts'

/** Opens and closes the files that the public row referred to before the change or refers to after it. */
export const shareFilesAfterChange =
  (settings: PublishingSettings): CollectionAfterChangeHook =>
  async ({ collection: { slug }, context, doc, operation, req }) => {
    const change = operation === 'update' ? changeOf(context, slug, doc.id) : undefined
    if (change?.intent.isDraftSave) return
    // Read again, not remembered: a hook of the host may have made another document in between.
    const row = await readPublicRow(req, slug, doc.id)
    await shareFiles(req, settings, [...referencesOf(change?.row), ...referencesOf(row)])
  }

export const shareFilesAfterDelete =
  (settings: PublishingSettings): CollectionAfterDeleteHook =>
  async ({ collection: { slug }, context, id, req }) =>
    shareFiles(req, settings, referencesOf(changeOf(context, slug, id).row))

const referencesOf = (row: Record<string, unknown> | undefined) =>
  (row?.refersTo ?? []) as Reference[]
