import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'

import { afterAll, beforeAll, expect, onTestFailed, test } from 'vitest'

import { connected } from '../../src/database/connected.ts'
import { uploadForm } from '../helpers/content.ts'
import { createTestDatabase, type TestDatabase } from '../helpers/database.ts'
import { corpus } from '../helpers/fileCorpus/index.ts'

const root = path.resolve(import.meta.dirname, '../..')
const run = promisify(execFile)

let host: string
let database: TestDatabase
let environment: NodeJS.ProcessEnv

const inHost = (command: string, ...args: string[]) =>
  run(command, args, { cwd: host, env: environment, maxBuffer: 64 * 1024 * 1024 })

/** The dependencies of a blank Payload host, in the versions that this repository is tried with. */
async function hostDependencies(tarball: string): Promise<Record<string, string>> {
  const own = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8'))
  const names = [
    '@payloadcms/db-postgres',
    '@payloadcms/next',
    '@payloadcms/richtext-lexical',
    '@types/node',
    '@types/react',
    'graphql',
    'next',
    'payload',
    'react',
    'react-dom',
    'typescript',
  ]
  return {
    ...Object.fromEntries(names.map((name) => [name, own.devDependencies[name]])),
    [own.name]: `file:${tarball}`,
  }
}

beforeAll(async () => {
  database = await createTestDatabase({ empty: true })
  host = await mkdtemp(path.join(tmpdir(), 'reviews-host-'))
  environment = {
    ...process.env,
    DATABASE_URL: database.url,
    NEXT_TELEMETRY_DISABLED: '1',
    NODE_ENV: 'production',
    PAYLOAD_SECRET: 'a secret for tests only',
  }
  const { stdout } = await run('npm', ['pack', '--json', '--pack-destination', host], { cwd: root })
  const tarball = path.join(host, JSON.parse(stdout)[0].filename)
  await cp(path.join(import.meta.dirname, 'host'), host, { recursive: true })
  await cp(path.join(root, 'src/app/(payload)'), path.join(host, 'src/app/(payload)'), {
    recursive: true,
  })
  const dependencies = await hostDependencies(tarball)
  await writeFile(
    path.join(host, 'package.json'),
    JSON.stringify({ name: 'host', private: true, type: 'module', dependencies }),
  )
  await inHost('npm', 'install', '--prefer-offline', '--no-audit', '--no-fund')
}, 600_000)

afterAll(async () => {
  await database?.drop()
  await rm(host, { force: true, recursive: true })
})

/** The migration with which the README seals the database. */
async function sealMigration(): Promise<string> {
  const readme = await readFile(path.join(root, 'README.md'), 'utf8')
  return /```ts\n([^`]*raiseSeal[^`]*)```/.exec(readme)![1]!
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  server.close()
  await once(server, 'close')
  return port
}

test('the packed package runs in a blank host: migrated, sealed, built, published and read back', async () => {
  await inHost('npx', 'payload', 'generate:importmap')
  await inHost('npx', 'payload', 'generate:types')
  await inHost('npx', 'payload', 'migrate:create', 'initial')
  await writeFile(path.join(host, 'src/migrations/99991231_235959_seal.ts'), await sealMigration())
  await inHost('npx', 'payload', 'migrate')
  await inHost('npx', 'next', 'build')

  const port = await freePort()
  const address = `http://127.0.0.1:${port}`
  const next = path.join(host, 'node_modules/next/dist/bin/next')
  const server = spawn(process.execPath, [next, 'start', '-H', '127.0.0.1', '-p', String(port)], {
    cwd: host,
    env: environment,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const output of [server.stdout, server.stderr]) output.on('data', (text) => (said += text))
  onTestFailed(() => console.error(said))
  try {
    await expect
      .poll(
        () =>
          fetch(`${address}/api/reviews`).then(
            (r) => r.status,
            () => 0,
          ),
        {
          timeout: 60_000,
        },
      )
      .toBe(200)
    const post = async (url: string, body: object, token?: string) => {
      const response = await fetch(`${address}/api${url}`, {
        method: 'POST',
        headers: {
          'Content-Type': 'application/json',
          ...(token && { Authorization: `JWT ${token}` }),
        },
        body: JSON.stringify(body),
      })
      return response.json()
    }
    const email = 'editor@safeguarding.example'
    const { token } = await post('/users/first-register', { email, password: 'a long password' })
    const review = { name: 'Alan', reviewType: 'LCSPR', reportAvailability: 'notStated' }
    await post('/reviews', { ...review, _status: 'published' }, token)
    const { data } = await post('/graphql', {
      query: '{ Reviews { docs { name slug reviewType protectedUntil } } }',
    })
    const [answered] = data.Reviews.docs
    expect(answered).toMatchObject({ name: 'Alan', slug: 'alan', reviewType: 'LCSPR' })
    expect(answered.protectedUntil).toMatch(/^\d{4}-\d{2}-\d{2}$/)

    // The thread that looks files over is found from within Next’s bundle.
    const headers = { Authorization: `JWT ${token}` }
    const covered = corpus.find(({ what }) => what === 'a black box over words')!
    const uploaded = await fetch(`${address}/api/files`, {
      method: 'POST',
      headers,
      body: uploadForm(Buffer.from(await covered.bytes()), 'report.pdf', 'application/pdf'),
    })
    const { doc } = await uploaded.json()
    const check = async () =>
      (await fetch(`${address}/api/files/${doc.id}/check`, { headers })).json()
    await expect.poll(async () => (await check()).isChecked, { timeout: 60_000 }).toBe(true)
    expect((await check()).findings).toMatchObject([
      { code: 'REDACTION_COVERS_TEXT', severity: 'error', pages: [1] },
    ])

    const admin = await fetch(`${address}/admin/login`)
    expect(admin.status).toBe(200)

    expect(said).not.toContain('does not keep the promise by itself')
    await expect(
      connected(database.url, (client) => client.query(`update reviews set _status = 'draft'`)),
    ).rejects.toMatchObject({ code: 'SR001' })
  } finally {
    server.kill('SIGTERM')
    await once(server, 'exit')
  }
}, 600_000)
