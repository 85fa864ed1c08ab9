import type {
  CollectionBeforeChangeHook,
  CollectionBeforeDeleteHook,
  PayloadRequest,
} from 'payload'

import { Refusal, say } from '../errors.ts'
import { type Account, enabled } from '../operations/people.ts'
import { lockRows } from '../operations/rows.ts'

type Slug = Parameters<CollectionBeforeChangeHook>[0]['collection']['slug']

/** The first account is an administrator, and somebody always is: else nobody could give a role any more. */
export const keepAdministratorBeforeChange: CollectionBeforeChangeHook = async ({
  collection: { slug },
  data,
  operation,
  originalDoc,
  req,
}) => {
  const held = data.publishingRoles ?? []
  if (operation === 'create') {
    const { totalDocs } = await req.payload.db.count({ collection: slug, req, where: {} })
    const isFirst = totalDocs === 0 && !held.includes('administrator')
    return isFirst ? { ...data, publishingRoles: [...held, 'administrator'] } : data
  }
  if (isAdministrator(originalDoc) && !isAdministrator(data as Account))
    await keepAnother(req, slug, originalDoc.id)
  // Whoever is disabled is logged out everywhere.
  return data.isDisabled ? { ...data, sessions: [] } : data
}

export const keepAdministratorBeforeDelete: CollectionBeforeDeleteHook = ({
  collection: { slug },
  id,
  req,
}) => keepAnother(req, slug, id)

const isAdministrator = ({ isDisabled, publishingRoles }: Account): boolean =>
  !isDisabled && Boolean(publishingRoles?.includes('administrator'))

/** Refuses when this account is the last administrator. */
async function keepAnother(req: PayloadRequest, slug: Slug, id: number | string): Promise<void> {
  const administrators = async () => {
    const { docs } = await req.payload.db.find<Account>({
      collection: slug,
      limit: 0,
      pagination: false,
      req,
      select: { id: true },
      where: { and: [{ publishingRoles: { in: ['administrator'] } }, enabled] },
    })
    return docs.map((account) => account.id)
  }
  const before = await administrators()
  if (!before.includes(id)) return
  // Another one might just be losing the role as well.
  await lockRows(req, slug, before)
  const now = await administrators()
  const code = 'LAST_ADMINISTRATOR'
  if (now.every((other) => other === id))
    throw new Refusal(say(req, code), { code, collection: slug, id })
}
