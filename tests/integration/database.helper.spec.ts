import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { migrations } from '../../src/migrations/index.ts'
import { createTestDatabase, type TestDatabase } from '../helpers/database.ts'

describe('a database for a spec', () => {
  const databases: TestDatabase[] = []

  beforeAll(async () => {
    databases.push(await createTestDatabase(), await createTestDatabase({ empty: true }))
  })

  afterAll(async () => {
    for (const database of databases) await database.drop()
  })

  const tablesOf = async (database?: TestDatabase): Promise<number> => {
    const client = new pg.Client({ connectionString: database?.url })
    await client.connect()
    try {
      const { rows } = await client.query<{ count: number }>(
        "select count(*)::int from information_schema.tables where table_schema = 'public'",
      )
      return rows[0]?.count ?? -1
    } finally {
      await client.end()
    }
  }

  it('has the tables of the migrations', async () => {
    const tables = await tablesOf(databases[0])
    if (migrations.length > 0) expect(tables).toBeGreaterThan(0)
    else expect(tables).toBe(0)
  })

  it('is empty for a config that pushes its own schema', async () => {
    expect(await tablesOf(databases[1])).toBe(0)
  })
})
