import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { inject } from 'vitest'

import { openDatabase } from '../../src/database/open.ts'
import type { Templates } from './globalSetup.ts'
import { addressOf, onServer, uniqueName } from './templates/server.ts'

export { closePayload } from '../../src/database/closePayload.ts'

export type TestDatabase = {
  /** A connection string for `postgresAdapter({ pool: { connectionString } })`. */
  url: string
  /** Close Payload first, with `closePayload(payload)`: a pool does not bear that its server goes. */
  drop: () => Promise<void>
}

/**
 * A fresh database for one spec file: migrated by the app's migrations, or `empty` for a config that
 * pushes its own schema. On PGlite, or on the server of TEST_DATABASE_URL.
 */
export async function createTestDatabase({ empty = false } = {}): Promise<TestDatabase> {
  const templates = inject('templates')
  return templates.kind === 'folder' ? copyFolder(templates, empty) : copyOnServer(templates, empty)
}

async function copyFolder(
  templates: Extract<Templates, { kind: 'folder' }>,
  empty: boolean,
): Promise<TestDatabase> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'reviews-test-'))
  await cp(empty ? templates.empty : templates.migrated, dataDir, { recursive: true })
  const database = await openDatabase({ dataDir })
  return {
    url: database.url,
    drop: async () => {
      await database.close()
      await rm(dataDir, { force: true, recursive: true })
    },
  }
}

async function copyOnServer(
  { url, migrated }: Extract<Templates, { kind: 'server' }>,
  empty: boolean,
): Promise<TestDatabase> {
  const name = uniqueName('test')
  await onServer(url, `CREATE DATABASE ${name}${empty ? '' : ` TEMPLATE ${migrated}`}`)
  return {
    url: addressOf(url, name),
    drop: () => onServer(url, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`),
  }
}
