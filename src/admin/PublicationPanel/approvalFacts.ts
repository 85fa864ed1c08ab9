import type { CollectionSlug, PayloadRequest } from 'payload'

import {
  type ApprovalWithComments,
  approverOf,
  hashOfRow,
} from '../../../hooks/operations/approvals.ts'
import { isAlone } from '../../../hooks/operations/people.ts'
import { type ApprovalAct, approvalActFault, approvalActs } from '../../../hooks/rules/approvals.ts'
import type { Publication } from '../../../hooks/rules/publication.ts'
import { partsOf } from '../../../hooks/rules/references.ts'
import type { PublishingSettings } from '../../../hooks/settings.ts'
import { readNames } from '../readNames.ts'
import type { PanelApproval, PanelFacts, Point } from './panel.ts'
import type { Say } from './words.ts'

interface Subject {
  /** What was submitted last. */
  approval: ApprovalWithComments | undefined
  draft: (Publication & { id: number | string }) | undefined
  obstacles: Point[]
}

/** What the permissions depend on. */
export interface Person {
  mayPublish: boolean
  alone: boolean
  /** What was approved is what would be published, and another person submitted it. */
  isApproved: boolean
  isOwn: boolean
}

/** What was submitted and decided, and what this person may do about it now. */
export async function approvalFacts(
  req: PayloadRequest,
  settings: PublishingSettings,
  say: Say,
  { approval, draft, obstacles }: Subject,
): Promise<{ facts: Pick<PanelFacts, 'acts' | 'approval' | 'notice'>; person: Person }> {
  // Drawn on a page, whose request comes from a person by nature but does not always say so.
  const approver = { ...(await approverOf(req, settings)), isPresent: true }
  const alone = await isAlone(req, settings)
  const isOpen = approval?.state === 'asked' || approval?.state === 'approved'
  const isCurrent =
    isOpen && draft !== undefined
      ? (await hashOfRow(req, partsOf<CollectionSlug>(approval!.publication).collection, draft)) ===
        approval!.contentHash
      : false
  const isOwn = approval?.askedBy === approver.account
  const acts = approvalActs.filter(
    (act: ApprovalAct) =>
      approval && isOpen && !approvalActFault(act, approval, approver, isCurrent),
  )
  const maySubmit = draft && approver.mayEdit && obstacles.length === 0 && !(isOpen && isCurrent)
  const needsSecond = !alone || !approver.mayPublish
  return {
    facts: {
      acts: [...(maySubmit && needsSecond ? (['submit'] as const) : []), ...acts],
      approval: await inWords(req, settings, say, approval, {
        alone,
        draft,
        isCurrent,
        isOpen,
        isOwn,
      }),
      notice:
        alone && approver.mayPublish && settings.approval.secondPerson === 'whenThereIsOne'
          ? say('alone')
          : undefined,
    },
    person: {
      mayPublish: approver.mayPublish,
      alone,
      isApproved: approval?.state === 'approved' && isCurrent,
      isOwn: isOpen && isOwn,
    },
  }
}

async function inWords(
  req: PayloadRequest,
  { timeZone }: PublishingSettings,
  say: Say,
  approval: ApprovalWithComments | undefined,
  now: { alone: boolean; draft: unknown; isCurrent: boolean; isOpen: boolean; isOwn: boolean },
): Promise<PanelApproval | undefined> {
  // What is public or was taken back is told by the history.
  if (!approval || approval.state === 'published' || approval.state === 'takenBack')
    return undefined
  const { askedAt, askedBy, decidedAt, decidedBy, id, message, state } = approval
  const comments = approval.comments ?? []
  const accounts = [askedBy, decidedBy, ...comments.map(({ by }) => by)]
  const names = await readNames(
    req,
    accounts.filter((account) => typeof account === 'string'),
  )
  const moment = new Intl.DateTimeFormat('en-GB', {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone,
  })
  const who = (account: string) => names.get(account)?.name ?? account
  const when = (at: string) => moment.format(new Date(at))
  const sentences = [
    say('asked', { who: who(askedBy), when: when(askedAt) }),
    ...(decidedBy && decidedAt && state !== 'asked'
      ? [say(state, { who: who(decidedBy), when: when(decidedAt) })]
      : []),
    ...(now.isOpen && now.draft && !now.isCurrent ? [say('outdated')] : []),
    ...(state === 'asked' && now.isCurrent && now.isOwn ? [say('own')] : []),
    ...(state === 'asked' && now.isCurrent && !now.isOwn && !now.alone ? [say('waits')] : []),
  ]
  const said = comments.map(({ at, by, text }) => ({ by: who(by), text, when: when(at) }))
  return {
    id,
    state,
    sentences,
    comments: message ? [{ by: who(askedBy), text: message, when: when(askedAt) }, ...said] : said,
  }
}
