import { spawn } from 'node:child_process'
import { cp, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'

import { openDatabase, type OpenDatabase } from '../../src/database/open.ts'
import { createTestDatabase, type TestDatabase } from '../helpers/database.ts'
import { verifyOutside } from '../helpers/evidenceWorld.ts'

const at = (file: string) => path.resolve(import.meta.dirname, '../..', file)

let server: TestDatabase | undefined
let running: OpenDatabase | undefined
let folder: string

interface Ended {
  code: number | null
  stdout: string
  stderr: string
}

/** Runs a command as a process of its own, beside whatever uses the database. */
function run(script: string, ...args: string[]): Promise<Ended> {
  const child = spawn(process.execPath, [at(`scripts/${script}.mjs`), ...args], {
    cwd: folder,
    env: { ...process.env, DATABASE_URL: server?.url ?? '', DATA_DIR: folder, INIT_CWD: folder },
  })
  let stdout = ''
  let stderr = ''
  child.stdout.on('data', (data) => (stdout += data))
  child.stderr.on('data', (data) => (stderr += data))
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, stdout, stderr }))
  })
}

/** An installation with the sample page, which an app keeps open meanwhile. */
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'reviews-evidence-cli-'))
  const templates = inject('templates')
  if (templates.kind === 'server') server = await createTestDatabase()
  else {
    await cp(templates.migrated, folder, { recursive: true })
    running = await openDatabase({ dataDir: folder })
  }
  const { code, stderr } = await run('seed', at('seed/sample/case-reviews.html'))
  if (code !== 0) throw new Error(stderr)
}, 240_000)

afterAll(async () => {
  await running?.close()
  await server?.drop()
  await rm(folder, { recursive: true, force: true })
})

describe('npm run certificate', { timeout: 240_000 }, () => {
  it.each([[[]], [['--nonsense']], [['reviews:1', '--rotate-key']]])(
    'says in one sentence what is wrong with %j, and ends with 2',
    async (args) => {
      const { code, stderr, stdout } = await run('certificate', ...args)
      expect([code, stdout]).toEqual([2, ''])
      expect(stderr).toMatch(/^[^\n]+\.\n\nUsage: npm run certificate/)
    },
  )

  it.each([
    ['reviews:987654', /^There is nothing to certify/],
    ['reviews/nobody', /^There is nothing to certify/],
    ['users:1', /names no publication/],
  ])('says in one sentence that %s cannot be certified, and ends with 1', async (typed, said) => {
    const { code, stderr, stdout } = await run('certificate', typed)
    expect([code, stdout]).toEqual([1, ''])
    expect(stderr.trim().split('\n').at(-1)).toMatch(said)
  })

  it('gives the JSON alone, by the id and by the address, which holds outside', async () => {
    const bySlug = await run('certificate', 'reviews/alan')
    expect(bySlug).toMatchObject({ code: 0 })
    const certificate = JSON.parse(bySlug.stdout)
    const { reference } = certificate.publication

    await run('certificate', '--rotate-key')
    const byId = await run('certificate', reference, '--out', 'certificate.json')
    expect(byId).toMatchObject({ code: 0, stdout: '' })
    const second = await readFile(path.join(folder, 'certificate.json'), 'utf8')

    const keyFile = path.join(folder, 'evidence-keys.json')
    expect((await stat(keyFile)).mode & 0o777).toBe(0o600)
    const { earlier } = JSON.parse(await readFile(keyFile, 'utf8'))
    expect(earlier).toMatchObject([{ id: certificate.signature.key, until: expect.any(String) }])
    expect(
      await verifyOutside(
        { 'c.json': certificate, 'keys.json': { keys: earlier } },
        'c.json',
        '--key',
        'keys.json',
      ),
    ).toMatchObject({ code: 0 })
    expect(JSON.parse(second).signature.key).not.toBe(certificate.signature.key)
  })
})

describe('npm run verify', { timeout: 240_000 }, () => {
  it('says that everything holds, for people and for machines', async () => {
    const forPeople = await run('verify')
    expect(forPeople.stdout).toMatch(/^✓ Seal\n✓ Event log: \d+\n✓ Publications: \d+\n/)
    expect(forPeople).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/Everything holds\.\n$/),
    })
    const report = JSON.parse((await run('verify', '--json')).stdout)
    expect(report).toMatchObject({ holds: true, findings: [], counts: { publications: 14 } })
  })

  it('says what does not, and ends with 1', async () => {
    const files = path.join(folder, 'files')
    const name = (await readdir(files)).find((file) => file.endsWith('.pdf'))
    await writeFile(path.join(files, name!), 'something else')
    const { code, stdout } = await run('verify')
    expect(code).toBe(1)
    expect(stdout).toMatch(/^✗ Files: \d+\n {2}✗ files:\d+ has other bytes than were uploaded/m)
    expect(stdout).toMatch(/Not everything holds\.\n$/)
  })

  it('says in one sentence what is wrong with a command line or a kept head', async () => {
    expect(await run('verify', 'all')).toMatchObject({ code: 2, stdout: '' })
    const none = await run('verify', '--head', 'nowhere.json')
    expect(none).toMatchObject({
      code: 1,
      stderr: 'There is no head of the chain in nowhere.json.\n',
    })
  })
})
