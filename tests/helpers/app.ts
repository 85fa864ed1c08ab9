import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { postgresAdapter } from '@payloadcms/db-postgres'
import { GRAPHQL_POST, REST_DELETE, REST_GET, REST_PATCH, REST_POST } from '@payloadcms/next/routes'
import { lexicalEditor } from '@payloadcms/richtext-lexical'
import { buildConfig, type Config, getPayload, type Payload } from 'payload'
import { safeguardingReviews, type SafeguardingReviewsOptions } from 'payload-safeguarding-reviews'
import sharp from 'sharp'

import { readLocksInTransaction } from '../../src/database/lockChecks.ts'
import { closePayload, createTestDatabase } from './database.ts'

export interface Answer {
  status: number
  headers: Headers
  /** The parsed JSON, or the text when it is none. */
  body: any
}

export interface TestApp {
  payload: Payload
  /** A request as a browser or a program sends it, through Payload's own HTTP handlers. */
  rest: (method: string, path: string, options?: RequestOptions) => Promise<Answer>
  graphql: (query: string, options?: RequestOptions & { variables?: object }) => Promise<Answer>
  /** The Authorization header of the editor. */
  editor: string
  stop: () => Promise<void>
}

interface RequestOptions {
  /** JSON, or a form with a file. */
  body?: object | FormData
  /** The value of the Authorization header; none for an anonymous reader. */
  as?: string
  headers?: Record<string, string>
}

interface AppOptions {
  options?: SafeguardingReviewsOptions
  /** What a host adds to its config, before the plugin is applied. */
  host?: Partial<Config>
  /** For a config whose tables are not the app's: pushes its schema into an empty database. */
  push?: boolean
}

const editor = { email: 'editor@safeguarding.example', password: 'a long test password' }

/** Payload's handlers keep one instance and one schema a process; another app in the same file needs its own. */
function forgetInstances(): void {
  const { _payload, _payload_graphql } = globalThis as unknown as {
    _payload: Map<string, unknown>
    _payload_graphql: object
  }
  _payload.clear()
  Object.assign(_payload_graphql, { graphql: null, promise: null })
}

/** A Payload app with the plugin on a fresh database, spoken to through its real HTTP handlers. */
export async function startTestApp({ host, options, push }: AppOptions = {}): Promise<TestApp> {
  const database = await createTestDatabase({ empty: push })
  const files = await mkdtemp(path.join(tmpdir(), 'reviews-files-'))
  const config = buildConfig({
    secret: 'a secret for tests only',
    serverURL: 'http://localhost:3000',
    admin: { user: 'users' },
    editor: lexicalEditor(),
    sharp,
    telemetry: false,
    logger: { options: { level: process.env.TEST_LOG_LEVEL ?? 'silent' } },
    typescript: { autoGenerate: false },
    ...host,
    collections: [{ slug: 'users', auth: true, fields: [] }, ...(host?.collections ?? [])],
    db: readLocksInTransaction(
      postgresAdapter({ pool: { connectionString: database.url }, push: Boolean(push) }),
    ),
    plugins: [
      safeguardingReviews({ ...options, files: { directory: files, ...options?.files } }),
      ...(host?.plugins ?? []),
    ],
  })
  forgetInstances()
  const payload = await getPayload({ config, disableOnInit: true })
  await payload.create({ collection: 'users', data: editor })
  const { token } = await payload.login({ collection: 'users', data: editor })

  const handlers = {
    GET: REST_GET(config),
    POST: REST_POST(config),
    PATCH: REST_PATCH(config),
    DELETE: REST_DELETE(config),
  } as Record<string, ReturnType<typeof REST_GET>>

  const send = async (
    handler: (request: Request) => Promise<Response>,
    method: string,
    path: string,
    { as, body, headers }: RequestOptions,
  ): Promise<Answer> => {
    const isForm = body instanceof FormData
    const response = await handler(
      new Request(`http://localhost:3000/api${path}`, {
        method,
        headers: {
          ...(body && !isForm && { 'Content-Type': 'application/json' }),
          ...(as && { Authorization: as }),
          ...headers,
        },
        body: isForm ? body : body && JSON.stringify(body),
      }),
    )
    const bytes = Buffer.from(await response.arrayBuffer())
    const isJSON = response.headers.get('content-type')?.includes('json')
    return {
      status: response.status,
      headers: response.headers,
      body: isJSON ? JSON.parse(bytes.toString()) : bytes,
    }
  }

  return {
    payload,
    editor: `JWT ${token}`,
    rest: (method, path, request = {}) =>
      send(
        (req) =>
          handlers[method]!(req, {
            params: Promise.resolve({
              slug: path.split('?')[0]!.split('/').filter(Boolean).map(decodeURIComponent),
            }),
          }),
        method,
        path,
        request,
      ),
    graphql: (query, { variables, ...request } = {}) =>
      send(GRAPHQL_POST(config), 'POST', '/graphql', { ...request, body: { query, variables } }),
    stop: async () => {
      await closePayload(payload)
      await database.drop()
      await rm(files, { force: true, recursive: true })
    },
  }
}
