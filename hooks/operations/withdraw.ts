import { type CollectionSlug, NotFound, type PayloadRequest } from 'payload'

import { Refusal, say } from '../errors.ts'
import type { Publication } from '../rules/publication.ts'
import { partsOf, type Reference, referencesOf } from '../rules/references.ts'
import { isProtected } from '../rules/twelve-month-protection/protectionBreach.ts'
import { actFault, type Withdrawal, type WithdrawalAct } from '../rules/withdrawals.ts'
import type { PublishingSettings } from '../settings.ts'
import { lockPublicRow } from './publicRow.ts'
import { fileEvidence, recordEvent } from './events.ts'
import { inTransaction } from './inTransaction.ts'
import { lockRow } from './rows.ts'
import { personOf } from './people.ts'

/** The withdrawal of a publication that is in the given states, if there is one. */
export async function findWithdrawal(
  req: PayloadRequest,
  { slugs }: PublishingSettings,
  publication: Reference,
  states: Withdrawal['state'][],
): Promise<Withdrawal | undefined> {
  const found = await req.payload.db.findOne<Withdrawal>({
    collection: slugs.withdrawals,
    req,
    where: { and: [{ publication: { equals: publication } }, { state: { in: states } }] },
  })
  return found ?? undefined
}

const change = (
  req: PayloadRequest,
  { slugs }: PublishingSettings,
  { id }: Pick<Withdrawal, 'id'>,
  data: object,
) =>
  req.payload.db.updateOne({
    collection: slugs.withdrawals,
    data: { ...data },
    id,
    req,
    returning: false,
  })

/**
 * Takes a publication from the public, in the transaction of the approval. The event comes first: the
 * database lets the row go only where the log and the withdrawal say so.
 */
export async function takeDown(
  req: PayloadRequest,
  settings: PublishingSettings,
  withdrawal: Withdrawal,
  now: Date,
): Promise<void> {
  const { collection, id } = partsOf<CollectionSlug>(withdrawal.publication)
  const row = await lockPublicRow(req, collection, id)
  // Since it was asked for, the period may have ended, or an editor unpublished it after its end.
  if (!isProtected(row, { now, timeZone: settings.timeZone })) {
    const code = 'WITHDRAWAL_NOT_NEEDED'
    throw new Refusal(say(req, code), { code, collection, id })
  }
  await change(req, settings, withdrawal, { state: 'executed', withdrawnAt: now.toISOString() })
  await recordEvent(req, settings, {
    kind: 'withdrawn',
    publication: withdrawal.publication,
    actor: personOf(req, settings).account,
    files: await fileEvidence(req, settings, referencesOf(row)),
    detail: { withdrawal: String(withdrawal.id), emergency: Boolean(withdrawal.isEmergency) },
  })
  await keepLatestVersion(req, collection, id)
  // The unpublish button's argument: what was submitted alone is validated, so that an unfinished draft over
  // what is published, or a rule that came later, does not stand in the way of a court's order.
  const data = { _status: 'draft' } as never
  await req.payload.update({ collection, id, data, req, unpublishAllLocales: true })
}

/** That argument lets Payload write over the latest version: where it is what was published, over a copy. */
async function keepLatestVersion(
  req: PayloadRequest,
  collection: CollectionSlug,
  id: number | string,
): Promise<void> {
  const { docs } = await req.payload.db.findVersions<Publication & { id: number | string }>({
    collection,
    limit: 1,
    pagination: false,
    req,
    where: { and: [{ parent: { equals: id } }, { latest: { equals: true } }] },
  })
  const [latest] = docs
  if (latest?.version._status !== 'published') return
  const now = new Date().toISOString()
  await req.payload.db.createVersion({
    autosave: false,
    collectionSlug: collection,
    createdAt: now,
    parent: id,
    req,
    returning: false,
    updatedAt: now,
    versionData: latest.version,
  })
}

/** Makes a withdrawn publication public again, as its form stands now. */
async function putBack(
  req: PayloadRequest,
  settings: PublishingSettings,
  withdrawal: Withdrawal,
  state: 'declined' | 'reinstated',
  now: Date,
): Promise<void> {
  const { account } = personOf(req, settings)
  await change(req, settings, withdrawal, {
    state,
    reinstatedAt: now.toISOString(),
    reinstatedBy: account,
  })
  const { collection, id } = partsOf<CollectionSlug>(withdrawal.publication)
  await req.payload.update({ collection, id, data: { _status: 'published' } as never, req })
}

/** Approves, declines or reverses a withdrawal: checks everything, then does it in one transaction. */
export async function actOnWithdrawal(
  req: PayloadRequest,
  settings: PublishingSettings,
  act: WithdrawalAct,
  id: number | string,
): Promise<void> {
  const collection = settings.slugs.withdrawals
  await inTransaction(req, async () => {
    await lockRow(req, collection, id)
    const where = { id: { equals: id } }
    const withdrawal = await req.payload.db.findOne<Withdrawal>({ collection, req, where })
    if (!withdrawal) throw new NotFound(req.t)
    const person = personOf(req, settings)
    const fault = actFault(act, withdrawal, person)
    if (fault) throw new Refusal(say(req, fault), { code: fault, collection, id })
    const { publication } = withdrawal
    const now = new Date()
    const actor = person.account
    const detail = { withdrawal: String(id) }

    if (act === 'approve') {
      await change(req, settings, withdrawal, { approvedBy: actor, approvedAt: now.toISOString() })
      await recordEvent(req, settings, { kind: 'withdrawalApproved', publication, actor, detail })
      if (withdrawal.state === 'asked') await takeDown(req, settings, withdrawal, now)
    } else if (act === 'decline') {
      await recordEvent(req, settings, { kind: 'withdrawalDeclined', publication, actor, detail })
      if (withdrawal.state === 'executed') await putBack(req, settings, withdrawal, 'declined', now)
      else await change(req, settings, withdrawal, { state: 'declined' })
    } else await putBack(req, settings, withdrawal, 'reinstated', now)
  })
}
