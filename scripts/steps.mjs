// The steps before anything runs: the version of Node, the packages, the build. Plain JavaScript without a
// dependency, because on a fresh clone nothing else is there.
import { spawn } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

import { withNodeCondition } from './nodeConditions.mjs'

export const root = fileURLToPath(new URL('..', import.meta.url))
const at = (...parts) => path.join(root, ...parts)
const NEEDED_NODE = [20, 19]

/** A sentence for the person at the terminal; whoever catches it prints no stack. */
export class StepError extends Error {}

export function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major > NEEDED_NODE[0] || (major === NEEDED_NODE[0] && minor >= NEEDED_NODE[1])) return
  throw new StepError(
    `Node ${NEEDED_NODE.join('.')} or newer is needed, and this is ${process.versions.node}: install a newer one from https://nodejs.org.`,
  )
}

/** Runs a command in silence; shows what it said only if it fails. */
export function run(command, args, { env = {}, name = command } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: root,
      env: withNodeCondition({ ...process.env, NEXT_TELEMETRY_DISABLED: '1', ...env }),
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let output = ''
    const keep = (data) => (output += data)
    child.stdout.on('data', keep)
    child.stderr.on('data', keep)
    let stopped = false
    const stop = (signal) => {
      stopped = true
      child.kill(signal)
    }
    process.once('SIGTERM', stop).once('SIGINT', stop)
    child.on('error', (error) => reject(new StepError(`${name} cannot be run: ${error.message}.`)))
    child.on('close', (code, signal) => {
      process.off('SIGTERM', stop).off('SIGINT', stop)
      if (code === 0) return resolve(output)
      if (stopped || signal) return reject(new StepError(`${name} was stopped.`))
      process.stderr.write(output)
      const full = /ENOSPC|No space left/i.test(output) ? `: the disk is full, free some space` : ''
      reject(new StepError(`${name} failed${full || '; what it said stands above'}.`))
    })
  })
}

export async function install(say) {
  if (hasLockedPackages()) return
  say('Installing the packages of the lock file (a minute or two)')
  const npm = process.env.npm_execpath
  const args = ['ci', '--include=dev', '--no-audit', '--no-fund']
  if (npm?.endsWith('.js')) await run(process.execPath, [npm, ...args], { name: 'npm ci' })
  else await run('npm', args, { name: 'npm ci' })
}

/** npm keeps what it installed in a lock file of its own inside node_modules. */
function hasLockedPackages() {
  const installed = at('node_modules/.package-lock.json')
  if (!existsSync(installed)) return false
  if (statSync(installed).mtimeMs >= statSync(at('package-lock.json')).mtimeMs) return true
  const packagesOf = (file) => JSON.parse(readFileSync(file, 'utf8')).packages
  const present = packagesOf(installed)
  return Object.entries(packagesOf(at('package-lock.json'))).every(
    ([name, { optional, version }]) =>
      name === '' || optional || present[name]?.version === version,
  )
}

const sources = [
  'src',
  'collections',
  'hooks',
  'seed',
  'public',
  'next.config.mjs',
  'package-lock.json',
  'tsconfig.json',
]
/** Carries the moment at which the build that is there was begun. */
const stamp = at('.next/built-from')

export async function build(say) {
  if (!isBuilt()) await buildAnew(say)
}

function isBuilt() {
  if (!existsSync(stamp) || !existsSync(at('.next/BUILD_ID'))) return false
  const builtFrom = statSync(stamp).mtimeMs
  return !sources.some((source) => isNewer(at(source), builtFrom))
}

export async function buildAnew(say) {
  say('Building (a minute or so)')
  const begun = new Date()
  await run(process.execPath, [at('node_modules/next/dist/bin/next'), 'build'], {
    // Nothing is signed and no database asked while building.
    env: { NODE_ENV: 'production', PAYLOAD_SECRET: process.env.PAYLOAD_SECRET || 'building' },
    name: 'next build',
  })
  writeFileSync(stamp, '')
  utimesSync(stamp, begun, begun)
}

/** A folder counts too: its time changes when a file in it is removed or renamed. */
function isNewer(file, time) {
  const stats = statSync(file, { throwIfNoEntry: false })
  if (!stats) return false
  if (stats.mtimeMs > time) return true
  return (
    stats.isDirectory() && readdirSync(file).some((name) => isNewer(path.join(file, name), time))
  )
}

/** For the scripts' last line: a sentence for what a person can put right, a stack for the rest. */
export function fail(error) {
  console.error(error instanceof StepError ? error.message : error)
  process.exit(1)
}

/** Runs a module written in TypeScript in this process. */
export async function runTypeScript(url) {
  const { register } = await import('tsx/esm/api')
  register()
  await import(url.href)
}
