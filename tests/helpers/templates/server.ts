import { randomBytes } from 'node:crypto'

import pg from 'pg'

import { grantToApp } from '../../../src/database/grants.ts'
import type { Templates } from '../globalSetup.ts'
import { migrate } from './migrate.ts'

type ServerTemplates = Extract<Templates, { kind: 'server' }>

/** A migrated database, with a role that owns it and another for the app, as operations.md advises. */
export async function makeServerTemplates(
  url: string,
): Promise<{ templates: ServerTemplates; drop: () => Promise<void> }> {
  const migrated = uniqueName('template')
  const templates: ServerTemplates = {
    kind: 'server',
    url,
    migrated,
    owner: { name: uniqueName('owner'), password: randomBytes(12).toString('hex') },
    app: { name: uniqueName('app'), password: randomBytes(12).toString('hex') },
  }
  const roles = [templates.owner, templates.app]
  const drop = async (): Promise<void> => {
    // Also those of tests that ended before they could drop them.
    const owned = await onServer(
      url,
      `SELECT datname FROM pg_database WHERE pg_get_userbyid(datdba) = '${templates.owner.name}'`,
    )
    for (const { datname } of owned) await onServer(url, `DROP DATABASE ${datname} WITH (FORCE)`)
    for (const { name } of roles) await onServer(url, `DROP ROLE IF EXISTS ${name}`)
  }
  try {
    for (const { name, password } of roles)
      await onServer(url, `CREATE ROLE ${name} LOGIN PASSWORD '${password}'`)
    await onServer(url, `CREATE DATABASE ${migrated} OWNER ${templates.owner.name}`)
    await migrate(addressOf(url, migrated, templates.owner))
    await grantToApp(
      addressOf(url, migrated, templates.owner),
      addressOf(url, migrated, templates.app),
    )
  } catch (error) {
    await drop()
    throw error
  }
  return { templates, drop }
}

/** A copy of the migrated database, or an empty one: the addresses for the app and for the owner. */
export async function copyOnServer(
  { app, migrated, owner, url }: ServerTemplates,
  empty: boolean,
): Promise<{ url: string; ownerURL: string; drop: () => Promise<void> }> {
  const name = uniqueName('test')
  const template = empty ? '' : ` TEMPLATE ${migrated}`
  await onServer(url, `CREATE DATABASE ${name} OWNER ${owner.name}${template}`)
  // The rights on the database itself are not copied with what is in it.
  if (!empty) await onServer(url, `REVOKE CREATE, TEMPORARY ON DATABASE ${name} FROM PUBLIC`)
  const ownerURL = addressOf(url, name, owner)
  return {
    ownerURL,
    // Whoever pushes a schema into an empty database owns what is in it.
    url: empty ? ownerURL : addressOf(url, name, app),
    drop: async () => {
      await onServer(url, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
    },
  }
}

export const uniqueName = (purpose: string): string =>
  `reviews_${purpose}_${randomBytes(6).toString('hex')}`

export interface Role {
  name: string
  password: string
}

export function addressOf(url: string, database: string, role?: Role): string {
  const address = new URL(url)
  address.pathname = `/${database}`
  if (role) Object.assign(address, { username: role.name, password: role.password })
  return address.href
}

export async function onServer(url: string, statement: string): Promise<Record<string, string>[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const { rows } = await client.query(statement)
    return rows
  } finally {
    await client.end()
  }
}
