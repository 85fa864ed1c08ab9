import { setTimeout as wait } from 'node:timers/promises'

import type { Payload, PayloadRequest } from 'payload'
import { formatAdminURL } from 'payload/shared'

import { findCorrespondents, type MailInput } from '../../hooks/operations/mail.ts'
import { addressOf, audienceOf, digestOf, type News } from '../../hooks/rules/mail.ts'
import { type Reference, reference } from '../../hooks/rules/references.ts'
import { wordsOf } from '../admin/words/index.ts'
import type { Settings } from '../options/index.ts'
import { collectNews, releaseNews } from './collect.ts'
import { composeMail, type Mail, type ToldNews } from './compose.ts'

/** What a host’s template of a mail is given. */
export interface MailTemplateArgs {
  /** The mail as it would be sent. */
  defaultMail: Mail
  /** What it tells of. */
  news: ToldNews[]
  /** The address to which it goes. */
  to: string
  payload: Payload
}

/** How long a mail server may take, in milliseconds: scheduled publications wait for it. */
const patience = 30_000

/** Sends somebody one mail about everything that they are to be told by now. */
export async function sendMail(
  req: PayloadRequest,
  settings: Settings,
  id: number | string,
  { to }: MailInput,
): Promise<void> {
  if (!settings.mail.enabled) return
  const { payload } = req
  let news = await collectNews(payload, id, to)
  while (news === 'onItsWay') {
    await wait(1000)
    news = await collectNews(payload, id, to)
  }
  if (news.length === 0) return
  try {
    await deliver(req, settings, to, news)
  } catch (error) {
    await releaseNews(payload, id, to, news)
    throw error
  }
}

async function deliver(
  req: PayloadRequest,
  settings: Settings,
  account: Reference,
  written: News[],
): Promise<void> {
  const { payload } = req
  const { mail: options, publisher } = settings
  const accounts = await findCorrespondents(req)
  const isTheirs = ({ id }: { id: number | string }) =>
    reference(payload.config.admin.user, id) === account
  // Between the act and the mail an account may be disabled, a role taken, a submission decided.
  const concerned = written.filter(({ kind }) =>
    audienceOf(kind, accounts, settings.approval.secondPerson).some(isTheirs),
  )
  const told = digestOf(await stillWaiting(req, settings, concerned))
  const person = accounts.find(isTheirs)
  const to = person && addressOf(person)
  if (!to || told.length === 0) return

  const news = told.map((one): ToldNews =>
    one.about ? { ...one, link: linkTo(payload, options, one.about) } : one,
  )
  const say = wordsOf('mail', req.t)
  const defaultMail = composeMail(news, say, publisher.name)
  const mail = options.template
    ? await options.template({ defaultMail, news, payload, to })
    : defaultMail
  const { html, subject, text } = mail
  await inTime(payload.sendEmail({ to, subject, text, ...(html !== undefined && { html }) }))
}

/** Without what was to be approved and was decided or taken back meanwhile. */
async function stillWaiting(
  req: PayloadRequest,
  { slugs }: Settings,
  news: News[],
): Promise<News[]> {
  const asked = news.flatMap(({ approval, kind }) => (kind === 'asked' && approval) || [])
  if (asked.length === 0) return news
  const { docs } = await req.payload.db.find<{ id: number | string }>({
    collection: slugs.approvals,
    limit: asked.length,
    pagination: false,
    req,
    select: { state: true },
    where: { and: [{ id: { in: asked } }, { state: { equals: 'asked' } }] },
  })
  const waiting = new Set(docs.map(({ id }) => String(id)))
  return news.filter(({ approval, kind }) => kind !== 'asked' || waiting.has(String(approval)))
}

/** Where a document is in the admin: its whole address, or the path where that of the host is not known. */
const linkTo = ({ config }: Payload, { address }: Settings['mail'], about: Reference): string =>
  formatAdminURL({
    adminRoute: config.routes.admin,
    path: `/collections/${about.replace(':', '/')}` as const,
    serverURL: address || config.serverURL,
  })

/** A server that says nothing has not taken the mail. */
async function inTime(sending: Promise<unknown>): Promise<void> {
  const limit = new AbortController()
  const { signal } = limit
  try {
    await Promise.race([
      sending,
      wait(patience, undefined, { signal }).then(() => {
        throw new Error(`The mail server did not take a mail within ${patience / 1000} seconds.`)
      }),
    ])
  } finally {
    limit.abort()
  }
}
