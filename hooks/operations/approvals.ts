import { randomUUID } from 'node:crypto'

import { type CollectionSlug, NotFound, type PayloadRequest, type Where } from 'payload'

import { Refusal, say } from '../errors.ts'
import {
  type Approval,
  type ApprovalAct,
  approvalActFault,
  type Approver,
  publishingFault,
} from '../rules/approvals.ts'
import type { MessageCode } from '../rules/messages.ts'
import { isEmpty, nameOf, type Publication } from '../rules/publication.ts'
import { partsOf, type Reference, reference } from '../rules/references.ts'
import type { PublishingSettings } from '../settings.ts'
import type { ChangeInProgress } from './changeInProgress.ts'
import { actorOf } from './events.ts'
import { inTransaction } from './inTransaction.ts'
import { tellPerson } from './mail.ts'
import { hasRight, isPresent, mayPublish } from './people.ts'
import { hashOfContent, readAsIfPublic } from './publicForm.ts'
import { lockRow, readRowsBy } from './rows.ts'

type ID = number | string
type Row = Publication & { id: ID }

/** What was said about a submission, by an account and at a moment (ISO 8601). */
interface Comment {
  id: string
  text: string
  by: Reference
  at: string
}

/** A request for approval with what people wrote and when. */
export interface ApprovalWithComments extends Approval {
  askedAt: string
  /** How the publication was called when it was submitted. */
  title?: string | null
  comments?: Comment[] | null
  decidedAt?: string | null
  message?: string | null
}

/** Who makes a request, and what they may do with what was submitted. */
export const approverOf = async (
  req: PayloadRequest,
  settings: PublishingSettings,
): Promise<Approver> => ({
  account: actorOf(req),
  isPresent: isPresent(req),
  mayEdit: hasRight(req, 'edit'),
  mayPublish: await mayPublish(req, settings),
})

/** The request for approval of a publication that is not over yet; there is one at the most. */
export async function findOpenApproval(
  req: PayloadRequest,
  { slugs }: PublishingSettings,
  publication: Reference,
): Promise<Approval | undefined> {
  const collection = slugs.approvals
  const rows = await readRowsBy<Approval>(req, collection, 'publication', publication, [
    'askedBy',
    'contentHash',
    'decidedBy',
    'publication',
    'state',
  ])
  if (rows) return rows.find(({ state }) => openStates.includes(state))
  const found = await req.payload.db.findOne<Approval>({
    collection,
    req,
    where: { and: [{ publication: { equals: publication } }, { state: { in: openStates } }] },
  })
  return found ?? undefined
}

const openStates: Approval['state'][] = ['asked', 'approved']

/** What was submitted last of a publication, whatever became of it. */
export async function findLatestApproval(
  req: PayloadRequest,
  { slugs }: PublishingSettings,
  publication: Reference,
): Promise<ApprovalWithComments | undefined> {
  const { docs } = await req.payload.db.find<ApprovalWithComments>({
    collection: slugs.approvals,
    limit: 1,
    pagination: false,
    req,
    sort: '-askedAt',
    where: { publication: { equals: publication } },
  })
  return docs[0]
}

/** The latest version of a publication, which is what would be published; undefined when there is none. */
export const findLatestVersion = (
  req: PayloadRequest,
  collection: CollectionSlug,
  id: ID,
): Promise<Row | undefined> => findVersion(req, collection, id, { latest: { equals: true } })

/** The newest version of a publication that meets some conditions. */
async function findVersion(
  req: PayloadRequest,
  collection: CollectionSlug,
  id: ID,
  ...conditions: Where[]
): Promise<Row | undefined> {
  const { docs } = await req.payload.db.findVersions<Publication>({
    collection,
    limit: 1,
    pagination: false,
    req,
    sort: '-updatedAt',
    where: { and: [{ parent: { equals: id } }, ...conditions] },
  })
  return docs[0] && { ...docs[0].version, id }
}

/** SHA-256 of what readers would get of a row: what a second person approves. */
export const hashOfRow = async (
  req: PayloadRequest,
  collection: CollectionSlug,
  row: Row,
): Promise<string> => hashOfContent(await readAsIfPublic(req, collection, row))

const change = (
  req: PayloadRequest,
  { slugs }: PublishingSettings,
  { id }: Pick<Approval, 'id'>,
  data: object,
) => req.payload.db.updateOne({ collection: slugs.approvals, data: { ...data }, id, req })

/**
 * Confirms that what has just been written for the public is what a second person approved, where one is
 * needed, or what readers got before. Whatever else was approved is not.
 *
 * @returns the approval by which it was published
 */
export async function confirmApproved(
  req: PayloadRequest,
  settings: PublishingSettings,
  { needsApproval }: ChangeInProgress,
  collection: CollectionSlug,
  row: Row,
): Promise<Approval | undefined> {
  if (!req.user || settings.approval.secondPerson === 'never') return undefined
  const approval = await findOpenApproval(req, settings, reference(collection, row.id))
  if (!needsApproval && !approval) return undefined
  const content = await readAsIfPublic(req, collection, row)
  const hashes = [hashOfContent(content), hashOfContent(content, false)]
  const fault = publishingFault(actorOf(req), approval, hashes)
  if (needsApproval && fault && !(await isAsBefore(req, collection, row.id, hashes[0]!)))
    throw new Refusal(say(req, fault), { code: fault, collection, id: row.id })
  if (!approval || !hashes.includes(approval.contentHash)) return undefined
  await change(req, settings, approval, { state: 'published' })
  await tellAsker(req, settings, 'published', approval, nameOf(row))
  return fault ? undefined : approval
}

/** What became of a submission is told to whoever submitted it. */
const tellAsker = (
  req: PayloadRequest,
  settings: PublishingSettings,
  kind: 'approved' | 'published' | 'refused',
  { askedBy, id, publication }: Approval,
  name: string,
) => tellPerson(req, settings, askedBy, { kind, about: publication, name, approval: id })

/** True when the version that readers got before says the same. */
async function isAsBefore(
  req: PayloadRequest,
  collection: CollectionSlug,
  id: ID,
  hash: string,
): Promise<boolean> {
  const before = await findVersion(
    req,
    collection,
    id,
    { 'version._status': { equals: 'published' } },
    { latest: { not_equals: true } },
  )
  return before !== undefined && (await hashOfRow(req, collection, before)) === hash
}

/** Approves, refuses, comments on, takes back or publishes what was submitted, in one transaction. */
export async function actOnApproval(
  req: PayloadRequest,
  settings: PublishingSettings,
  act: ApprovalAct,
  id: ID,
  text?: string | null,
): Promise<void> {
  const slug = settings.slugs.approvals
  const refuse = (code: MessageCode): never => {
    throw new Refusal(say(req, code), { code, collection: slug, id })
  }
  await inTransaction(req, async () => {
    await lockRow(req, slug, id)
    const where = { id: { equals: id } }
    const approval = await req.payload.db.findOne<ApprovalWithComments>({
      collection: slug,
      req,
      where,
    })
    if (!approval) throw new NotFound(req.t)
    const publication = partsOf<CollectionSlug>(approval.publication)
    const latest = await findLatestVersion(req, publication.collection, publication.id)
    const isCurrent =
      latest !== undefined &&
      (await hashOfRow(req, publication.collection, latest)) === approval.contentHash
    const fault = approvalActFault(act, approval, await approverOf(req, settings), isCurrent)
    if (fault) refuse(fault)

    const by = actorOf(req)
    const at = new Date().toISOString()
    if (act === 'refuse' && isEmpty(text)) refuse('REASON_FOR_REFUSAL_REQUIRED')
    if (act === 'comment' && isEmpty(text)) refuse('COMMENT_REQUIRED')
    const comments = isEmpty(text)
      ? {}
      : { comments: [...(approval.comments ?? []), { id: randomUUID(), text, by, at }] }
    const decision = { decidedBy: by, decidedAt: at, ...comments }
    if (act === 'comment') await change(req, settings, approval, comments)
    else if (act === 'refuse')
      await change(req, settings, approval, { state: 'refused', ...decision })
    else if (act === 'takeBack')
      await change(req, settings, approval, { state: 'takenBack', ...comments })
    else if (approval.state === 'asked')
      await change(req, settings, approval, { state: 'approved', ...decision })
    if (act === 'approve' || act === 'refuse') {
      const kind = act === 'approve' ? 'approved' : 'refused'
      await tellAsker(req, settings, kind, approval, approval.title ?? '')
    }
    if (act === 'publish') {
      const data = { _status: 'published' } as never
      await req.payload.update({ ...publication, data, overrideAccess: false, req, user: req.user })
    }
  })
}
