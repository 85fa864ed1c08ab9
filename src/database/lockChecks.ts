import type { DatabaseAdapterObj, PayloadRequest } from 'payload'

const lockedDocuments = 'payload-locked-documents'

interface TransactionalDatabase {
  sessions?: Record<string, unknown>
}

/**
 * Lets Payload's check for locked documents read inside the transaction that is open.
 *
 * Payload reads the locks without its request, and so outside the transaction of the update that asks. The
 * embedded database has one connection only: the read would wait for the transaction and the transaction for
 * the read. A server has connections enough and needs none of this.
 */
export const readLocksInTransaction = <Adapter extends DatabaseAdapterObj>(
  adapter: Adapter,
): Adapter => ({
  ...adapter,
  init: (args) => {
    const database = adapter.init(args)
    const { find } = database
    database.find = function (this: TransactionalDatabase, query) {
      const [open] = Object.keys(this.sessions ?? {})
      const isLockCheck = query.collection === lockedDocuments && !query.req
      const req = { transactionID: open } as Partial<PayloadRequest>
      return find.call(this as typeof database, isLockCheck && open ? { ...query, req } : query)
    } as typeof find
    return database
  },
})
