/** What `npm start` and, with `--dev`, `npm run dev` run, once everything is installed and built. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import path from 'node:path'

import { DatabaseError, isLostConnection } from './database/errors.ts'
import { makeDataDir } from './database/embedded/folder.ts'
import { openDatabase } from './database/open.ts'
import { listen } from './server/listen.ts'
import { withoutNoise } from './server/noise.ts'
import { closePayloads } from './server/payloads.ts'
import { runSetUp } from './server/runSetUp.ts'
import { keepSecret } from './server/secret.ts'
import { readSettings, StartError } from './server/settings.ts'
import { Started } from './server/stop.ts'

type RequestHandler = (request: IncomingMessage, response: ServerResponse) => Promise<void>

const root = path.resolve(import.meta.dirname, '..')
const GRACE_MS = 3_000
const say = (line: string): void => console.log(line)
const started = new Started()

/** Until everything is up, whoever comes is asked to come again. */
let handle: RequestHandler = async (_request, response) => {
  response.writeHead(503, { 'Content-Type': 'text/plain', 'Retry-After': '2' }).end('Starting\n')
}

async function start(): Promise<void> {
  const settings = readSettings(process.env, process.argv.slice(2))
  const { dataDir, databaseURL, dev, ownerURL } = settings

  const server = createServer((request, response) => {
    handle(request, response).catch((error: unknown) => {
      console.error(error)
      response.destroy()
    })
  })
  const address = await listen(server, settings)
  started.add(() => server.close().closeAllConnections())

  await makeDataDir(dataDir)
  const secret = await keepSecret(dataDir, process.env.PAYLOAD_SECRET)

  say(databaseURL ? 'Connecting to the database' : 'Starting the database')
  const database = await openDatabase({
    dataDir,
    url: databaseURL,
    ownerURL,
    onProgress: say,
    onLost: (reason) => void fail(reason),
  })
  started.add(database.close)
  // Whoever gets at the app's environment must not become the owner by it.
  delete process.env.DATABASE_OWNER_URL
  // The app's config reads these when it is imported.
  Object.assign(process.env, {
    DATA_DIR: dataDir,
    DATABASE_URL: database.url,
    NODE_ENV: dev ? 'development' : 'production',
    PAYLOAD_SECRET: secret,
    PUBLIC_URL: process.env.PUBLIC_URL ?? address,
  })

  const administrator = await runSetUp({
    url: database.url,
    ownerURL,
    dataDir,
    onProgress: say,
    onStarted: (child) => started.add(() => void child.kill('SIGTERM')),
  })
  if (started.isStopping) return

  handle = await serveNext(server, dev)
  warmUp(address)

  say(`Case reviews   ${address}/`)
  say(`Admin          ${address}/admin`)
  say(`GraphQL        ${address}/api/graphql`)
  say(`Mail           kept in ${path.join(dataDir, 'mail')}: no mail server is configured`)
  if (administrator?.keptIn) {
    const { email, password, keptIn } = administrator
    say(`Log in as ${email} with the password ${password} (kept in ${keptIn})`)
  }
  say('Ready. Ctrl-C stops it.')
}

async function serveNext(server: Server, dev: boolean): Promise<RequestHandler> {
  const { default: next } = await import('next')
  const app = next({ dev, dir: root, httpServer: server })
  await (dev ? app.prepare() : withoutNoise(() => app.prepare()))
  started.add(closePayloads)
  started.add(() => app.close())
  started.add(() => finishRequests(server))
  return app.getRequestHandler()
}

const finishRequests = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve())
    server.closeIdleConnections()
    setTimeout(resolve, GRACE_MS).unref()
  })

/** The first request initialises Payload, which also starts the scheduled jobs: nobody need wait for it. */
function warmUp(address: string): void {
  for (const path of ['/api/users/me', '/']) void fetch(address + path).catch(() => {})
}

async function stop(): Promise<void> {
  say('Stopping')
  await started.stop()
  process.exit(0)
}

async function fail(error: unknown): Promise<void> {
  // What fails while everything is being ended fails because of that.
  if (started.isStopping) return
  console.error(
    error instanceof DatabaseError || error instanceof StartError ? error.message : error,
  )
  process.exitCode = 1
  await started.stop()
  process.exit(1)
}

/** A pool has no listener for the end of an idle connection, which comes when its server goes. */
function surviveLostConnections(error: Error): void {
  if (process.env.DATABASE_URL && isLostConnection(error)) {
    // An embedded database reports its own end a moment later; a server may be back the next moment.
    console.error(`A database connection was lost: ${error.message}`)
  } else void fail(error)
}

process.on('uncaughtException', surviveLostConnections)
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop())
start().catch(fail)
