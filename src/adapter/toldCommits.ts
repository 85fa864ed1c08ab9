import type { Config } from 'payload'

import { transactionEnded } from '../../hooks/operations/afterCommit.ts'
import { refusalOfSeal } from '../../hooks/operations/databaseErrors.ts'

type Adapter = NonNullable<Config['db']>

/** What Payload's adapters for SQL databases have in common, as far as transactions go. */
interface Transactional {
  drizzle: { transaction: (...given: unknown[]) => Promise<unknown> }
  sessions?: Record<string, object>
  beginTransaction: (options?: unknown) => Promise<string>
  commitTransaction: (id: Promise<string> | string) => Promise<void>
  rollbackTransaction: (id: Promise<string> | string) => Promise<void>
}

/**
 * The adapter, with commits that fail when they failed. Payload's own swallow it, when the seal refuses at
 * the commit or the database goes away in the middle of it: the editor would be told that what was rolled
 * back is saved. What waits for the commit is done after it.
 */
export const withToldCommits = (adapter: Adapter): Adapter => ({
  ...adapter,
  init: (args) => {
    const made = adapter.init(args)
    const own = made as unknown as Transactional
    if (!own.sessions) return made
    const { beginTransaction, commitTransaction, rollbackTransaction } = own
    const outcomes = new WeakMap<object, Promise<unknown>>()

    own.beginTransaction = async function (this: Transactional, options) {
      let outcome: Promise<unknown> = Promise.resolve()
      const transaction = (...given: unknown[]): Promise<unknown> => {
        outcome = this.drizzle.transaction(...given)
        outcome.catch(() => {})
        return outcome
      }
      // Payload's function finds this in place of the drizzle that all transactions share.
      const watched = Object.create(this, { drizzle: { value: { transaction } } }) as Transactional
      const id = await beginTransaction.call(watched, options)
      outcomes.set(this.sessions![id]!, outcome)
      return id
    }
    own.commitTransaction = async function (this: Transactional, id) {
      const session = this.sessions![await id]
      await commitTransaction.call(this, id)
      try {
        if (session) await outcomes.get(session)
      } catch (error) {
        transactionEnded(await id, false)
        throw refusalOfSeal(error) ?? error
      }
      transactionEnded(await id, true)
    }

    own.rollbackTransaction = async function (this: Transactional, id) {
      transactionEnded(await id, false)
      await rollbackTransaction.call(this, id)
    }
    return made
  },
})
