import type { CollectionBeforeOperationHook } from 'payload'

import { noteIntent } from '../operations/changeInProgress.ts'

interface Update {
  id?: number
  data?: object
  draft?: boolean
  trash?: boolean
}

/**
 * Remembers whether an operation saves a draft only, and whether its caller set the status himself: later
 * hooks get data merged with the latest version and can no longer tell.
 */
export const noteIntentBeforeOperation: CollectionBeforeOperationHook = async ({
  args,
  collection: { slug },
  context,
  operation,
  req,
}) => {
  // Payload sets this when it restores a version and leaves it set for whatever the same request does next,
  // which would then lose the values that its caller did not send.
  if (operation !== 'restoreVersion') delete context.isRestoringVersion
  if (operation === 'update') {
    const { data, draft, id, trash } = args as Update
    noteIntent(context, slug, {
      id,
      isDraftSave: Boolean(draft),
      setsStatus: Boolean(data && ('_status' in data || 'deletedAt' in data)),
      isRestoring: false,
      passesTrashBy: !trash,
    })
  }
  if (operation === 'restoreVersion') {
    const { id, draft } = args as { id: number; draft?: boolean }
    const { docs } = await req.payload.db.findVersions({
      collection: slug,
      limit: 1,
      pagination: false,
      req,
      where: { id: { equals: id } },
    })
    noteIntent(context, slug, {
      id: docs[0]?.parent,
      isDraftSave: Boolean(draft),
      setsStatus: true,
      isRestoring: true,
    })
  }
}
