// `npm test`: installs and builds where needed, then runs the tests; `npm run test:browser` names one project.
import { spawn } from 'node:child_process'
import { build, checkNode, fail, install, root } from './steps.mjs'

const all = ['unit*', 'types', 'integration', 'browser']
const [first, ...rest] = process.argv.slice(2)
const isProject = all.includes(first)
const projects = isProject ? [first] : all
const passedOn = isProject ? rest : process.argv.slice(2)

/** Ends with what vitest ends with; what it says comes at once, or with the end. */
function vitest(projects, isQuiet) {
  const child = spawn(
    process.execPath,
    [
      'node_modules/vitest/vitest.mjs',
      'run',
      ...projects.flatMap((project) => ['--project', project]),
      ...passedOn,
    ],
    {
      stdio: isQuiet ? ['ignore', 'pipe', 'pipe'] : 'inherit',
      env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1' },
    },
  )
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))
  let said = ''
  for (const stream of isQuiet ? [child.stdout, child.stderr] : [])
    stream.setEncoding('utf8').on('data', (text) => (said += text))
  return new Promise((resolve, reject) => {
    child.on('error', reject).on('close', (code) => resolve({ code: code ?? 1, said }))
  })
}

try {
  checkNode()
  process.chdir(root)
  await install(console.log)
  const hasBrowser = projects.includes('browser')
  if (hasBrowser) await build(console.log)
  const others = projects.filter((project) => project !== 'browser')
  // A browser mostly waits: for pages, and for drafts that are saved every few seconds.
  const beside = hasBrowser && others.length ? vitest(['browser'], true) : undefined
  const { code } = await vitest(others.length ? others : projects, false)
  const browser = await beside
  if (browser) process.stdout.write(browser.said)
  process.exit(code || browser?.code || 0)
} catch (error) {
  fail(error)
}
