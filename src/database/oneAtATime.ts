import { connected } from './connected.ts'
import { isEmbedded } from './embedded/address.ts'
import { inTurn } from './embedded/lock.ts'

/** The same in every version: whoever starts later may be a newer one. */
const lock = `pg_advisory_xact_lock(hashtextextended('payload-safeguarding-reviews: set-up', 0))`

/**
 * Sets a database up while nobody else does: several commands may start at once on a new one. An embedded one is
 * a single session for all who use it, and no lock of its own keeps a session from itself.
 */
export const oneAtATime = <Result>(
  { dataDir, url }: { dataDir: string; url: string },
  work: () => Promise<Result>,
  onWait: () => void,
): Promise<Result> =>
  isEmbedded(url) ? inTurn(dataDir, 'setting up', work, onWait) : inTurnOnServer(url, work, onWait)

/** The lock of a transaction, which a connection pooler keeps too, and which ends with this process. */
const inTurnOnServer = <Result>(
  url: string,
  work: () => Promise<Result>,
  onWait: () => void,
): Promise<Result> =>
  connected(url, async (client) => {
    await client.query('begin')
    await client.query('set local idle_in_transaction_session_timeout = 0')
    const { rows } = await client.query<{ isFree: boolean }>(
      `select ${lock.replace('pg_', 'pg_try_')} as "isFree"`,
    )
    if (!rows[0]!.isFree) {
      onWait()
      await client.query(`select ${lock}`)
    }
    return work()
  })
