import type { CollectionSlug, Payload, PayloadRequest } from 'payload'

import { inOwnTransaction } from '../../hooks/operations/inTransaction.ts'
import { type MailInput, sendMailTask } from '../../hooks/operations/mail.ts'
import { lockRow } from '../../hooks/operations/rows.ts'
import type { News } from '../../hooks/rules/mail.ts'
import { partsOf, type Reference } from '../../hooks/rules/references.ts'

type ID = number | string
interface Job {
  id: ID
  input?: MailInput | null
}

const jobs = 'payload-jobs' as CollectionSlug

/** How long a mail may be on its way, in milliseconds: longer than an attempt to send one may take. */
export const sendingLimit = 2 * 60 * 1000

/** True while somebody sends it; what was begun and never ended, as by a crash, is begun again. */
const isOnItsWay = ({ sending }: MailInput, now: Date): boolean =>
  sending !== undefined && now.getTime() - new Date(sending).getTime() < sendingLimit

/**
 * Takes into one job what other jobs were to tell the same person, and leaves those empty. Payload starts several
 * at once, and may start one twice when there are two nodes: so they take turns at the person’s account.
 *
 * @returns what to tell; nothing when another job took it; `onItsWay` while the same job is being done elsewhere
 */
export async function collectNews(
  payload: Payload,
  id: ID,
  to: Reference,
): Promise<News[] | 'onItsWay'> {
  const { collection, id: account } = partsOf<CollectionSlug>(to)
  return inOwnTransaction(payload, async (req) => {
    await lockRow(req, collection, account)
    const now = new Date()
    const open = (await openJobs(req)).filter(({ input }) => input?.to === to)
    const own = open.find((job) => String(job.id) === String(id))
    if (!own?.input?.news.length) return []
    if (isOnItsWay(own.input, now)) return 'onItsWay'
    const taken = open.filter(({ input }) => !isOnItsWay(input!, now))
    const news = taken.flatMap(({ input }) => input!.news)
    for (const job of taken)
      await write(
        req,
        job.id,
        job === own ? { to, news, sending: now.toISOString() } : { to, news: [] },
      )
    return news
  })
}

/** Lets a mail that could not be sent be begun again. */
export const releaseNews = (payload: Payload, id: ID, to: Reference, news: News[]): Promise<void> =>
  inOwnTransaction(payload, (req) => write(req, id, { to, news }))

/**
 * Puts into the queue again what was being sent when the app ended. When it is another node that sends it, the
 * job finds nothing to do.
 */
export async function resumeMail(payload: Payload): Promise<void> {
  const { docs } = await payload.db.find<Job>({
    collection: jobs,
    limit: 0,
    pagination: false,
    select: { id: true },
    where: { and: [{ taskSlug: { equals: sendMailTask } }, { processing: { equals: true } }] },
  })
  const waitUntil = new Date(Date.now() + sendingLimit).toISOString()
  const data = { processing: false, waitUntil }
  for (const { id } of docs)
    await payload.db.updateOne({ collection: jobs, data, id, returning: false })
}

/** What is still to be sent, in the order in which it was written. */
async function openJobs(req: PayloadRequest): Promise<Job[]> {
  const { docs } = await req.payload.db.find<Job>({
    collection: jobs,
    limit: 0,
    pagination: false,
    req,
    select: { input: true },
    sort: ['createdAt', 'id'],
    where: {
      and: [
        { taskSlug: { equals: sendMailTask } },
        { completedAt: { exists: false } },
        { hasError: { not_equals: true } },
      ],
    },
  })
  return docs
}

async function write(req: PayloadRequest, id: ID, input: MailInput): Promise<void> {
  await req.payload.db.updateOne({ collection: jobs, data: { input }, id, req, returning: false })
}
