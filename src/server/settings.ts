import path from 'node:path'

/** Something the person who starts the app can put right; told in one sentence, without a stack. */
export class StartError extends Error {
  override name = 'StartError'
}

export type Settings = {
  dev: boolean
  dataDir: string
  /** The user's own Postgres server; without it the embedded database is used. */
  databaseURL: string | undefined
  /** The same server with the role that owns the tables, where the app's role does not; for set-up only. */
  ownerURL: string | undefined
  host: string
  port: number
}

export function readSettings(env: NodeJS.ProcessEnv, args: string[]): Settings {
  const settings: Settings = {
    dev: args.includes('--dev'),
    dataDir: path.resolve(env.DATA_DIR || '.data'),
    databaseURL: env.DATABASE_URL || undefined,
    ownerURL: env.DATABASE_OWNER_URL || undefined,
    host: env.HOST || '127.0.0.1',
    port: Number(env.PORT || 3000),
  }
  if (!/^\d{1,5}$/.test(env.PORT || '3000') || settings.port > 65_535) {
    throw new StartError(`PORT is "${env.PORT}"; it must be a number from 0 to 65535.`)
  }
  if (settings.ownerURL && !settings.databaseURL) {
    throw new StartError(
      'DATABASE_URL is missing: DATABASE_OWNER_URL is used for setting up only, and the app needs a role of its own.',
    )
  }
  if (settings.databaseURL && !env.PAYLOAD_SECRET) {
    throw new StartError(
      'PAYLOAD_SECRET is missing: with a database server (DATABASE_URL) it must be set, to the same long random text on every start.',
    )
  }
  return settings
}
