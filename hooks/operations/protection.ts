import type { PayloadRequest } from 'payload'

import { Refusal, say } from '../errors.ts'
import { calendarDateOf } from '../rules/calendarDates.ts'
import { formatPartialDate } from '../rules/partialDates.ts'
import { nameOf, type Publication } from '../rules/publication.ts'
import { publicationContent } from '../rules/publicationContent.ts'
import { reference } from '../rules/references.ts'
import { protectionMonths } from '../rules/reviewTypes.ts'
import {
  isProtected,
  type ProtectionBreach,
  protectionBreach,
} from '../rules/twelve-month-protection/protectionBreach.ts'
import type { PublicationKey, PublishingSettings } from '../settings.ts'
import type { ChangeInProgress } from './changeInProgress.ts'
import { actorOf } from './events.ts'
import { recordRefusal } from './refusals.ts'

/** The one refusal for everything that would take a protected publication from the public. It is recorded. */
export function publicationProtected(
  req: PayloadRequest,
  key: PublicationKey,
  row: Publication,
  { reason, values }: ProtectionBreach,
  settings: PublishingSettings,
): Refusal {
  const until = calendarDateOf(row.protectedUntil, settings.timeZone)!
  const message = say(req, 'PUBLICATION_PROTECTED', {
    name: nameOf(row),
    until: formatPartialDate(until, req.i18n?.language === 'en' ? 'en-GB' : req.i18n?.language),
    months: protectionMonths(key, row, settings),
    reason: say(req, reason, values),
  })
  recordRefusal(req, settings, {
    publication: reference(settings.slugs[key], row.id!),
    actor: actorOf(req),
    protectedUntil: until,
    detail: { reason, through: req.payloadAPI },
  })
  return new Refusal(message, {
    code: 'PUBLICATION_PROTECTED',
    collection: settings.slugs[key],
    id: row.id,
    protectedUntil: until,
    reason,
  })
}

/** The refusal for what would publish or delete something withdrawn. */
export function withdrawn(req: PayloadRequest, collection: string, row: Publication): Refusal {
  const code = 'WITHDRAWN'
  return new Refusal(say(req, code, { name: nameOf(row) }), { code, collection, id: row.id })
}

/**
 * Refuses when the public no longer sees what it was promised, whoever wrote it during the change: a hook of the
 * host, or an operation inside the operation, may have done so after our own check. It rolls all of it back.
 *
 * @param next what the public would see once the change is committed
 */
export function confirmProtected(
  req: PayloadRequest,
  key: PublicationKey,
  { isWithdrawal, row }: ChangeInProgress,
  next: Publication | undefined,
  settings: PublishingSettings,
): void {
  if (isWithdrawal || !isProtected(row, { now: new Date(), timeZone: settings.timeZone })) return
  const breach = protectionBreach(row, next ?? {}, publicationContent[key].promised)
  if (breach) throw publicationProtected(req, key, row, breach, settings)
}
