import pg from 'pg'

/** A connection whose end is told to whoever asks it next, and to nobody else. */
export async function connectionTo(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => {})
  await client.connect()
  return client
}

/** What Postgres's own tools read of an address, beside host, user and database. */
const settings: Record<string, string> = {
  sslmode: 'PGSSLMODE',
  sslrootcert: 'PGSSLROOTCERT',
  sslcert: 'PGSSLCERT',
  sslkey: 'PGSSLKEY',
  options: 'PGOPTIONS',
}

/**
 * Tells Postgres's tools where the server is, through their environment: every user of the machine can read a
 * command line, and with it a password.
 */
export function environmentFor(url: string): NodeJS.ProcessEnv {
  const { host, port, user, password, database } = new pg.Client({ connectionString: url })
  const { searchParams } = new URL(url)
  const given = Object.entries(settings).flatMap(([name, variable]) => {
    const value = searchParams.get(name)
    // The driver's own word for what the tools call by another.
    return value ? [[variable, value === 'no-verify' ? 'require' : value]] : []
  })
  return {
    ...process.env,
    ...Object.fromEntries(given),
    PGHOST: host,
    PGPORT: String(port),
    PGUSER: user,
    ...(database && { PGDATABASE: database }),
    ...(typeof password === 'string' && { PGPASSWORD: password }),
    PGAPPNAME: 'safeguarding-reviews backup',
  }
}
