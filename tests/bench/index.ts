/**
 * What the rules cost: the same writes and reads on our reviews and on a stock collection with the same
 * fields, in turn and in one run. `npm run bench`, with `-- --json` for programs; DATABASE_URL for a server
 * whose database may be filled, else the embedded database in a temporary folder.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { postgresAdapter } from '@payloadcms/db-postgres'
import { lexicalEditor } from '@payloadcms/richtext-lexical'
import { buildConfig, type CollectionSlug, getPayload, type Plugin } from 'payload'
import { safeguardingReviews } from 'payload-safeguarding-reviews'

import { closePayload } from '../../src/database/closePayload.ts'
import { openDatabase } from '../../src/database/open.ts'
import { tablesOnly } from '../../src/tablesOnly.ts'

const rounds = 60

// Pushing a schema writes its progress to standard output, which is for the result alone.
const print = process.stdout.write.bind(process.stdout)
process.stdout.write = process.stderr.write.bind(process.stderr)

const stock = 'stock-reviews' as CollectionSlug
const ours: CollectionSlug = 'reviews'

/** Our reviews without rules, beside them: what Payload itself takes for such documents. */
const withStockReviews: Plugin = (config) => {
  const reviews = config.collections!.find(({ slug }) => slug === ours)!
  const { fields, ...plain } = tablesOnly(reviews)
  const withoutJoins = JSON.stringify(fields, (_key, value) =>
    value?.type === 'join' ? { type: 'ui', name: 'none', admin: { components: {} } } : value,
  )
  const collection = {
    ...plain,
    fields: JSON.parse(withoutJoins),
    slug: stock,
    graphQL: false as const,
  }
  return { ...config, collections: [...config.collections!, collection] }
}

const dataDir = await mkdtemp(path.join(tmpdir(), 'reviews-bench-'))
const database = await openDatabase({ dataDir, url: process.env.DATABASE_URL })
const payload = await getPayload({
  config: buildConfig({
    secret: 'a secret for the benchmark only',
    collections: [{ slug: 'users', auth: true, fields: [] }],
    db: postgresAdapter({ pool: { connectionString: database.url } }),
    editor: lexicalEditor(),
    logger: { options: { level: 'error' } },
    plugins: [safeguardingReviews(), withStockReviews],
    telemetry: false,
    typescript: { autoGenerate: false },
  }),
})

const review = { reviewType: 'LCSPR', reportAvailability: 'notStated' } as const
const acts: Record<string, (collection: CollectionSlug, round: number) => Promise<unknown>> = {
  publish: (collection, round) =>
    payload.create({
      collection,
      data: {
        ...review,
        name: `Child ${round}`,
        slug: collection === stock ? `child-${round}` : undefined,
        publishedOn: collection === stock ? new Date().toISOString() : undefined,
        _status: 'published',
      },
    }),
  saveDraft: (collection, round) =>
    payload.update({
      collection,
      id: round + 1,
      data: { reviewer: `Reviewer ${round}` },
      draft: true,
    }),
  correct: (collection, round) =>
    payload.update({
      collection,
      id: round + 1,
      data: { reviewer: `Reviewer ${round}`, _status: 'published' },
    }),
  readList: (collection) => payload.find({ collection, limit: 20, sort: '-publishedOn' }),
}

const median = (values: number[]) =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!

async function timed(act: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await act()
  return performance.now() - start
}

const ratios: Record<string, number> = {}
const figures: Record<string, { oursMs: number; stockMs: number }> = {}
for (const [name, act] of Object.entries(acts)) {
  const times = { [ours]: [] as number[], [stock]: [] as number[] }
  for (let round = 0; round < rounds; round++)
    for (const collection of round % 2 ? [ours, stock] : [stock, ours])
      times[collection]!.push(await timed(() => act(collection, round)))
  const [oursMs, stockMs] = [median(times[ours]!), median(times[stock]!)]
  figures[name] = { oursMs: Number(oursMs.toFixed(2)), stockMs: Number(stockMs.toFixed(2)) }
  ratios[name] = Number((oursMs / stockMs).toFixed(2))
}

process.stdout.write = print
if (process.argv.includes('--json')) console.log(JSON.stringify({ ratios, figures }))
else
  console.table(
    Object.fromEntries(
      Object.entries(figures).map(([name, row]) => [name, { ...row, ratio: ratios[name] }]),
    ),
  )

await closePayload(payload)
await database.close()
await rm(dataDir, { force: true, recursive: true })
process.exit()
