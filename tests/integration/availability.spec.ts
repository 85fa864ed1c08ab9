import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { unlink } from 'node:fs/promises'
import path from 'node:path'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { Alarm } from '../../src/availability/tasks.ts'
import { storeFile } from '../helpers/content.ts'
import { moveClock, resetClock } from '../helpers/clock.ts'
import { type Fixture, startProtectedWorld, type World } from '../helpers/protectedWorld.ts'
import { refusalOfSQL, runSQL } from '../helpers/sql.ts'

let world: World
let server: Server
const alarms: Alarm[] = []
/** What the public address does to a path, in place of answering it. */
let disturb: (path: string) => number | undefined = () => undefined

beforeAll(async () => {
  server = createServer(async (request, response) => {
    const status = disturb(request.url!)
    if (status !== undefined) return void response.writeHead(status).end('disturbed')
    const answer = await world.app.rest('GET', request.url!.replace('/api', ''))
    const body = Buffer.isBuffer(answer.body) ? answer.body : JSON.stringify(answer.body)
    return void response.writeHead(answer.status).end(body)
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const { port } = server.address() as AddressInfo
  world = await startProtectedWorld({
    availability: {
      address: `http://127.0.0.1:${port}`,
      onAlarm: (alarm) => void alarms.push(alarm),
    },
    withdrawal: { mayWithdrawInEmergency: () => true },
  })
})

afterAll(async () => {
  server.close()
  await world.app.stop()
})

async function run(task: string) {
  alarms.length = 0
  const job = await world.app.payload.jobs.queue({ task, input: {} } as never)
  await world.app.payload.jobs.runByID({ id: (job as { id: number }).id })
}

const lastCheck = async ({ id, slug }: Fixture) => {
  const { docs } = await world.app.payload.find({
    collection: 'availability-checks',
    where: { publication: { equals: `${slug}:${id}` } },
    sort: '-checkedAt',
    limit: 1,
  })
  return docs[0]
}

describe('the daily check', () => {
  it('finds everything as it was published, files and what was replaced included', async () => {
    const fixtures = [
      await world.publish('reviews'),
      await world.publish('leaflets', { pendingDraft: true }),
      await world.publish('frameworkDocuments'),
    ]
    const file = await storeFile(world.app.payload)
    await world.localUpdate(fixtures[0]!, {
      reportFile: file.id,
      changeNotes: [{ date: '2026-01-01', note: 'Corrected.' }],
    })

    await run('checkAvailability')

    for (const fixture of fixtures)
      expect(await lastCheck(fixture)).toMatchObject({ isAvailable: true, faults: [] })
    expect(alarms).toEqual([])
    await run('checkAvailability')
    const events = await runSQL(
      world.app.payload,
      `select body from publication_events where kind = 'checked' and publication = 'reviews:${fixtures[0]!.id}'`,
    )
    expect(events.map(({ body }) => JSON.parse(body).detail)).toEqual([
      { available: true, faults: [] },
    ])
  })

  it('puts into the log what was tried by hand and refused by the database', async () => {
    const { id } = await world.publish('reviews')
    await run('checkAvailability')
    const attempts = [
      `update reviews set _status = 'draft' where id = ${id}`,
      'truncate publication_events',
    ]
    for (const sql of attempts) await refusalOfSQL(world.app.payload, sql)

    await run('checkAvailability')
    expect(alarms).toEqual([expect.objectContaining({ refusedByHand: 2 })])
    const [event] = await runSQL(
      world.app.payload,
      `select body, hash from publication_events where kind = 'refused' order by sequence desc limit 1`,
    )
    expect(JSON.parse(event!.body)).toMatchObject({
      actor: 'job',
      detail: { reason: 'BY_HAND', attempts: 2 },
    })
    expect(event!.hash).toHaveLength(64)
    await run('checkAvailability')
    expect(alarms).toEqual([])
  })

  it('raises an alarm for what does not answer, is not found or is something else', async () => {
    const [lost, hidden, changed] = [
      await world.publish('reviews'),
      await world.publish('leaflets'),
      await world.publish('leaflets'),
    ]
    disturb = (path) => (path.includes(`/leaflets/${hidden!.id}?`) ? 404 : undefined)
    await runSQL(
      world.app.payload,
      `alter table leaflets disable trigger user; update leaflets set title = 'Quite another' where id = ${changed!.id}; alter table leaflets enable trigger user`,
    )
    const file = await storeFile(world.app.payload)
    await world.localUpdate(lost!, {
      reportFile: file.id,
      changeNotes: [{ date: '2026-01-01', note: 'Corrected.' }],
    })
    const folder = world.app.payload.collections.files.config.upload.staticDir!
    await unlink(path.join(folder, file.filename))

    await run('checkAvailability')
    disturb = () => undefined

    expect((await lastCheck(hidden!))!.faults).toEqual([`leaflets:${hidden!.id} answered 404`])
    expect((await lastCheck(changed!))!.faults).toEqual([
      `leaflets:${changed!.id} is not what was published`,
    ])
    expect((await lastCheck(lost!))!.faults![0]).toMatch(new RegExp(`^files:${file.id} answered`))
    expect(alarms[0]!.unavailable.map(({ publication }) => publication).sort()).toEqual(
      [`leaflets:${hidden!.id}`, `leaflets:${changed!.id}`, `reviews:${lost!.id}`].sort(),
    )
  })

  it('records once that a period is over, and takes nothing down', async () => {
    const fixture = await world.publish('frameworkDocuments')
    await moveClock(world.app, { months: 13 })
    await run('checkAvailability')
    await run('checkAvailability')
    await resetClock(world.app)
    const events = await runSQL(
      world.app.payload,
      `select kind from publication_events where publication = 'framework-documents:${fixture.id}' order by sequence`,
    )
    expect(events.map(({ kind }) => kind)).toEqual(['published', 'periodEnded'])
    expect((await world.app.rest('GET', `/framework-documents/${fixture.id}`)).status).toBe(200)
  })
})

describe('an emergency withdrawal that nobody approves', () => {
  it('is warned about when its time is over, and does not lapse', async () => {
    const fixture = await world.publish('leaflets')
    await world.app.rest('POST', '/withdrawals', {
      as: world.app.editor,
      body: {
        document: { relationTo: 'leaflets', value: fixture.id },
        ground: 'identification',
        reason: 'A child could be identified.',
        notice: 'Withdrawn.',
        isEmergency: true,
      },
    })
    await run('remindOfWithdrawals')
    expect(alarms).toEqual([])
    await moveClock(world.app, { days: 2 })
    await run('remindOfWithdrawals')
    await resetClock(world.app)
    expect(alarms[0]!.unapproved).toHaveLength(1)
    expect((await world.app.rest('GET', `/leaflets/${fixture.id}`)).status).toBe(404)
  })
})
