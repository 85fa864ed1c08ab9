import { randomBytes } from 'node:crypto'

import pg from 'pg'

import type { Templates } from '../globalSetup.ts'
import { migrate } from './migrate.ts'

export async function makeServerTemplates(
  url: string,
): Promise<{ templates: Templates; drop: () => Promise<void> }> {
  const migrated = uniqueName('template')
  await onServer(url, `CREATE DATABASE ${migrated}`)
  const drop = (): Promise<void> =>
    onServer(url, `DROP DATABASE IF EXISTS ${migrated} WITH (FORCE)`)
  try {
    await migrate(addressOf(url, migrated))
  } catch (error) {
    await drop()
    throw error
  }
  return { templates: { kind: 'server', url, migrated }, drop }
}

export const uniqueName = (purpose: string): string =>
  `reviews_${purpose}_${randomBytes(6).toString('hex')}`

export function addressOf(url: string, database: string): string {
  const address = new URL(url)
  address.pathname = `/${database}`
  return address.href
}

export async function onServer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
