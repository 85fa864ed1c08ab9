import type { PayloadRequest } from 'payload'

import { calendarDateOf } from '../../../hooks/rules/calendarDates.ts'
import { formatPartialDate } from '../../../hooks/rules/partialDates.ts'
import { isPublic, type Publication } from '../../../hooks/rules/publication.ts'
import { isProtected } from '../../../hooks/rules/twelve-month-protection/protectionBreach.ts'
import type { PublishingSettings } from '../../../hooks/settings.ts'
import type { Person } from './approvalFacts.ts'
import type { PanelFacts, Permission, Point } from './panel.ts'
import type { Say } from './words.ts'

interface Subject extends Person {
  now: Date
  row: Publication | undefined
  obstacles: Point[]
}

/** Which of Payload's own buttons would do what they say, and why the others would not. */
export function permissionsOf(
  { payload }: PayloadRequest,
  { slugs, timeZone }: PublishingSettings,
  say: Say,
  subject: Subject,
): Pick<PanelFacts, 'publishing' | 'unpublishing' | 'withdrawal'> {
  const { now, row } = subject
  const publishing = publishingOf(say, subject)
  if (!isPublic(row)) return { publishing }
  if (!isProtected(row, { now, timeZone }))
    return {
      publishing,
      unpublishing: subject.mayPublish ? allowed : refused(say('mayNotPublish')),
    }
  const date = formatPartialDate(calendarDateOf(row.protectedUntil, timeZone)!)
  return {
    publishing,
    unpublishing: refused(say('staysPublic', { date })),
    withdrawal: `${payload.config.routes.admin}/collections/${slugs.withdrawals}/create`,
  }
}

const allowed: Permission = { isAllowed: true }
const refused = (why: string): Permission => ({ isAllowed: false, why })

function publishingOf(
  say: Say,
  { alone, isApproved, isOwn, mayPublish, obstacles }: Subject,
): Permission {
  if (!mayPublish) return refused(say('mayNotPublish'))
  if (obstacles.length > 0) return refused(say('incomplete'))
  if (alone) return allowed
  if (isOwn) return refused(say('own'))
  return isApproved ? allowed : refused(say('needsApproval'))
}
