import { spawn } from 'node:child_process'
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

import type { SeedItem } from 'payload-safeguarding-reviews/seed'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'

import { openDatabase, type OpenDatabase } from '../../src/database/open.ts'
import { createTestDatabase, type TestDatabase } from '../helpers/database.ts'

const script = fileURLToPath(new URL('../../scripts/seed.mjs', import.meta.url))
const sample = fileURLToPath(new URL('../../seed/sample/case-reviews.html', import.meta.url))

let server: TestDatabase | undefined
let running: OpenDatabase | undefined
let folder: string

/** The command joins the embedded database that an app in the same folder runs, or uses the given server. */
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'reviews-seed-cli-'))
  const templates = inject('templates')
  if (templates.kind === 'server') server = await createTestDatabase()
  else {
    await cp(templates.migrated, folder, { recursive: true })
    running = await openDatabase({ dataDir: folder })
  }
})

afterAll(async () => {
  await running?.close()
  await server?.drop()
  await rm(folder, { recursive: true, force: true })
})

interface Ended {
  code: number | null
  stdout: string
  stderr: string
}

/** Runs the command as a process of its own; `until` kills it outright once standard output holds that. */
function run(args: string[], until?: string): Promise<Ended> {
  const child = spawn(process.execPath, [script, ...args], {
    cwd: folder,
    env: { ...process.env, DATABASE_URL: server?.url ?? '', DATA_DIR: folder, INIT_CWD: folder },
  })
  let stdout = ''
  let stderr = ''
  child.stdout.on('data', (data) => {
    stdout += data
    if (until && stdout.includes(until)) child.kill('SIGKILL')
  })
  child.stderr.on('data', (data) => (stderr += data))
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, stdout, stderr }))
  })
}

const actions = ({ stdout, stderr }: Ended): Record<string, number> => {
  if (!stdout) throw new Error(stderr)
  const counts: Record<string, number> = {}
  for (const { action } of (JSON.parse(stdout) as { items: SeedItem[] }).items) {
    counts[action] = (counts[action] ?? 0) + 1
  }
  return counts
}

describe('the seed command', { timeout: 240_000 }, () => {
  it('says in one sentence what is wrong with a command line, and ends with 2', async () => {
    const { code, stdout, stderr } = await run(['--nonsense'])
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toMatch(/--nonsense.*\n\nUsage: npm run seed/)
  })

  it('says in one sentence that a page is not there, and ends with 1', async () => {
    const { code, stdout, stderr } = await run(['nowhere.html'])
    expect([code, stdout]).toEqual([1, ''])
    expect(stderr.trim().split('\n')).toEqual([
      expect.stringMatching(/^There is no file .*nowhere\.html/),
    ])
  })

  it('prints the items alone on standard output with --json, and the plan beside it', async () => {
    const ended = await run([sample, '--dry-run', '--json'])
    expect(ended.code).toBe(0)
    expect(actions(ended)).toEqual({ create: 19 })
    expect(ended.stderr).toContain('19 to create, 0 to change, 0 to leave.')
    const { items } = JSON.parse(ended.stdout) as { items: SeedItem[] }
    expect(items[0]).toEqual({
      kind: 'review',
      action: 'create',
      name: 'Alan',
      type: 'LCSPR',
      date: '2023-03-20',
      precision: 'day',
      themes: ['adolescent neglect'],
      line: expect.any(Number),
      warnings: [],
    })
    expect(items.map(({ date }) => date).filter(Boolean)).toContain('2020-01')
  })

  it('can be killed in the middle and run again, as if it had never been', async () => {
    const killed = await run([sample], '[6/15]')
    expect(killed.code).toBeNull()
    const again = await run([sample])
    expect(again.code).toBe(0)
    expect(again.stdout).toMatch(/^\s+review +Alan .* unchanged$/m)
    expect(again.stdout).toContain('Done.')
    expect(actions(await run([sample, '--json', '--dry-run']))).toEqual({ leave: 19 })
  })

  it('finds a page where it was called, and tells what it cannot read', async () => {
    await writeFile(
      path.join(folder, 'page.txt'),
      'Our page\n\nCase reviews\n\nChild B - 2019\n\nText.\n',
    )
    const { code, stdout } = await run(['page.txt', '--dry-run'])
    expect(code).toBe(0)
    expect(stdout).toMatch(/Could not be read\n {2}line 5: “Child B - 2019” is left out/)
  })
})
