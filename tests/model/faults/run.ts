import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'

import type { Report } from '../run.ts'
import { type Fault, faults } from './faults.ts'

/**
 * Plants one fault after the other and sees after how many steps the model finds it, with the seal and
 * without. `npm run test:faults [-- part of a name]`; ends with 1 when one is not found at all.
 */
const [wanted = ''] = process.argv.slice(2)
const { MODEL_SEED = '1', MODEL_STEPS = '800' } = process.env

async function findFault({ name }: Fault, seal: 'off' | 'on'): Promise<Report | undefined> {
  const folder = await mkdtemp(path.join(tmpdir(), 'model-fault-'))
  const report = path.join(folder, 'report.json')
  const env = {
    ...process.env,
    MODEL_FAULT: name,
    MODEL_REPORT: report,
    MODEL_SEAL: seal,
    MODEL_SEED,
    MODEL_SHRINK: '0',
    MODEL_STEPS,
  }
  const vitest = spawn('npx', ['vitest', 'run', '--project', 'long', 'tests/model'], {
    env,
    stdio: process.env.MODEL_VERBOSE ? 'inherit' : 'ignore',
  })
  await new Promise((resolve) => vitest.once('close', resolve))
  try {
    return JSON.parse(await readFile(report, 'utf8')) as Report
  } catch {
    return undefined
  } finally {
    await rm(folder, { force: true, recursive: true })
  }
}

const sealed = (report: Report | undefined) => report?.failure?.includes('SEALED') ?? false

/** After how many steps and seconds, and what was the first to be wrong; the seal may have held nevertheless. */
function told(report: Report | undefined): string {
  if (!report) return 'did not run'
  const { failure, steps, took } = report
  if (!failure) return `not in ${steps}`
  return `${steps} steps, ${took.toFixed(0)} s${sealed(report) ? ', kept by the seal' : ''}`
}

/** What was done or looked at, and what was expected of it. */
function lastLine({ failure }: Report): string {
  const line = failure!
    .split('\n')
    .at(-1)!
    .replaceAll(/ \/\/.*|[|`]/g, '')
  const [what = '', expected = ''] = line.split(/(?=: expected )/)
  return (
    what
      .replace(/[{(].*/, '')
      .slice(0, 60)
      .trim() + expected.slice(0, 100)
  )
}

console.info('| Fault | With the seal | Without it | What was wrong |\n| --- | --- | --- | --- |')
const hidden: string[] = []
for (const fault of faults.filter(({ name }) => name.includes(wanted))) {
  const withSeal = await findFault(fault, 'on')
  const without = fault.sql ? undefined : await findFault(fault, 'off')
  const found = [without, withSeal].find((report) => report?.failure)
  const cells = [fault.name, told(withSeal), fault.sql ? '–' : told(without)]
  console.info(`| ${[...cells, found ? lastLine(found) : 'nothing'].join(' | ')} |`)
  if (!found) hidden.push(fault.name)
}
if (hidden.length) {
  console.error(`\nNot found: ${hidden.join('; ')}`)
  process.exitCode = 1
}
