/** Asks a server for one page after the other, and tells how long each took. */
import { Agent, get } from 'node:http'

const [port, seconds] = process.argv.slice(2).map(Number) as [number, number]
const agent = new Agent({ keepAlive: true })

const askOnce = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const started = performance.now()
    get({ agent, host: '127.0.0.1', port }, (answer) => {
      answer.resume().once('end', () => resolve(performance.now() - started))
    }).once('error', reject)
  })

const latencies: number[] = []
const end = performance.now() + seconds * 1000
while (performance.now() < end) {
  latencies.push(await askOnce())
  await new Promise((resolve) => setTimeout(resolve, 2))
}
process.send!(latencies, () => process.exit(0))
