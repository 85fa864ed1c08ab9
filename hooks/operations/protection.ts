import type { PayloadRequest } from 'payload'

import { Refusal, say } from '../errors.ts'
import { calendarDateOf } from '../rules/calendarDates.ts'
import { formatPartialDate } from '../rules/partialDates.ts'
import { nameOf, type Publication } from '../rules/publication.ts'
import { protectionMonths } from '../rules/reviewTypes.ts'
import type { ProtectionBreach } from '../rules/twelve-month-protection/protectionBreach.ts'
import type { PublicationKey, PublishingSettings } from '../settings.ts'

/** The one refusal for everything that would take a protected publication from the public. */
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
  return new Refusal(message, {
    code: 'PUBLICATION_PROTECTED',
    collection: settings.slugs[key],
    id: row.id,
    protectedUntil: until,
    reason,
  })
}
