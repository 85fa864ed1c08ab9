import type { Endpoint } from 'payload'

import { actEndpoint } from '../operations/actEndpoint.ts'
import { actOnWithdrawal } from '../operations/withdraw.ts'
import type { WithdrawalAct } from '../rules/withdrawals.ts'
import type { PublishingSettings } from '../settings.ts'

const acts: WithdrawalAct[] = ['approve', 'decline', 'reinstate']

/** `POST /api/withdrawals/<id>/approve`, `decline` and `reinstate`. */
export const actEndpoints = (settings: PublishingSettings): Endpoint[] =>
  acts.map((act) =>
    actEndpoint(settings.slugs.withdrawals, act, (req, id) =>
      actOnWithdrawal(req, settings, act, id),
    ),
  )
