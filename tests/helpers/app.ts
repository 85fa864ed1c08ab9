import path from 'node:path'

import { postgresAdapter } from '@payloadcms/db-postgres'
import { GRAPHQL_POST, REST_DELETE, REST_GET, REST_PATCH, REST_POST } from '@payloadcms/next/routes'
import { lexicalEditor } from '@payloadcms/richtext-lexical'
import { buildConfig, type Config, getPayload, type Payload } from 'payload'
import { safeguardingReviews, type SafeguardingReviewsOptions } from 'payload-safeguarding-reviews'
import sharp from 'sharp'

import { connected } from '../../src/database/connected.ts'
import { isEmbedded } from '../../src/database/embedded/address.ts'
import { onOneConnection } from '../../src/database/oneConnection.ts'
import { closePayload, createTestDatabase, type TestDatabase } from './database.ts'
import { connectOwner } from './sql.ts'

export interface Answer {
  status: number
  headers: Headers
  /** The parsed JSON, or the text when it is none. */
  body: any
}

export interface TestApp {
  payload: Payload
  database: TestDatabase
  /** A request as a browser or a program sends it, through Payload's own HTTP handlers. */
  rest: (method: string, path: string, options?: RequestOptions) => Promise<Answer>
  graphql: (query: string, options?: RequestOptions & { variables?: object }) => Promise<Answer>
  /** The Authorization header of the editor. */
  editor: string
  /** Leaves the database for another app. */
  close: () => Promise<void>
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
  /** What a host adds to its config, before the plugin is applied; its `users` take the place of ours. */
  host?: Partial<Config>
  /** What a host's own migration adds to the database of the app, by its owner. */
  migration?: string
  /** What a host tells the adapter of its database besides. */
  adapter?: Partial<Parameters<typeof postgresAdapter>[0]>
  /** For a config whose tables are not the app's: makes them in an empty database, as a host's migrations do. */
  migrate?: (payload: Payload) => Promise<void>
  /** For a config whose tables are not the app's: pushes its schema into an empty database. */
  push?: boolean
  /** A database that is there already, with its users if it has any; it is dropped with the app. */
  database?: TestDatabase
}

/** While nobody is an approver, they publish alone; withdrawals need two of them. */
export const everyday = ['administrator', 'withdrawal'] as const

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
export async function startTestApp({
  adapter,
  database: given,
  host,
  migrate,
  migration,
  options,
  push,
}: AppOptions = {}): Promise<TestApp> {
  const database = given ?? (await createTestDatabase({ empty: Boolean(push ?? migrate) }))
  if (migration) await connected(database.ownerURL, (client) => client.query(migration))
  const users = host?.collections?.some(({ slug }) => slug === 'users')
    ? []
    : [{ slug: 'users', auth: true, fields: [] }]
  const files = path.join(database.dataDir, 'files')
  const own = postgresAdapter({
    pool: { connectionString: database.url },
    push: Boolean(push),
    ...adapter,
  })
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
    collections: [...users, ...(host?.collections ?? [])],
    db: isEmbedded(database.url) ? onOneConnection(own) : own,
    plugins: [
      // Files are checked, and mail is sent, where that is what is tested: elsewhere it would only take its time.
      safeguardingReviews({
        mail: { enabled: false },
        ...options,
        files: { directory: files, checks: false, ...options?.files },
      }),
      ...(host?.plugins ?? []),
    ],
  })
  forgetInstances()
  const payload = await getPayload({ config, disableOnInit: true })
  // An embedded database has one role, and one connection for all who use it.
  const leaveOwner =
    database.ownerURL === database.url ? undefined : connectOwner(payload, database.ownerURL)
  await migrate?.(payload)
  const hasUsers = given && (await payload.count({ collection: 'users' })).totalDocs > 0
  if (!hasUsers)
    await payload.create({
      collection: 'users',
      data: { ...editor, publishingRoles: [...everyday] },
    })
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

  const close = async (): Promise<void> => {
    await closePayload(payload)
    await leaveOwner?.()
  }

  return {
    payload,
    database,
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
    close,
    stop: async () => {
      await close()
      await database.drop()
    },
  }
}
