import { parseArgs } from 'node:util'

/** What the command line asks for. */
export interface SeedArguments {
  source: string
  pageAddress?: string
  dryRun: boolean
  json: boolean
}

export const usage = `Usage: npm run seed -- SOURCE [--dry-run] [--json] [--page-address URL]

  SOURCE               a saved page (HTML, or text as a browser copies it), or an address
  --dry-run            print the plan and write nothing
  --json               print the items as JSON on standard output, all else on standard error
                       (npm's own lines are kept away with: npm run --silent seed -- …)
  --page-address URL   where a saved page was public`

/** A command line that cannot be understood; its message is one sentence. */
export class UsageError extends Error {
  override name = 'UsageError'
}

const options = {
  'dry-run': { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
  json: { type: 'boolean', default: false },
  'page-address': { type: 'string' },
} as const

function parse(args: string[]) {
  try {
    return parseArgs({ args, options, allowPositionals: true })
  } catch (error) {
    // Node explains in further sentences what is of no use here.
    const [sentence] = String((error as Error).message).split(/\.\s/)
    throw new UsageError(`${sentence!.replace(/\.$/, '')}.`)
  }
}

/** Reads the command line; undefined when only help was asked for. */
export function readArguments(args: string[]): SeedArguments | undefined {
  const { values, positionals } = parse(args)
  if (values.help) return undefined
  const [source, ...more] = positionals
  if (!source) throw new UsageError('Say which page to seed from: a saved page or an address.')
  if (more.length) throw new UsageError(`One page at a time: “${more[0]}” is one too many.`)
  const address = values['page-address']
  if (address !== undefined && !isWebAddress(address)) {
    throw new UsageError(
      `--page-address needs an address beginning with https://, not “${address}”.`,
    )
  }
  return {
    source,
    dryRun: values['dry-run'],
    json: values.json,
    ...(address !== undefined && { pageAddress: address }),
  }
}

const isWebAddress = (text: string): boolean =>
  URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)
