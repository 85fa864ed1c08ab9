import { PassThrough, type Readable } from 'node:stream'

import pg from 'pg'

import { isLostConnection } from '../../database/errors.ts'
import { BackupError } from '../errors.ts'
import type { Manifest } from '../manifest.ts'
import { someOf } from '../names.ts'
import { contentsOf } from '../place.ts'
import { connectionTo } from './connection.ts'
import { runSQL } from './runSQL.ts'
import { readContents, versionOf } from './snapshot.ts'
import { findTool, runTool, type Tool } from './tools.ts'

/**
 * Checks that a database of this version could take the dump, before anything is written; gives the tool that is
 * needed for it. Statements are of no version: only Postgres's own form is tied to one.
 */
export async function prepareLoad(
  { database }: Manifest,
  postgres: number,
): Promise<Tool | undefined> {
  if (database.kind === 'sql') return undefined
  if (database.postgres > postgres) {
    throw new BackupError(
      `The backup is of Postgres ${database.postgres} and the database of the older Postgres ${postgres}: restore it into a server of Postgres ${database.postgres} or newer.`,
    )
  }
  return findTool('pg_restore', database.pgDump ?? database.postgres)
}

type Load = {
  url: string
  isEmbedded: boolean
  tool: Tool | undefined
  dump: Readable
  signal: AbortSignal
}

/** Brings the dump in, in one transaction: all of it or nothing. */
export async function loadDump({ url, isEmbedded, tool, dump, signal }: Load): Promise<void> {
  if (!tool) return inTransaction(url, (client) => runSQL(client, dump), signal)
  // Roles of the old server need not exist on the new one: everything belongs to whoever restores.
  const args = ['--exit-on-error', '--no-owner', '--no-privileges']
  if (isEmbedded) {
    const script = new PassThrough()
    const translate = { args: [...args, '--file=-'], input: dump, output: script, signal }
    const run = async (client: pg.Client): Promise<void> => {
      await Promise.all([runSQL(client, script), runTool(tool, translate)])
    }
    return inTransaction(url, run, signal)
  }
  // Read from here and not from a file: when this command is killed, the input ends and nothing is kept.
  const toServer = [...args, '--single-transaction', '--dbname=']
  await runTool(tool, { url, args: toServer, input: dump, signal })
}

async function inTransaction(
  url: string,
  work: (client: pg.Client) => Promise<void>,
  signal: AbortSignal,
): Promise<void> {
  const client = await connectionTo(url)
  try {
    await client.query('BEGIN')
    await work(client)
    signal.throwIfAborted()
    await client.query('COMMIT')
  } catch (error) {
    if (!(error instanceof pg.DatabaseError) || isLostConnection(error)) throw error
    throw new BackupError(`The database does not take the backup: ${error.message}.`)
  } finally {
    await client.end().catch(() => {})
  }
}

/** Whether a database is empty, or holds what this backup does, as one does that an earlier restore has filled. */
export async function stateOf(
  url: string,
  manifest: Manifest,
): Promise<{ postgres: number; state: 'empty' | 'restored' | { contents: string[] } }> {
  const client = await connectionTo(url)
  try {
    const postgres = await versionOf(client)
    const contents = await contentsOf(client)
    if (contents.length === 0) return { postgres, state: 'empty' }
    return { postgres, state: (await holds(client, manifest)) ? 'restored' : { contents } }
  } finally {
    await client.end()
  }
}

async function holds(client: pg.ClientBase, manifest: Manifest): Promise<boolean> {
  const { migrations, files } = await readContents(client)
  const named = [...manifest.files.map(({ name }) => name), ...manifest.lost].sort()
  return same(migrations, manifest.database.migrations) && same(files, named)
}

const same = (one: string[], other: string[]): boolean =>
  JSON.stringify(one) === JSON.stringify(other)

export const notEmpty = (contents: string[]): BackupError =>
  new BackupError(
    `The database of DATABASE_URL is not empty (it holds ${someOf(contents)}): restore into an empty database.`,
  )
