import type { CollectionAfterChangeHook } from 'payload'

import { recordEvent } from '../operations/events.ts'
import { takeDown } from '../operations/withdraw.ts'
import type { Withdrawal } from '../rules/withdrawals.ts'
import type { PublishingSettings } from '../settings.ts'

/** Records that a withdrawal is asked for; in an emergency it is carried out in the same transaction. */
export const recordAskingAfterChange =
  (settings: PublishingSettings): CollectionAfterChangeHook =>
  async ({ doc, operation, req }) => {
    if (operation !== 'create') return
    const withdrawal = doc as Withdrawal
    await recordEvent(req, settings, {
      kind: 'withdrawalAsked',
      publication: withdrawal.publication,
      actor: withdrawal.askedBy,
      detail: { withdrawal: String(withdrawal.id) },
    })
    if (withdrawal.isEmergency) await takeDown(req, settings, withdrawal, new Date())
  }
