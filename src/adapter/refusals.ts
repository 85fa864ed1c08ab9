import type { Config, PayloadRequest } from 'payload'

import { actorOf } from '../../hooks/operations/events.ts'
import { recordRefusal, refusalsRecorded } from '../../hooks/operations/refusals.ts'
import { isAborted, lacksReferred, refusalOfSeal } from '../../hooks/operations/databaseErrors.ts'
import { Refusal, say } from '../../hooks/errors.ts'
import { reference } from '../../hooks/rules/references.ts'
import type { PublishingSettings } from '../../hooks/settings.ts'

type Adapter = NonNullable<Config['db']>
type Method = (this: Sessions, query: Query) => Promise<unknown>

interface Query {
  collection?: string
  id?: number | string
  req?: Partial<PayloadRequest>
}

/** The adapter's open transactions. */
interface Sessions {
  sessions?: Record<string, object>
}

/** What Payload calls within a transaction, and what may find it aborted by an earlier refusal. */
const methods = [
  'count',
  'create',
  'createVersion',
  'deleteMany',
  'deleteOne',
  'find',
  'findOne',
  'findVersions',
  'updateMany',
  'updateOne',
  'updateVersion',
  'upsert',
]

/**
 * The adapter, with what the database refuses told as the rules would tell it, whoever wrote to it, and what its
 * seal refuses recorded as theirs is.
 */
export const withRefusals = (adapter: Adapter, settings: PublishingSettings): Adapter => ({
  ...adapter,
  init: (args) => {
    const made = adapter.init(args)
    const refusals = new WeakMap<object, Refusal>()
    const own = made as unknown as Record<string, Method | undefined>
    for (const name of methods) {
      const original = own[name]
      if (original)
        own[name] = async function (this: Sessions, query) {
          try {
            return await original.call(this, query)
          } catch (error) {
            const session = this.sessions?.[String(await query?.req?.transactionID)]
            const refusal =
              refusalOfSeal(error) ??
              (lacksReferred(error) && !name.startsWith('delete') ? gone(query) : undefined)
            if (refusal && session) refusals.set(session, refusal)
            if (refusal) record(query.req, settings, refusal)
            // Whatever follows in the same transaction fails with it, and would hide why.
            const earlier = session && isAborted(error) ? refusals.get(session) : undefined
            throw refusal ?? earlier ?? error
          }
        }
    }
    const { destroy } = made
    made.destroy = async function (this: typeof made) {
      await refusalsRecorded()
      await destroy?.call(this)
    }
    return made
  },
})

/** Payload checks that a reference has the shape of an id, not that there is such a document. */
const gone = ({ collection = '', id, req }: Query): Refusal | undefined =>
  req?.t &&
  new Refusal(say(req as PayloadRequest, 'REFERENCE_GONE'), {
    code: 'REFERENCE_GONE',
    collection,
    id,
  })

function record(
  req: Partial<PayloadRequest> | undefined,
  settings: PublishingSettings,
  { data: { code, collection, id, protectedUntil } }: Refusal,
): void {
  if (!req?.payload || code !== 'PUBLICATION_PROTECTED' || id === undefined) return
  recordRefusal(req as PayloadRequest, settings, {
    publication: reference(collection, id),
    actor: actorOf(req as PayloadRequest),
    protectedUntil: protectedUntil as string,
    detail: { reason: 'SEALED', through: req.payloadAPI },
  })
}
