import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { inject } from 'vitest'

import { openDatabase } from '../../src/database/open.ts'
import type { Templates } from './globalSetup.ts'
import { copyOnServer } from './templates/server.ts'

export { closePayload } from '../../src/database/closePayload.ts'

export type TestDatabase = {
  /** A connection string for `postgresAdapter({ pool: { connectionString } })`. */
  url: string
  /** The same for the role that owns the tables; on a server the app's owns nothing. */
  ownerURL: string
  /** The folder in which the app keeps what is not in the database, and an embedded one besides. */
  dataDir: string
  /** Close Payload first, with `closePayload(payload)`: a pool does not bear that its server goes. */
  drop: () => Promise<void>
}

/**
 * A fresh database for one spec file: migrated by the app's migrations, or `empty` for a config that
 * pushes its own schema. On PGlite, or on the server of TEST_DATABASE_URL.
 */
export async function createTestDatabase({ empty = false } = {}): Promise<TestDatabase> {
  const templates = inject('templates')
  if (templates.kind === 'folder') return copyFolder(templates, empty)
  const { drop, ...addresses } = await copyOnServer(templates, empty)
  const dataDir = await mkdtemp(path.join(tmpdir(), 'reviews-test-'))
  return {
    ...addresses,
    dataDir,
    drop: async () => {
      await drop()
      await rm(dataDir, { force: true, recursive: true })
    },
  }
}

async function copyFolder(
  templates: Extract<Templates, { kind: 'folder' }>,
  empty: boolean,
): Promise<TestDatabase> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'reviews-test-'))
  await cp(empty ? templates.empty : templates.migrated, dataDir, { recursive: true })
  return openTestDatabase(dataDir)
}

/** The embedded database of a folder, which is removed with it. */
export async function openTestDatabase(dataDir: string): Promise<TestDatabase> {
  const database = await openDatabase({ dataDir })
  return {
    url: database.url,
    ownerURL: database.url,
    dataDir,
    drop: async () => {
      await database.close()
      await rm(dataDir, { force: true, recursive: true })
    },
  }
}
