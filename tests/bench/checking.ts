import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

import {
  commitTransaction,
  createLocalReq,
  initTransaction,
  type Payload,
  type PayloadRequest,
} from 'payload'

import { recordEvent } from '../../hooks/operations/events.ts'
import { hashOfForm, readManyAsReader } from '../../hooks/operations/publicForm.ts'
import { postgresTransaction } from '../../hooks/operations/sqlAdapter.ts'
import { calendarDateOf } from '../../hooks/rules/calendarDates.ts'
import { reference } from '../../hooks/rules/references.ts'
import type { PublishingSettings } from '../../hooks/settings.ts'
import { checkPublications } from '../../src/availability/checkPublications.ts'
import type { Side } from './side.ts'

export interface CheckFigures {
  publications: number
  seconds: number
  /** What the check held in memory at the most beyond what it held in its first tenth, after collection. */
  growthMB: number
  limitMB: number
}

/** More than any batch of publications takes, and far less than 10,000 of them would. */
const limitMB = 32
const firstID = 1_000_000
const batch = 500

/** Checks many publications over HTTP, as the daily job does, and watches what that holds in memory. */
export async function checkMany(side: Side, publications: number): Promise<CheckFigures> {
  const { payload } = side
  const settings = payload.config.custom!.safeguardingReviews as PublishingSettings
  for (let from = 0; from < publications; from += batch)
    await copyReview(payload, settings, from, Math.min(batch, publications - from))

  side.enter()
  const server = await serve(side)
  const { port } = server.address() as AddressInfo
  const memory = watchMemory()
  const started = performance.now()
  try {
    const req = await createLocalReq({}, payload)
    const { checked, unavailable } = await checkPublications(
      req,
      settings,
      `http://127.0.0.1:${port}`,
    )
    const [missing] = unavailable
    if (missing || checked < publications)
      throw new Error(`${checked} were checked; ${JSON.stringify(missing)}`)
    return {
      publications: checked,
      seconds: Math.round((performance.now() - started) / 1000),
      growthMB: memory.growthMB(),
      limitMB,
    }
  } finally {
    memory.stop()
    server.close()
  }
}

/** Copies a published review by statement, each copy with the event that the seal and the check ask for. */
async function copyReview(
  payload: Payload,
  settings: PublishingSettings,
  from: number,
  count: number,
): Promise<void> {
  const req = await createLocalReq({}, payload)
  await initTransaction(req)
  const { adapter, session } = (await postgresTransaction(req))!
  const table = `"${adapter.schemaName}"."reviews"`
  const ids = Array.from({ length: count }, (_, at) => firstID + from + at)
  await session.execute(`insert into ${table}
    select (jsonb_populate_record(r, jsonb_build_object(
      'id', n, 'slug', 'copy-' || n, 'report_file_id', null, 'refers_to', null))).*
    from generate_series(${ids[0]}, ${ids.at(-1)}) n, ${table} r
    where r.id = (select min(id) from ${table} where _status = 'published')`)
  const forms = await readManyAsReader(req, settings.slugs.reviews, ids)
  for (const id of ids) await recordCopy(req, settings, id, forms.get(String(id))!)
  await commitTransaction(req)
}

async function recordCopy(
  req: PayloadRequest,
  settings: PublishingSettings,
  id: number,
  form: { protectedUntil?: string },
): Promise<void> {
  await recordEvent(req, settings, {
    kind: 'published',
    publication: reference(settings.slugs.reviews, id),
    actor: 'program',
    publicForm: hashOfForm(form),
    protectedUntil: calendarDateOf(form.protectedUntil, settings.timeZone),
  })
}

/** The public address, for readers. */
async function serve(side: Side): Promise<Server> {
  const server = createServer(async (request, response) => {
    const answer = await side.respond(request.url!.replace('/api', ''))
    response.writeHead(answer.status).end(Buffer.from(await answer.arrayBuffer()))
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  return server
}

/** Measures what is left after garbage collection, and leaves most of the time to the check. */
function watchMemory(): { growthMB: () => number; stop: () => void } {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  const held: number[] = []
  const timer = setInterval(() => {
    collect()
    held.push(process.memoryUsage().heapUsed / 1024 / 1024)
  }, 3000)
  return {
    growthMB: () => {
      const beginning = held.slice(0, Math.max(1, Math.floor(held.length / 10)))
      return Math.round(Math.max(...held) - Math.max(...beginning))
    },
    stop: () => clearInterval(timer),
  }
}
