import type { DatabaseError } from './errors.ts'

export type OpenDatabaseOptions = {
  /** Where the embedded database lives, in its folder `database`. */
  dataDir: string
  /** A Postgres server of the user's own. Without it the embedded database is used. */
  url?: string | undefined
  /** The same server with the role that owns the tables, where the app's role does not. */
  ownerURL?: string | undefined
  /** Told once for each step that takes a while. */
  onProgress?: (line: string) => void
  /** Told, with a sentence, when an embedded database ends although this command still uses it. */
  onLost?: (reason: DatabaseError) => void
}

export type OpenDatabase = {
  /** A connection string for `pg`. */
  url: string
  /** Leaves the database. The last command to leave an embedded one ends it, and waits for that. */
  close: () => Promise<void>
}
