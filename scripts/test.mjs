// `npm test`: installs and builds where needed, then runs the tests; `npm run test:browser` names one project.
import { spawn } from 'node:child_process'
import { build, checkNode, fail, install, root } from './steps.mjs'

const all = ['unit*', 'types', 'integration', 'browser']
const [first, ...rest] = process.argv.slice(2)
const isProject = all.includes(first)
const projects = isProject ? [first] : all
const passedOn = isProject ? rest : process.argv.slice(2)

try {
  checkNode()
  process.chdir(root)
  await install(console.log)
  if (projects.includes('browser')) await build(console.log)
  const vitest = spawn(
    process.execPath,
    [
      'node_modules/vitest/vitest.mjs',
      'run',
      ...projects.flatMap((project) => ['--project', project]),
      ...passedOn,
    ],
    { stdio: 'inherit', env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1' } },
  )
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => vitest.kill(signal))
  vitest.on('error', fail)
  vitest.on('exit', (code) => process.exit(code ?? 1))
} catch (error) {
  fail(error)
}
