import type { DatabaseAdapterObj, PayloadRequest } from 'payload'

const lockedDocuments = 'payload-locked-documents'

interface TransactionalDatabase {
  sessions?: Record<string, unknown>
}

/** What Payload asks outside the transaction of the very request that holds it. */
interface Query {
  collection: string
  data?: object
  req?: Partial<PayloadRequest>
}

/**
 * Lets Payload ask inside the open transaction what it asks beside it: whether a document is locked, and the
 * note that somebody asked for a new password. The embedded database has one connection only: the question
 * would wait for the transaction and the transaction for the question. A server has connections enough and
 * needs none of this.
 */
export const onOneConnection = <Adapter extends DatabaseAdapterObj>(adapter: Adapter): Adapter => ({
  ...adapter,
  init: (args) => {
    const database = adapter.init(args)
    const { find, updateOne } = database
    const within = <Asked extends Query>(
      { sessions }: TransactionalDatabase,
      query: Asked,
      isBeside: boolean,
    ): Asked => {
      // Whoever asks holds the connection, and so the only transaction that is open.
      const [open] = Object.keys(sessions ?? {})
      const req = { ...query.req, transactionID: open }
      return isBeside && open ? { ...query, req } : query
    }
    database.find = function (this: TransactionalDatabase, query) {
      const isLockCheck = query.collection === lockedDocuments && !query.req
      return find.call(this as typeof database, within(this, query as Query, isLockCheck) as never)
    } as typeof find
    database.updateOne = function (this: TransactionalDatabase, query) {
      const isNote = 'resetPasswordRequestedAt' in query.data && !query.req?.transactionID
      return updateOne.call(this as typeof database, within(this, query as Query, isNote) as never)
    } as typeof updateOne
    return database
  },
})
