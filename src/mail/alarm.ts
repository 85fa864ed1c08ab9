import { createLocalReq } from 'payload'

import { tell } from '../../hooks/operations/mail.ts'
import type { News } from '../../hooks/rules/mail.ts'
import { reference } from '../../hooks/rules/references.ts'
import { readNames } from '../admin/readNames.ts'
import type { Alarm } from '../availability/tasks.ts'
import type { Settings } from '../options/index.ts'
import { tellOnce } from './told.ts'

/**
 * Tells administrators of an alarm. What readers do not get is told of each day until it is mended; of a withdrawal
 * that nobody approved, which is looked for each hour, once.
 */
export async function tellOfAlarm(
  settings: Settings,
  { payload, refusedByHand, unapproved, unavailable }: Alarm,
): Promise<void> {
  if (!settings.mail.enabled) return
  const req = await createLocalReq({}, payload)
  const names = await readNames(
    req,
    unavailable.map(({ publication }) => publication),
  )
  const news = unavailable.map(({ publication }): News => ({
    kind: 'unavailable',
    about: publication,
    name: names.get(publication)?.name ?? publication,
  }))
  if (refusedByHand) news.push({ kind: 'refusedByHand', count: refusedByHand })
  await tell(req, settings, news)

  if (unapproved.length === 0) return
  const waiting = unapproved.map(({ approvalDueAt, id, slug }) => ({
    about: reference(settings.slugs.withdrawals, id),
    name: slug ?? '',
    until: approvalDueAt,
  }))
  await tellOnce(payload, 'withdrawals', waiting, (untold) =>
    tell(
      req,
      settings,
      untold.map(({ about, name }): News => ({ kind: 'unapproved', about, name })),
    ),
  )
}
