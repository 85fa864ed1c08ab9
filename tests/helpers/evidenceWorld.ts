import { execFile } from 'node:child_process'
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { type Answer, everyday, startTestApp, type TestApp } from './app.ts'
import { published, review, richText, storeFile, type StoredFile } from './content.ts'

/** What must never stand in a certificate. */
export const secrets = {
  reason: 'The court order names a living sibling',
  draft: 'A sentence that nobody has approved',
  second: 'second@safeguarding.example',
  first: 'editor@safeguarding.example',
}

export interface EvidenceWorld {
  app: TestApp
  file: StoredFile
  /** The Authorization header of another editor. */
  second: string
  /** With the file that all share, unless it gets another one. */
  publish: (name: string, file?: number) => Promise<number>
  correct: (id: number, note: string) => Promise<unknown>
  /** Asks for a withdrawal; answers its id. */
  askToWithdraw: (id: number) => Promise<number>
  act: (withdrawal: number, act: string) => Promise<Answer>
  certificate: (reference: string) => Promise<Answer>
  stop: () => Promise<void>
}

/** An app whose keys lie in a folder of its own, with two editors. */
export async function startEvidenceWorld(): Promise<EvidenceWorld> {
  const keys = await mkdtemp(path.join(tmpdir(), 'reviews-keys-'))
  const app = await startTestApp({
    options: {
      publisher: { name: 'Example Partnership', url: 'https://safeguarding.example' },
      evidence: { keyFile: path.join(keys, 'evidence-keys.json') },
    },
  })
  const data = { email: secrets.second, password: 'another long password' }
  await app.payload.create({
    collection: 'users',
    data: { ...data, publishingRoles: [...everyday] },
  })
  const { token } = await app.payload.login({ collection: 'users', data })
  const second = `JWT ${token}`
  const file = await storeFile(app.payload)
  const update = (id: number, data: object, draft = false) =>
    app.payload.update({ collection: 'reviews', id, data: data as never, draft })

  return {
    app,
    file,
    second,
    publish: async (name, own) => {
      const content = review({
        name,
        reportAvailability: 'published',
        reportFile: own ?? file.id,
        summary: richText('What happened.'),
      })
      const data = { ...content, ...published } as never
      const { id } = await app.payload.create({ collection: 'reviews', data })
      await update(id as number, { reviewer: secrets.draft }, true)
      return id as number
    },
    correct: (id, note) =>
      update(id, { ...published, reviewer: 'A. Author', changeNotes: [{ note }] }),
    askToWithdraw: async (value) => {
      const { body } = await app.rest('POST', '/withdrawals', {
        as: app.editor,
        body: {
          document: { relationTo: 'reviews', value },
          ground: 'courtOrder',
          notice: 'This review was withdrawn.',
          reason: secrets.reason,
        },
      })
      return body.doc.id
    },
    act: (withdrawal, act) => app.rest('POST', `/withdrawals/${withdrawal}/${act}`, { as: second }),
    certificate: (reference) => app.rest('GET', `/${reference.replace(':', '/')}/certificate`),
    stop: async () => {
      await app.stop()
      await rm(keys, { force: true, recursive: true })
    },
  }
}

const verifier = path.resolve(import.meta.dirname, '../../bin/verify.mjs')

export interface Verdict {
  code: number
  output: string
}

/** Runs the verifier as somebody outside does: the one file and some others, in a folder of their own. */
export async function verifyOutside(
  files: Record<string, Buffer | object | string>,
  ...args: string[]
): Promise<Verdict> {
  const folder = await mkdtemp(path.join(tmpdir(), 'reviews-outside-'))
  await cp(verifier, path.join(folder, 'verify.mjs'))
  for (const [name, content] of Object.entries(files)) {
    const isText = typeof content === 'string' || Buffer.isBuffer(content)
    await writeFile(path.join(folder, name), isText ? content : JSON.stringify(content))
  }
  try {
    return await new Promise((resolve) => {
      const env = { PATH: process.env.PATH } as unknown as NodeJS.ProcessEnv
      const child = execFile(
        process.execPath,
        ['verify.mjs', ...args],
        { cwd: folder, env },
        (_error, stdout, stderr) =>
          resolve({ code: child.exitCode ?? -1, output: stdout + stderr }),
      )
    })
  } finally {
    await rm(folder, { force: true, recursive: true })
  }
}

/** Puts the app behind a real address, for those who ask it over the network. */
export async function serve({ rest }: TestApp): Promise<{ url: string; close: () => void }> {
  const server = createServer(async (request, response) => {
    const { body, headers, status } = await rest('GET', request.url!.replace(/^\/api/, ''))
    const type = headers.get('content-type') ?? 'application/octet-stream'
    response.writeHead(status, { 'Content-Type': type })
    response.end(Buffer.isBuffer(body) ? body : JSON.stringify(body))
  }).listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const { port } = server.address() as AddressInfo
  return { url: `http://127.0.0.1:${port}`, close: () => void server.close() }
}
