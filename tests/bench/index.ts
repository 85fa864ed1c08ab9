/**
 * What the promise costs: the same work on our reviews and on stock Payload collections with the same fields,
 * side by side in one run. `npm run bench`, with `-- --json` for programs; `npm run bench:guard` fails when a
 * limit is exceeded. docs/performance.md says how to read it.
 */
import { parseArgs } from 'node:util'

import { checkServer } from '../../src/database/server.ts'
import { checkMany, type CheckFigures } from './checking.ts'
import { compare, type Figures } from './compare.ts'
import { openSide } from './side.ts'

const { values: options } = parseArgs({
  options: {
    guard: { type: 'boolean' },
    /** How many publications are checked at once; none with 0. */
    check: { type: 'string', default: '10000' },
    json: { type: 'boolean' },
    rounds: { type: 'string', default: '24' },
    statements: { type: 'boolean' },
  },
})

// Pushing a schema writes its progress to standard output, which is for the result alone.
const print = process.stdout.write.bind(process.stdout)
process.stdout.write = process.stderr.write.bind(process.stderr)

/** Eight people at work at once. */
const editors = 8

const url = process.env.DATABASE_URL
if (!url) {
  console.error(`The benchmark needs a Postgres server: the embedded database has one connection, where eight
editors would only wait for each other. Name a database of it in DATABASE_URL; two schemas are made there and
dropped again. If you have none:

  docker run --rm -d -p 5433:5432 -e POSTGRES_HOST_AUTH_METHOD=trust postgres:17
  DATABASE_URL=postgresql://postgres@localhost:5433/postgres npm run bench:guard`)
  process.exit(2)
}
await checkServer(url)

const sides = [await openSide('ours', url, editors), await openSide('stock', url, editors)] as const
let figures: Figures[] = []
let check: CheckFigures | undefined
try {
  figures = await compare(sides, {
    rounds: Number(options.rounds),
    onStatement: options.statements
      ? (act, side, sql) => console.error(`${act} | ${side} | ${sql.replaceAll(/\s+/g, ' ')}`)
      : undefined,
  })
  if (Number(options.check) > 0) check = await checkMany(sides[0], Number(options.check))
} finally {
  for (const side of sides) await side.close()
}

process.stdout.write = print
const exceeded = figures.filter(({ verdict }) => verdict === 'over')
const isHoarding = check !== undefined && check.growthMB > check.limitMB
if (options.json)
  console.log(JSON.stringify({ editors, rounds: Number(options.rounds), figures, check }))
else {
  console.table(Object.fromEntries(figures.map(({ act, ...row }) => [act, row])))
  if (check)
    console.log(
      `Checked ${check.publications} publications in ${check.seconds} s, holding ${check.growthMB} MB more at the most (limit ${check.limitMB} MB)`,
    )
}
if (isHoarding) console.error('The check holds more in memory the more there is to check')
if (exceeded.length)
  console.error(
    `Over the limit: ${exceeded.map(({ act, ratio, limit }) => `${act} ${ratio} (${limit})`).join(', ')}`,
  )
process.exit(options.guard && (exceeded.length || isHoarding) ? 1 : 0)
