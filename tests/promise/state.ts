import { readdir, stat } from 'node:fs/promises'
import path from 'node:path'

import { refusalsRecorded } from '../../hooks/operations/refusals.ts'
import type { Fixture, World } from '../helpers/protectedWorld.ts'
import { publicView } from '../helpers/publicView.ts'
import type { Leftover } from './path.ts'

/** Anonymous readers’ answers about a document, over REST and GraphQL, and all bytes of its file. */
export const viewOf = (world: World, fixture: Fixture): Promise<unknown> =>
  publicView(world.app, fixture, fixture.id, (fixture.ownFile ?? world.file).filename)

/** When something was saved last, which an edit without effect may move. */
const savedAt = new Set(['updatedAt', 'lastPublicChangeAt'])

export const withoutSavedAt = (view: unknown): unknown =>
  JSON.parse(JSON.stringify(view, (key, value) => (savedAt.has(key) ? undefined : value)))

/** What an attempt must leave as it was: each table by a digest of its rows, each stored file. */
export interface Stored {
  tables: Record<string, string>
  files: Record<string, string>
}

/**
 * Accounts, locks and preferences change with every request of an editor; the event log grows with every
 * refusal.
 */
const unrelated = /^(users|publication_events|payload_(locked_documents|preferences|kv|migrations))/

interface Pool {
  query: (sql: string) => Promise<{ rows: Record<string, string>[] }>
}

const poolOf = ({ app }: World): Pool => (app.payload.db as unknown as { pool: Pool }).pool

const statements = new WeakMap<World, string>()

/** One statement that answers with a digest of every table. */
async function statementFor(world: World): Promise<string> {
  const known = statements.get(world)
  if (known) return known
  const { rows } = await poolOf(world).query(
    `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY 1`,
  )
  const statement = rows
    .map(({ name }) => name!)
    .filter((name) => !unrelated.test(name))
    .map(
      (name) =>
        `SELECT '${name}' AS name, count(*) || ' ' || coalesce(sum(hashtextextended(r::text, 0)), 0) AS digest FROM "${name}" r`,
    )
    .join(' UNION ALL ')
  statements.set(world, statement)
  return statement
}

export async function storedOf(world: World): Promise<Stored> {
  const { rows } = await poolOf(world).query(await statementFor(world))
  const { staticDir } = world.app.payload.collections.files.config.upload as { staticDir: string }
  const files: Record<string, string> = {}
  for (const name of (await readdir(staticDir)).sort()) {
    const { mtimeMs, size } = await stat(path.join(staticDir, name))
    files[name] = `${size} bytes, written at ${mtimeMs}`
  }
  return { tables: Object.fromEntries(rows.map(({ digest, name }) => [name!, digest!])), files }
}

/** Where an attempt may leave something. */
const leftIn: Record<Leftover, RegExp> = {
  versions: /^_/,
  jobs: /^payload_jobs/,
  // An edit without effect is saved, too; what the public sees of it is compared besides.
  'other documents': /./,
}

const publications = /^_?(reviews|leaflets|framework_documents)/

/** What was stored, without the tables in which an attempt may leave something. */
export const without = ({ tables }: Stored, leftover: Leftover = 'other documents') =>
  Object.entries(tables).filter(([name]) => !leftIn[leftover].test(name))

/** A digest of all publications with their history. */
export const publicationsIn = ({ tables }: Stored): string =>
  JSON.stringify(Object.entries(tables).filter(([name]) => publications.test(name)))

/** How many attempts on a publication the event log has as refused. */
export async function refusalsOf(world: World, { id, slug }: Fixture): Promise<number> {
  await refusalsRecorded()
  const { rows } = await poolOf(world).query(
    `SELECT count(*) FROM publication_events WHERE kind = 'refused' AND publication = '${slug}:${id}'`,
  )
  return Number(rows[0]!.count)
}
