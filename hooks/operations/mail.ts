import type { CollectionSlug, PayloadRequest } from 'payload'

import { audienceOf, type Correspondent, type News } from '../rules/mail.ts'
import { type Reference, reference } from '../rules/references.ts'
import type { PublishingSettings } from '../settings.ts'
import { actorOf } from './events.ts'
import { queueJobs } from './jobs.ts'

/** The task of Payload’s queue that sends a mail. */
export const sendMailTask = 'sendMail'

/** What such a job is given. */
export interface MailInput {
  /** The account to which it goes. */
  to: Reference
  news: News[]
  /** The moment (ISO 8601) at which somebody began to send it. */
  sending?: string
}

/** The accounts of those who log in to the admin. */
export async function findCorrespondents(req: PayloadRequest): Promise<Correspondent[]> {
  const { docs } = await req.payload.db.find<Correspondent>({
    collection: req.payload.config.admin.user as CollectionSlug,
    limit: 0,
    pagination: false,
    req,
    select: {
      _verified: true,
      deletedAt: true,
      email: true,
      isDisabled: true,
      publishingRoles: true,
    },
  })
  return docs
}

/** Tells everybody whom it concerns, but the person who did it. */
export async function tell(
  req: PayloadRequest,
  settings: PublishingSettings,
  news: News[],
): Promise<void> {
  if (!settings.mail.enabled || news.length === 0) return
  const users = req.payload.config.admin.user
  const accounts = await findCorrespondents(req)
  const concerned = new Map<Reference, News[]>()
  for (const one of news)
    for (const { id } of audienceOf(one.kind, accounts, settings.approval.secondPerson)) {
      const account = reference(users, id)
      concerned.set(account, [...(concerned.get(account) ?? []), one])
    }
  concerned.delete(actorOf(req))
  await queue(
    req,
    settings,
    [...concerned].map(([to, news]) => ({ to, news })),
  )
}

/** Tells one person what became of what they submitted, unless they did it themselves. */
export async function tellPerson(
  req: PayloadRequest,
  settings: PublishingSettings,
  to: Reference,
  news: News,
): Promise<void> {
  const isPerson = to.startsWith(`${req.payload.config.admin.user}:`)
  if (settings.mail.enabled && isPerson && to !== actorOf(req))
    await queue(req, settings, [{ to, news: [news] }])
}

/** A job for each person; it waits for what else happens meanwhile. */
const queue = (
  req: PayloadRequest,
  { mail }: PublishingSettings,
  inputs: MailInput[],
): Promise<void> =>
  queueJobs(req, sendMailTask, inputs, {
    delay: mail.digestMinutes * 60 * 1000,
    failed: 'A mail could not be sent.',
  })
