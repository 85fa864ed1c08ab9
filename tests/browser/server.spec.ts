import { existsSync } from 'node:fs'
import { readFile, rm, stat } from 'node:fs/promises'
import path from 'node:path'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { type RunningServer, startServer } from '../helpers/server.ts'

// Each of these starts whole servers, twice in some.
describe('the server', { timeout: 180_000 }, () => {
  let server: RunningServer

  beforeAll(async () => {
    server = await startServer({ env: { ADMIN_EMAIL: '', ADMIN_PASSWORD: '' } })
  })
  afterAll(() => server.stop())

  const refusal = async (env: Record<string, string>): Promise<string> => {
    const error: unknown = await startServer({ env }).then(
      (unexpected) => unexpected.stop(),
      (reason: unknown) => reason,
    )
    const [, ...lines] = (error as Error).message.trim().split('\n')
    return lines.filter((line) => !/^(Starting|Connecting)/.test(line)).join('\n')
  }

  it('shows the seven reviews of the sample page at once', async () => {
    const answer = await fetch(`${server.url}/api/reviews?limit=0`)
    const { docs } = (await answer.json()) as { docs: { name: string }[] }
    expect(docs.map(({ name }) => name).sort()).toEqual([
      'Alan',
      'Babies with Injuries',
      'Bella and Ben',
      'Child G',
      'Child M',
      'Child Q',
      'Child Y',
    ])
    const page = await (await fetch(`${server.url}/`)).text()
    for (const { name } of docs) expect(page).toContain(name)
  })

  it('keeps the password that it made up for the first administrator, for its owner alone', async () => {
    const file = path.join(server.dataDir, 'first-admin.json')
    const administrator = JSON.parse(await readFile(file, 'utf8')) as Record<string, string>
    expect(Object.keys(administrator)).toEqual(['email', 'password'])
    expect((await stat(file)).mode & 0o777).toBe(0o600)
    expect((await stat(path.join(server.dataDir, 'secret'))).mode & 0o777).toBe(0o600)
    expect(server.output().split(administrator.password!)).toHaveLength(2)
    const login = await fetch(`${server.url}/api/users/login`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(administrator),
    })
    expect(login.status).toBe(200)
  })

  it.each([
    [{ PORT: 'http' }, /^PORT is "http"; it must be a number/],
    [{ HOST: '203.0.113.7' }, /^HOST is "203\.0\.113\.7", which is no address of this machine/],
    [{ DATABASE_URL: 'postgresql://me@127.0.0.1:1/x' }, /^PAYLOAD_SECRET is missing/],
    [
      { DATABASE_URL: 'postgresql://me@127.0.0.1:1/x', PAYLOAD_SECRET: 'long enough' },
      /cannot be used: nothing listens there/,
    ],
  ])('says in one sentence what is wrong with %o', async (env, sentence) => {
    const message = await refusal(env as Record<string, string>)
    expect(message).toMatch(sentence)
    expect(message).not.toContain('\n')
  })

  it('says that its port is taken', async () => {
    expect(await refusal({ PORT: new URL(server.url).port })).toMatch(/^Port \d+ is taken: /)
  })

  it('ends everything on Ctrl-C, and starts again with what it had', async () => {
    expect(await server.stop({ keepData: true })).toBe(0)
    expect(existsSync(path.join(server.dataDir, 'database.lock'))).toBe(false)
    server = await startServer({ dataDir: server.dataDir })
    expect(server.output()).not.toMatch(/migrations|sample|administrator/)
    const answer = await fetch(`${server.url}/api/reviews?limit=0`)
    expect(((await answer.json()) as { totalDocs: number }).totalDocs).toBe(7)
  })

  it('says so and ends when its database is killed, and frees it when it is killed itself', async () => {
    const lock = path.join(server.dataDir, 'database.lock')
    const database = (JSON.parse(await readFile(lock, 'utf8')) as { pid: number }).pid
    process.kill(database, 'SIGKILL')
    await expect.poll(() => server.process.exitCode, { timeout: 20_000 }).toBe(1)
    expect(server.output()).toMatch(/was ended; start again, nothing saved is lost\.$/m)

    server = await startServer({ dataDir: server.dataDir })
    server.process.kill('SIGKILL')
    await expect.poll(() => existsSync(lock), { timeout: 20_000 }).toBe(false)
    await rm(server.dataDir, { force: true, recursive: true })
  })
})
