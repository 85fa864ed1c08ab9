/**
 * What checking a file costs: time and memory for a report of 200 pages, and how much longer a server in the
 * same process takes to answer meanwhile. `npm run bench:files` builds the package into a folder of its own and
 * measures that; it ends with 1 over a limit.
 */
import { execFileSync, fork } from 'node:child_process'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { monitorEventLoopDelay, performance } from 'node:perf_hooks'
import { pathToFileURL } from 'node:url'

import type * as fileChecks from '../../../src/fileChecks/index.ts'
import { privateNames } from '../../helpers/fileCorpus/index.ts'
import { report } from './report.ts'

const limits = { seconds: 20, megabytes: 600, ratio: 3 }

const root = path.resolve(import.meta.dirname, '../../..')
const built = path.join(root, 'node_modules/.cache/file-checks-bench')
const compiler = path.join(root, 'node_modules/typescript/bin/tsc')
const project = path.join(root, 'tsconfig.build.json')
execFileSync(process.execPath, [compiler, '-p', project, '--outDir', built])
const { checkFile } = (await import(
  pathToFileURL(path.join(built, 'src/fileChecks/index.js')).href
)) as typeof fileChecks

const bytes = report(200)
const megabytes = () => process.memoryUsage.rss() / 1024 / 1024
const options = { mimeType: 'application/pdf', fileName: 'report.pdf', privateNames }

async function checkOnce() {
  const before = megabytes()
  let most = before
  const watch = setInterval(() => (most = Math.max(most, megabytes())), 20)
  const started = performance.now()
  const { findings, pages } = await checkFile(bytes, options)
  clearInterval(watch)
  const seconds = (performance.now() - started) / 1000
  return { pages, findings: findings.length, seconds, megabytes: most, more: most - before }
}

/** Latencies in milliseconds of requests one after the other, for some seconds, from a process of its own. */
const askFor = (port: number, seconds: number): Promise<number[]> =>
  new Promise((resolve, reject) => {
    const child = fork(path.join(import.meta.dirname, 'reader.ts'), [String(port), String(seconds)])
    child.once('message', (latencies) => resolve(latencies as number[]))
    child.once('error', reject)
  })

const quantile = (values: number[], share: number): number =>
  values.sort((a, b) => a - b)[Math.floor((values.length - 1) * share)]!

/** How a server answers while something goes on, or nothing. */
async function serve(port: number, seconds: number) {
  const delay = monitorEventLoopDelay({ resolution: 5 })
  delay.enable()
  const latencies = await askFor(port, seconds)
  delay.disable()
  return {
    answers: latencies.length,
    p50: quantile(latencies, 0.5),
    p99: quantile(latencies, 0.99),
    loop99: delay.percentile(99) / 1e6,
  }
}

/** What a page of an application is made of, roughly: a list, written as JSON. */
const list = Array.from({ length: 200 }, (_, id) => ({ id, title: `Review ${id}`, themes: [1, 2] }))
const server = createServer((_, answer) => answer.end(JSON.stringify(list)))
await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
const { port } = server.address() as AddressInfo

await serve(port, 2)
const idle = await serve(port, 8)
let isOver = false
const checking = (async () => {
  const runs = []
  while (!isOver) runs.push(await checkOnce())
  return runs
})()
const busy = await serve(port, 8)
isOver = true
await checking
server.close()
const alone = await checkOnce()

const rounded = (figures: Record<string, number>) =>
  Object.fromEntries(
    Object.entries(figures).map(([name, value]) => [name, Math.round(value * 100) / 100]),
  )
console.table({ 'server alone': rounded(idle), 'server during checks': rounded(busy) })
console.table({ 'a report of 200 pages': rounded(alone) })
const ratios = { p99: busy.p99 / idle.p99, loop99: busy.loop99 / idle.loop99 }
console.log(
  `p99 ${ratios.p99.toFixed(2)} times, delay of the event loop ${ratios.loop99.toFixed(2)}`,
)
const isTooMuch =
  alone.seconds > limits.seconds || alone.megabytes > limits.megabytes || ratios.p99 > limits.ratio
if (isTooMuch) console.error(`Over the limit: ${JSON.stringify(limits)}`)
process.exit(isTooMuch ? 1 : 0)
