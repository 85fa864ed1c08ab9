import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { postgresAdapter } from '@payloadcms/db-postgres'
import { GRAPHQL_POST, REST_GET, REST_PATCH, REST_POST } from '@payloadcms/next/routes'
import { lexicalEditor } from '@payloadcms/richtext-lexical'
import { buildConfig, getPayload, type Payload } from 'payload'
import { safeguardingReviews } from 'payload-safeguarding-reviews'
import pg from 'pg'

import { closePayload } from '../../src/database/closePayload.ts'

export type SideName = 'ours' | 'stock'

interface Sent {
  /** The token of an editor; none for an anonymous reader. */
  as?: string
  body?: object
}

/** One of the two that are compared: a Payload of its own, spoken to through its HTTP handlers. */
export interface Side {
  name: SideName
  payload: Payload
  /** A token for each editor. */
  editors: string[]
  /** Makes the handlers of this process answer for this side. */
  enter: () => void
  /** What an anonymous reader is answered at an address. */
  respond: (path: string) => Promise<Response>
  send: (method: 'GET' | 'PATCH' | 'POST', path: string, request?: Sent) => Promise<any>
  graphql: (query: string) => Promise<any>
  close: () => Promise<void>
}

/** What Payload's handlers keep of the one instance that they expect in a process. */
const globals = globalThis as unknown as {
  _payload: Map<string, unknown>
  _payload_graphql: object
}

// The second schema looks to Payload as if it were pushed already.
process.env.PAYLOAD_FORCE_DRIZZLE_PUSH = 'true'

/** As many as eight transactions, and the checks for locked documents beside them, ask for at most. */
const connections = 20

/**
 * The plugin with its rules, or the same collections as stock Payload has them: fields and access, but no
 * hooks. Each has a schema of its own in the same database.
 */
export async function openSide(name: SideName, url: string, editors: number): Promise<Side> {
  const schemaName = `bench_${name}`
  // What a run left that was interrupted.
  await dropSchema(url, schemaName)
  const directory = await mkdtemp(path.join(tmpdir(), `reviews-bench-${name}-`))
  const config = buildConfig({
    secret: 'a secret for the benchmark only',
    serverURL: 'http://localhost:3000',
    admin: { user: 'users' },
    collections: [{ slug: 'users', auth: true, fields: [] }],
    db: postgresAdapter({ pool: { connectionString: url, max: connections }, schemaName }),
    editor: lexicalEditor(),
    logger: { options: { level: 'error' } },
    // What a file is checked for costs a thread of its own, before anybody publishes: `npm run bench:files`.
    plugins: [
      safeguardingReviews({
        enabled: name === 'ours',
        files: { directory, checks: false },
        mail: { enabled: false },
      }),
    ],
    telemetry: false,
    typescript: { autoGenerate: false },
  })
  globals._payload?.clear()
  const payload = await getPayload({ config, disableOnInit: true })
  const instance = globals._payload.get('default')
  const schema = { graphql: null, promise: null }
  const handlers = { GET: REST_GET(config), PATCH: REST_PATCH(config), POST: REST_POST(config) }
  const graphqlHandler = GRAPHQL_POST(config)

  const respond = (
    method: keyof typeof handlers,
    path: string,
    request: Sent = {},
  ): Promise<Response> => {
    const slug = path.split('?')[0]!.split('/').filter(Boolean)
    return handlers[method](requestFor(method, path, request), {
      params: Promise.resolve({ slug }),
    })
  }

  return {
    name,
    payload,
    editors: await logIn(payload, editors),
    enter: () => {
      globals._payload.set('default', instance)
      Object.assign(globals._payload_graphql, { graphql: null, promise: null }, schema)
    },
    respond: (path) => respond('GET', path),
    send: async (method, path, request) => answerOf(await respond(method, path, request)),
    graphql: async (query) => {
      const request = requestFor('POST', '/graphql', { body: { query } })
      const answer = await answerOf(await graphqlHandler(request))
      Object.assign(schema, globals._payload_graphql)
      if (answer.errors) throw new Error(JSON.stringify(answer.errors))
      return answer
    },
    close: async () => {
      await closePayload(payload)
      await rm(directory, { force: true, recursive: true })
      await dropSchema(url, schemaName)
    },
  }
}

async function logIn(payload: Payload, count: number): Promise<string[]> {
  const tokens: string[] = []
  for (let editor = 0; editor < count; editor++) {
    const data = { email: `editor${editor}@safeguarding.example`, password: 'a long password' }
    const publishingRoles: ['administrator'] = ['administrator']
    await payload.create({ collection: 'users', data: { ...data, publishingRoles } })
    tokens.push((await payload.login({ collection: 'users', data })).token!)
  }
  return tokens
}

const requestFor = (method: string, path: string, { as, body }: Sent) =>
  new Request(`http://localhost:3000/api${path}`, {
    method,
    headers: {
      ...(body && { 'Content-Type': 'application/json' }),
      ...(as && { Authorization: `JWT ${as}` }),
    },
    body: body && JSON.stringify(body),
  })

async function answerOf(response: Response): Promise<any> {
  const body = await response.json()
  if (!response.ok) throw new Error(`${response.status}: ${JSON.stringify(body)}`)
  return body
}

async function dropSchema(url: string, name: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(`drop schema if exists "${name}" cascade`)
  await client.end()
}
