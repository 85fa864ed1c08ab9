import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'

import pg from 'pg'
import { inject } from 'vitest'

import { createTestDatabase, openTestDatabase, type TestDatabase } from '../database.ts'

/** An empty place into which a backup can be restored: a folder, with an empty database on the server if there is one. */
export type Place = {
  dataDir: string
  url?: string
  /** What is there now. */
  contents: () => Promise<string[]>
  /** The place as the database of an app, which then drops it. */
  open: () => Promise<TestDatabase>
  drop: () => Promise<void>
}

export async function emptyPlace(): Promise<Place> {
  if (inject('templates').kind === 'folder') {
    const dataDir = await mkdtemp(path.join(tmpdir(), 'reviews-place-'))
    return {
      dataDir,
      contents: () => readdir(dataDir),
      open: () => openTestDatabase(dataDir),
      drop: () => rm(dataDir, { force: true, recursive: true }),
    }
  }
  const database = await createTestDatabase({ empty: true })
  const { dataDir, drop, url } = database
  return {
    dataDir,
    url,
    contents: async () => [...(await readdir(dataDir)), ...(await tablesOf(url))],
    open: async () => database,
    drop,
  }
}

async function tablesOf(url: string): Promise<string[]> {
  const { rows } = await ask<{ tablename: string }>(
    url,
    "select tablename from pg_tables where schemaname = 'public'",
  )
  return rows.map(({ tablename }) => tablename)
}

export async function ask<Row extends pg.QueryResultRow>(
  url: string,
  query: string,
): Promise<pg.QueryResult<Row>> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await client.query<Row>(query)
  } finally {
    await client.end()
  }
}

/** Where an app keeps what it has, as the commands are told it: by the owner, who may read what others added. */
export const installationOf = ({
  dataDir,
  ownerURL,
}: TestDatabase): { dataDir: string; url?: string } =>
  inject('templates').kind === 'folder' ? { dataDir } : { dataDir, url: ownerURL }
