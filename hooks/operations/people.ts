import type { CollectionSlug, PayloadRequest, RequestContext } from 'payload'

import { Refusal, say } from '../errors.ts'
import { grants, type Right, type Role } from '../rules/roles.ts'
import type { Person } from '../rules/withdrawals.ts'
import type { PublishingSettings } from '../settings.ts'
import { actorOf } from './events.ts'

/** What an account of somebody who works in the admin has besides the host’s own fields. */
export interface Account {
  id: number | string
  collection?: string
  publishingRoles?: Role[] | null
  isDisabled?: boolean | null
}

const accountOf = ({ user }: PayloadRequest) => user as (Account & { _strategy?: string }) | null

/**
 * True for people who work in the admin. A host may have other accounts besides, such as its readers'; they
 * see what the public sees, and so does an account that was disabled.
 */
export function isStaff(req: PayloadRequest): boolean {
  const account = accountOf(req)
  return account?.collection === req.payload.config.admin.user && !account.isDisabled
}

/** True when the roles of whoever makes the request bring the right with them. */
export const hasRight = (req: PayloadRequest, right: Right): boolean =>
  isStaff(req) && grants(accountOf(req)?.publishingRoles ?? [], right)

/** Payload’s collection of jobs, at whose address they are run by request. */
const jobsCollection = 'payload-jobs'

/** Logged in as a person through the site: not an API key, not a job, not code of the host. */
export function isPresent(req: PayloadRequest): boolean {
  const strategy = accountOf(req)?._strategy
  return (
    req.payloadAPI !== 'local' &&
    strategy !== undefined &&
    strategy !== 'api-key' &&
    // Whoever has jobs run does not do what they do.
    req.routeParams?.collection !== jobsCollection
  )
}

/** Who makes a request, and what they may do about withdrawals. */
export const personOf = (req: PayloadRequest, { withdrawal }: PublishingSettings): Person => ({
  account: actorOf(req),
  isPresent: isPresent(req),
  mayWithdraw: withdrawal.mayWithdraw(req),
  mayWithdrawInEmergency: withdrawal.mayWithdrawInEmergency(req),
})

/** Accounts that are not disabled, as a condition. */
export const enabled = { isDisabled: { not_equals: true } }

/** What was found for a request, by the account that makes it: access and hooks both ask. */
const found = new WeakMap<RequestContext, Map<string, Promise<boolean>>>()

/** True when nobody else is there who could approve what this person submits. */
export function isAlone(
  req: PayloadRequest,
  { approval }: PublishingSettings,
): Promise<boolean> | boolean {
  if (approval.secondPerson !== 'whenThereIsOne') return approval.secondPerson === 'never'
  const ofRequest = found.get(req.context) ?? new Map<string, Promise<boolean>>()
  const account = actorOf(req)
  const answer = ofRequest.get(account) ?? findNoOther(req)
  found.set(req.context, ofRequest.set(account, answer))
  return answer
}

async function findNoOther(req: PayloadRequest): Promise<boolean> {
  const { docs } = await req.payload.db.find({
    collection: req.payload.config.admin.user as CollectionSlug,
    limit: 1,
    pagination: false,
    req,
    select: { id: true },
    where: {
      and: [
        { publishingRoles: { in: ['approver'] } },
        enabled,
        { id: { not_equals: accountOf(req)?.id } },
      ],
    },
  })
  return docs.length === 0
}

/** May make something public, or take it from there: an approver, or an administrator while there is nobody else. */
export const mayPublish = async (
  req: PayloadRequest,
  settings: PublishingSettings,
): Promise<boolean> =>
  hasRight(req, 'publish') || (hasRight(req, 'manage') && (await isAlone(req, settings)))

/** Refuses whoever may not decide what the public sees; code of the host that acts without a user is not asked. */
export async function demandPublisher(
  req: PayloadRequest,
  settings: PublishingSettings,
  collection: string,
  id?: number | string,
): Promise<void> {
  const code = 'PUBLISHING_NOT_YOURS'
  if (req.user && !(await mayPublish(req, settings)))
    throw new Refusal(say(req, code), { code, collection, id })
}
