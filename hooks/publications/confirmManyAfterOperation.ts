import type { CollectionAfterOperationHook, CollectionSlug } from 'payload'

import { Refusal, say } from '../errors.ts'
import { changeBegun } from '../operations/changeInProgress.ts'
import { confirmProtected } from '../operations/protection.ts'
import { readPublicRow } from '../operations/publicRow.ts'
import type { PublicationKey, PublishingSettings } from '../settings.ts'

/** What Payload notes of a document that it failed to change among many. */
interface Failure {
  id: number | string
  /** The message may be told. */
  isPublic?: boolean
  message: string
}

/**
 * Looks once more at the documents that a change of many at once failed to change: Payload notes the failure
 * and commits what was written before it. Refusing here rolls all of them back.
 */
export const confirmManyAfterOperation =
  (key: PublicationKey, settings: PublishingSettings): CollectionAfterOperationHook =>
  async ({ collection, operation, req, result }) => {
    const slug = collection.slug as CollectionSlug
    const { errors } = result as { errors?: Failure[] }
    if (operation === 'update')
      for (const { id, isPublic, message } of errors ?? []) {
        const change = changeBegun(req.context, slug, id)
        if (!change) continue
        confirmProtected(req, key, change, await readPublicRow(req, slug, id), settings)
        if (!change.isWritten) continue
        // It was written before it failed, and so without its event, and perhaps without its files.
        const code = 'NOT_SAVED_AS_A_WHOLE'
        const reason = isPublic ? message : ''
        throw new Refusal(say(req, code, { reason }), { code, collection: slug, id })
      }
    return result
  }
