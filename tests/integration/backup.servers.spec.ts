import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'

import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'

import { makeBackup } from '../../src/backup/backup.ts'
import { findTool } from '../../src/backup/database/tools.ts'
import { restoreBackup } from '../../src/backup/restore.ts'
import { ask } from '../helpers/backup/places.ts'
import { seal } from '../helpers/backup/seal.ts'
import { createTestDatabase, type TestDatabase } from '../helpers/database.ts'

const quiet = { say: () => {}, warn: () => {}, signal: new AbortController().signal }

/** All that a server knows of a database but who may what: tables, rows, rules, positions, comments. */
async function everythingIn(url: string): Promise<string> {
  const { command } = await findTool('pg_dump', 1)
  const { stdout } = await promisify(execFile)(command, ['--no-privileges', '--dbname', url], {
    maxBuffer: 64 * 1024 * 1024,
  })
  return stdout.replace(/^\\(un)?restrict .*$/gm, '')
}

describe.skipIf(inject('templates').kind === 'folder')(
  'a database that moves between server and folder',
  { timeout: 300_000 },
  () => {
    let server: TestDatabase
    let other: TestDatabase
    let folder: string

    beforeAll(async () => {
      server = await createTestDatabase()
      other = await createTestDatabase({ empty: true })
      folder = await mkdtemp(path.join(tmpdir(), 'reviews-moves-'))
      await ask(server.ownerURL, seal)
    })
    afterAll(async () => {
      await server.drop()
      await other.drop()
      await rm(folder, { force: true, recursive: true })
    })

    it('is the same in the end', async () => {
      const embedded = path.join(folder, 'embedded')
      const [first, second] = ['first.tar.gz', 'second.tar.gz'].map((name) =>
        path.join(folder, name),
      ) as [string, string]
      const { dataDir, ownerURL: url } = server
      await makeBackup({ ...quiet, dataDir, url, target: first })
      await restoreBackup({ ...quiet, archive: first, dataDir: embedded })
      await makeBackup({ ...quiet, dataDir: embedded, target: second })
      await restoreBackup({ ...quiet, archive: second, dataDir: other.dataDir, url: other.url })
      expect(await everythingIn(other.url)).toBe(await everythingIn(server.ownerURL))
    })
  },
)
