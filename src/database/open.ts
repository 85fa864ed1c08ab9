import { openEmbeddedDatabase } from './embedded/open.ts'
import { refuseUnfinishedRestore } from './restoreMark.ts'
import { checkServer } from './server.ts'
import type { OpenDatabase, OpenDatabaseOptions } from './types.ts'

export type { OpenDatabase }

/**
 * Gives a database that answers, or throws a `DatabaseError` of one sentence.
 *
 * Close every pool before calling `close`: a pool whose server goes first throws an unhandled error.
 */
export async function openDatabase(options: OpenDatabaseOptions): Promise<OpenDatabase> {
  await refuseUnfinishedRestore(options.dataDir)
  if (!options.url) return openEmbeddedDatabase(options)
  await checkServer(options.url)
  if (options.ownerURL) await checkServer(options.ownerURL, 'DATABASE_OWNER_URL')
  return { url: options.url, close: async () => {} }
}
