/** `npm run verify`: does everything that the promise rests on agree? */
import { readFile } from 'node:fs/promises'

import { withOwnPayload } from '../../database/ownPayload.ts'
import type { Settings } from '../../options/index.ts'
import type { Head } from '../chain.ts'
import { type Part, parts } from '../database/report.ts'
import {
  asTyped,
  CommandError,
  readCommandLine,
  refuseUnmigrated,
  runCommand,
  say,
  UsageError,
} from './command.ts'
import { printReport } from './printReport.ts'

const usage = `Usage: npm run verify -- [--head FILE]… [--json]

  --head FILE   a head of the chain, or a list of them, that was kept elsewhere
  --json        print the report as JSON on standard output, all else on standard error

Ends with 0 if everything holds, with 1 if not.`

/** Heads as the site gives them: one, or one for each day. */
async function readHeads(file: string): Promise<Head[]> {
  try {
    const { head, heads } = JSON.parse(await readFile(asTyped(file), 'utf8'))
    return heads ?? [head]
  } catch {
    throw new CommandError(`There is no head of the chain in ${file}.`)
  }
}

/** Says now and then how far it has come. */
function progress() {
  let last = Date.now()
  return (part: Part, done: number): void => {
    if (Date.now() - last < 2000) return
    last = Date.now()
    say(`${parts[part]}: ${done}`)
  }
}

await runCommand(usage, async () => {
  const { positionals, values } = readCommandLine({
    head: { type: 'string', multiple: true, default: [] },
    help: { type: 'boolean', short: 'h' },
    json: { type: 'boolean' },
  })
  if (values.help) return console.log(usage) ?? 0
  if (positionals.length) throw new UsageError(`“${positionals[0]}” is not understood.`)
  const heads = (await Promise.all(values.head.map(readHeads))).flat()
  return withOwnPayload({ migrates: false, check: refuseUnmigrated, say }, async (payload) => {
    // A wrong command line is answered at once: Payload takes seconds to load.
    const { verifyDatabase } = await import('../database/index.ts')
    const settings = payload.config.custom?.safeguardingReviews as Settings
    const report = await verifyDatabase(payload, settings, { heads, onProgress: progress() })
    const text = values.json ? JSON.stringify(report) : printReport(report).join('\n')
    await new Promise((resolve) => process.stdout.write(`${text}\n`, resolve))
    return report.holds ? 0 : 1
  })
})
