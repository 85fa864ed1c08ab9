// Runs seed/cli.ts; on a fresh clone it installs first, which nothing that needs a package could do.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))

if (!existsSync(new URL('../node_modules/tsx/package.json', import.meta.url))) {
  console.error('Installing packages from the lock file …')
  // npm's own words go to standard error: standard output belongs to the seed.
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund'], {
    cwd: root,
    stdio: ['inherit', process.stderr, process.stderr],
  })
  if (status !== 0) process.exit(status ?? 1)
}

const cli = fileURLToPath(new URL('../seed/cli.ts', import.meta.url))
const child = spawn(process.execPath, ['--import', 'tsx', cli, ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
})
// Ctrl-C reaches both; the seed decides when to stop, and what is its answer.
process.on('SIGINT', () => {})
process.on('SIGTERM', () => child.kill('SIGTERM'))
child.on('exit', (code, signal) => {
  process.exitCode = code ?? (signal === 'SIGINT' ? 130 : 1)
})
