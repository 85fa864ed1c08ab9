import type { CollectionAfterChangeHook } from 'payload'

import type { ApprovalWithComments } from '../operations/approvals.ts'
import { tell } from '../operations/mail.ts'
import type { PublishingSettings } from '../settings.ts'

/** Those who may approve what was submitted get a mail. */
export const tellApproversAfterChange =
  (settings: PublishingSettings): CollectionAfterChangeHook =>
  async ({ doc, operation, req }) => {
    if (operation !== 'create') return
    const { id, publication, title } = doc as ApprovalWithComments
    await tell(req, settings, [
      { kind: 'asked', about: publication, name: title ?? '', approval: id },
    ])
  }
