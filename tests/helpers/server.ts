import { type ChildProcess, spawn } from 'node:child_process'
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'

const root = path.resolve(import.meta.dirname, '../..')
const START_TIMEOUT_MS = 110_000

export type RunningServer = {
  /** Where it listens, without a slash at the end. */
  url: string
  admin: { email: string; password: string }
  dataDir: string
  process: ChildProcess
  /** Everything it has printed so far. */
  output: () => string
  /** Ends it as Ctrl-C does, removes its data, and returns its exit code. */
  stop: (options?: { keepData?: boolean }) => Promise<number | null>
}

/**
 * The real server on the production build that is there, on a free port, with a data folder of its own:
 * the sample page is in it and an administrator whose password is known.
 *
 * @param options.prepared a data folder to begin with a copy of, which takes less time than setting one up
 */
export async function startServer({
  dataDir: given,
  env = {},
  prepared,
}: {
  dataDir?: string
  env?: Record<string, string>
  prepared?: string
} = {}): Promise<RunningServer> {
  const dataDir = given ?? (await mkdtemp(path.join(tmpdir(), 'reviews-server-')))
  if (prepared) await cp(prepared, dataDir, { recursive: true })
  const admin = { email: 'editor@safeguarding.example', password: 'a password for tests only' }
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/server.ts'], {
    cwd: root,
    env: {
      ...withoutTestSettings(process.env),
      ADMIN_EMAIL: admin.email,
      ADMIN_PASSWORD: admin.password,
      DATA_DIR: dataDir,
      PORT: '0',
      ...env,
    } as unknown as NodeJS.ProcessEnv,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => (output += text))
  }
  const exited = new Promise<number | null>((resolve) => child.once('close', resolve))
  const stop = async ({ keepData = false } = {}): Promise<number | null> => {
    child.kill('SIGINT')
    const code = await exited
    if (!keepData) await rm(dataDir, { force: true, recursive: true })
    return code
  }
  const url = await readiness(() => output, exited).catch(async (error: unknown) => {
    await stop({ keepData: given !== undefined })
    throw error
  })
  return { url, admin, dataDir, process: child, output: () => output, stop }
}

/** The test runner's own settings would change how Next and Payload run. */
function withoutTestSettings(env: NodeJS.ProcessEnv): Record<string, string | undefined> {
  const { NODE_ENV: _env, NODE_OPTIONS: _options, TEST: _test, VITEST: _vitest, ...rest } = env
  return rest
}

async function readiness(output: () => string, exited: Promise<number | null>): Promise<string> {
  let over = false
  void exited.then(() => (over = true))
  const deadline = Date.now() + START_TIMEOUT_MS
  while (!over && Date.now() < deadline) {
    const url = /^Case reviews\s+(http\S+)\/$/m.exec(output())?.[1]
    if (url && /^Ready/m.test(output())) return url
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error(`The server did not start:\n${output()}`)
}
