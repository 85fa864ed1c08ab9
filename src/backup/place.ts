import { readdir, rm } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'

import type pg from 'pg'

import { clearAwayDead, isAlive, readOwner } from '../database/embedded/lock.ts'
import { isMissing } from '../database/errors.ts'
import { RESTORE_MARK, restoreUnder } from '../database/restoreMark.ts'
import { BackupError } from './errors.ts'
import { someOf } from './names.ts'

/** May be there before: whoever kept the secret beside the backup puts it back, and a disk brings its own folder. */
const harmless = ['secret', 'lost+found']
const PATIENCE_MS = 60_000

/** Makes sure that nothing is in the data folder but what an earlier restore left half-way, and whether it did. */
export async function checkFolder(dataDir: string): Promise<'empty' | 'halfway'> {
  const state = await restoreUnder(dataDir)
  if (state === 'running') {
    throw new BackupError(
      `A backup is being restored into ${dataDir} already: wait until that has ended.`,
    )
  }
  if (state === 'stopped') return 'halfway'
  const owner = await readOwner(dataDir)
  if (owner && isAlive(owner)) {
    throw new BackupError(
      `The app or another command is running on ${dataDir}: restore into an empty folder, named by DATA_DIR.`,
    )
  }
  const found = (await namesIn(dataDir)).filter((name) => !harmless.includes(name))
  if (found.length === 0) return 'empty'
  throw new BackupError(
    `${dataDir} is not empty (it holds ${someOf(found.sort())}): restore into an empty folder, named by DATA_DIR.`,
  )
}

const namesIn = (folder: string): Promise<string[]> =>
  readdir(folder).catch((error: unknown) => {
    if (isMissing(error)) return []
    throw error
  })

/** Takes away what a restore that was stopped half-way has written; its mark stays. */
export async function clearHalfway(dataDir: string): Promise<void> {
  await awaitDatabaseProcess(dataDir)
  for (const name of await readdir(dataDir)) {
    if (name === RESTORE_MARK || harmless.includes(name)) continue
    await rm(path.join(dataDir, name), { force: true, recursive: true })
  }
}

/** The database process of a killed command ends by itself, once it has made the database that it was making. */
async function awaitDatabaseProcess(dataDir: string): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS
  for (;;) {
    const owner = await readOwner(dataDir)
    if (!owner) return
    if (!isAlive(owner)) return clearAwayDead(dataDir, owner)
    if (Date.now() > deadline) {
      throw new BackupError(
        `Another command is running on ${dataDir} (process ${owner.pid}): stop it and try again.`,
      )
    }
    await delay(100)
  }
}

/** What somebody made in a database: tables, functions and types outside extensions, and schemas. */
export async function contentsOf(client: pg.ClientBase): Promise<string[]> {
  const own = (catalog: string, namespace: string): string =>
    `from ${catalog} o join pg_namespace n on n.oid = o.${namespace}
     where n.nspname !~ '^pg_' and n.nspname <> 'information_schema' and not exists (
       select from pg_depend e where e.classid = '${catalog}'::regclass and e.objid = o.oid and e.deptype = 'e')`
  const { rows } = await client.query<{ name: string }>(`
    select 'the table ' || o.relname as name ${own('pg_class', 'relnamespace')} and o.relkind in ('r', 'p', 'v', 'm', 'f', 'S')
    union all select 'the function ' || o.proname ${own('pg_proc', 'pronamespace')}
    union all select 'the type ' || o.typname ${own('pg_type', 'typnamespace')} and o.typtype in ('e', 'd')
    union all select 'the schema ' || o.nspname from pg_namespace o
      where o.nspname !~ '^pg_' and o.nspname not in ('information_schema', 'public')`)
  return rows.map(({ name }) => name)
}
