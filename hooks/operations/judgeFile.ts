import type { PayloadRequest } from 'payload'

import { Refusal, say } from '../errors.ts'
import { acceptFault, fileCheckFault, openFindings } from '../rules/fileChecks.ts'
import type { PublishingSettings } from '../settings.ts'
import { performCheck } from './checkFile.ts'
import { actorOf } from './events.ts'
import {
  type CheckedFor,
  createCheck,
  findByID,
  findChecks,
  seeToCheck,
  type StoredCheck,
} from './fileChecks.ts'
import { inTransaction } from './inTransaction.ts'
import { hasRight, isPresent } from './people.ts'
import { lockRow } from './rows.ts'

type ID = number | string

/**
 * Refuses a file that may not become public with a publication. A person waits for the job; for a program,
 * which would not know what to do, the file is checked on the spot.
 */
export async function demandChecked(
  req: PayloadRequest,
  settings: PublishingSettings,
  { id, title }: { id: ID; title?: string | null },
  whom: CheckedFor,
): Promise<void> {
  if (!settings.fileChecks) return
  const isPerson = Boolean(req.user)
  const find = async () => (await findChecks(req, settings, [id], whom)).get(String(id))
  let check = await find()
  if (!isPerson && check?.state !== 'finished') {
    await performCheck(req, settings, check?.id ?? (await createCheck(req, settings, id, whom)))
    check = await find()
  }
  const code = fileCheckFault(check, isPerson)
  if (!code) return
  seeToCheck(req, settings, id, whom, check)
  const collection = settings.slugs.files
  const message = say(req, code, { title: title ?? '' })
  throw new Refusal(message, { code, collection, id, findings: check ? openFindings(check) : [] })
}

/** Writes down why a person lets the warnings of one kind in a file pass. */
export async function acceptWarning(
  req: PayloadRequest,
  { slugs }: PublishingSettings,
  id: ID,
  { code, reason }: { code?: unknown; reason?: unknown },
): Promise<void> {
  const collection = slugs.fileChecks
  const refuse = (fault: Parameters<typeof say>[1]): never => {
    throw new Refusal(say(req, fault), { code: fault, collection, id })
  }
  if (!isPresent(req)) refuse('FILE_CHECK_NEEDS_A_PERSON')
  if (!hasRight(req, 'edit')) refuse('FILE_CHECK_NOT_YOURS')
  await inTransaction(req, async () => {
    // Two who let different warnings pass at the same moment both do.
    await lockRow(req, collection, id)
    const check = await findByID<StoredCheck>(req, collection, id)
    const fault = check ? acceptFault(check, code, reason) : 'FILE_WARNING_UNKNOWN'
    if (fault) refuse(fault)
    const at = new Date().toISOString()
    const accepted = [
      ...(check!.accepted ?? []).filter((accepted) => accepted.code !== code),
      { at, by: actorOf(req), code: String(code), reason: String(reason) },
    ]
    await req.payload.db.updateOne({ collection, data: { accepted }, id, req, returning: false })
  })
}
