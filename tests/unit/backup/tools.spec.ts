import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { PassThrough } from 'node:stream'
import { text } from 'node:stream/consumers'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { findTool, runTool } from '../../../src/backup/database/tools.ts'

const { signal } = new AbortController()

describe('the tools of Postgres', () => {
  let folders: string[]

  const toolSaying = async (script: string): Promise<string> => {
    const folder = await mkdtemp(path.join(tmpdir(), 'reviews-tools-'))
    const command = path.join(folder, 'pg_dump')
    await writeFile(command, `#!/bin/sh\n${script}\n`)
    await chmod(command, 0o700)
    return folder
  }

  beforeAll(async () => {
    folders = await Promise.all(
      [15, 17, 16].map((version) => toolSaying(`echo "pg_dump (PostgreSQL) ${version}.4"`)),
    )
  })
  afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true }))))

  it('are the oldest that are new enough', async () => {
    expect(await findTool('pg_dump', 16, folders)).toEqual({
      command: path.join(folders[2]!, 'pg_dump'),
      version: 16,
    })
  })

  it('are asked for when they are missing or too old', async () => {
    await expect(findTool('pg_dump', 18, folders)).rejects.toThrow(
      /^pg_dump is of Postgres 17, too old for this one of Postgres 18: install .*postgresql-client-18/,
    )
    await expect(findTool('pg_restore', 15, folders)).rejects.toThrow(
      /^pg_restore is not installed: install the client tools of Postgres 15/,
    )
  })

  it('are told the password, and nobody who looks at their command line is', async () => {
    const folder = await toolSaying(
      'echo "$*|$PGPASSWORD|$PGHOST|$PGPORT|$PGUSER|$PGDATABASE|$PGSSLMODE"',
    )
    folders.push(folder)
    const output = new PassThrough()
    await runTool(
      { command: path.join(folder, 'pg_dump'), version: 15 },
      {
        url: 'postgresql://me:s3cret%2F@db.example:6543/reviews?sslmode=no-verify',
        args: ['--format=custom'],
        output,
        signal,
      },
    )
    expect(await text(output)).toBe('--format=custom|s3cret/|db.example|6543|me|reviews|require\n')
  })

  it('say why they failed', async () => {
    const folder = await toolSaying('echo "pg_dump: error: no room" >&2; exit 1')
    folders.push(folder)
    const tool = { command: path.join(folder, 'pg_dump'), version: 15 }
    await expect(runTool(tool, { args: [], signal })).rejects.toThrow('pg_dump failed: no room.')
  })
})
