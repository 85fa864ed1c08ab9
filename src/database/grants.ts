import pg from 'pg'

import { connected } from './connected.ts'

/** What the app never does to a table, and so has no right to. */
const withheld: Record<string, string> = {
  // The seal gives an event its place in the chain, with the rights of its owner.
  publication_events: 'update, delete',
  withdrawals: 'delete',
  payload_migrations: 'insert, update, delete',
}

/** What a role needs that owns nothing: what Payload does once the migrations are applied, and no more. */
const onTables = (role: string): string[] => [
  `revoke all on all tables in schema public from ${role}`,
  `revoke all on all sequences in schema public from ${role}`,
  `grant usage on schema public, safeguarding_seal to ${role}`,
  `grant select, insert, update, delete on all tables in schema public to ${role}`,
  ...Object.entries(withheld).map(([table, rights]) => `revoke ${rights} on ${table} from ${role}`),
  // A backup reads where they stand, and the verification where the chain ends.
  `grant usage, select on all sequences in schema public to ${role}`,
  `grant select on all sequences in schema safeguarding_seal to ${role}`,
  `grant select on all tables in schema safeguarding_seal to ${role}`,
  `alter default privileges in schema public grant select, insert, update, delete on tables to ${role}`,
  `alter default privileges in schema public grant usage, select on sequences to ${role}`,
]

/** Nobody but the owner makes anything, not even a temporary table, which could stand in front of a real one. */
const onDatabase = (role: string, database: string): string[] => [
  `revoke create, temporary on database ${database} from public, ${role}`,
  `revoke create on schema public from public, ${role}`,
]

/** All of it; the guide shows the same. */
export const grants = (role: string, database: string, ownsDatabase: boolean): string[] => [
  ...(ownsDatabase ? onDatabase(role, database) : []),
  ...onTables(role),
]

interface Standing {
  database: string
  ownsDatabase: boolean
  /** The role of the app owns the tables, or may act as who does. */
  isOwner: boolean
}

const standing = `
  select current_database() as database,
    pg_has_role(datdba, 'member') as "ownsDatabase",
    pg_has_role($1::name, relowner, 'member') as "isOwner"
  from pg_database, pg_class
  where datname = current_database() and pg_class.oid = 'public.publication_events'::regclass`

/**
 * Gives the app's role its rights on what the owner's migrations made, in place of those it had. Returns
 * false, and changes nothing, when that role may act as the owner anyway.
 */
export async function grantToApp(ownerURL: string, url: string): Promise<boolean> {
  const name = await connected(url, async (client) => {
    const { rows } = await client.query<{ name: string }>('select current_user as name')
    return rows[0]!.name
  })
  return connected(ownerURL, async (client) => {
    const { rows } = await client.query<Standing>(standing, [name])
    const { database, isOwner, ownsDatabase } = rows[0]!
    if (isOwner) return false
    const role = pg.escapeIdentifier(name)
    const statements = [
      'begin',
      // Two nodes that start at once would change the same privileges.
      `select pg_advisory_xact_lock(hashtext('safeguarding_grants'))`,
      ...grants(role, pg.escapeIdentifier(database), ownsDatabase),
      'commit',
    ]
    await client.query(statements.join(';\n'))
    return true
  })
}
