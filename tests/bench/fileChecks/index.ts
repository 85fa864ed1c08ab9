/**
 * What checking a file costs: time and memory for a report of 200 pages, and how much longer a server in the
 * same process takes to answer meanwhile. `npm run bench:files` builds the package into a folder of its own and
 * measures that; it ends with 1 over a limit.
 */
import { execFileSync, fork } from 'node:child_process'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { loadavg } from 'node:os'
import path from 'node:path'
import { monitorEventLoopDelay, performance } from 'node:perf_hooks'
import { pathToFileURL } from 'node:url'

import type * as fileChecks from '../../../src/fileChecks/index.ts'
import { median } from '../statistics.ts'
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

async function checkOnce(signal?: AbortSignal) {
  const before = megabytes()
  let most = before
  const watch = setInterval(() => (most = Math.max(most, megabytes())), 20)
  const started = performance.now()
  try {
    const checked = { ...options, ...(signal && { signal }) }
    const { findings, pages } = await checkFile(bytes, checked)
    const seconds = (performance.now() - started) / 1000
    return { pages, findings: findings.length, seconds, megabytes: most, more: most - before }
  } finally {
    clearInterval(watch)
  }
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

interface Served {
  answers: number
  p50: number
  p99: number
  loop99: number
}

/** How a server answers while something goes on, or nothing. */
async function serve(port: number, seconds: number): Promise<Served> {
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

const rounds = 5
const secondsOfARound = 5

const idle: Served[] = []
const busy: Served[] = []
await serve(port, 2)
await checkOnce()
for (let round = 0; round < rounds; round++) {
  idle.push(await serve(port, secondsOfARound))
  let isOver = false
  const checking = (async () => {
    while (!isOver) await checkOnce(AbortSignal.timeout(secondsOfARound * 1000))
  })().catch(() => {})
  busy.push(await serve(port, secondsOfARound))
  isOver = true
  await checking
}
server.close()
const alone = await checkOnce()

const rounded = (figures: object) =>
  Object.fromEntries(
    Object.entries(figures).map(([name, value]) => [name, Math.round(value * 100) / 100]),
  )
/** The middle of the rounds. */
const middle = (served: Served[]): Served => ({
  answers: median(served.map(({ answers }) => answers)),
  p50: median(served.map(({ p50 }) => p50)),
  p99: median(served.map(({ p99 }) => p99)),
  loop99: median(served.map(({ loop99 }) => loop99)),
})
const ratioOf = (figure: 'p99' | 'loop99') =>
  median(busy.map((served, round) => served[figure] / idle[round]![figure]))

console.table({
  'server alone': rounded(middle(idle)),
  'server during checks': rounded(middle(busy)),
})
console.table({ 'a report of 200 pages': rounded(alone) })
const ratio = ratioOf('p99')
console.log(
  `p99 ${ratio.toFixed(2)} times, delay of the event loop ${ratioOf('loop99').toFixed(2)} times; load ${loadavg()[0]!.toFixed(1)}`,
)
const isTooMuch =
  alone.seconds > limits.seconds || alone.megabytes > limits.megabytes || ratio > limits.ratio
if (isTooMuch) console.error(`Over the limit: ${JSON.stringify(limits)}`)
process.exit(isTooMuch ? 1 : 0)
