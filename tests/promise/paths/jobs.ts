import type { Fixture, World } from '../../helpers/protectedWorld.ts'
import { ofAnswer, type Outcome } from '../../helpers/publicView.ts'
import { fileField, linkField } from '../acts.ts'
import type { Group, Path } from '../path.ts'

type Act = 'publish' | 'unpublish'

/** What the editors’ interface does when somebody schedules; answers with the job’s id. */
export async function schedule(
  { id, slug }: Fixture,
  { app: { payload } }: World,
  type: Act,
  waitUntil?: Date,
): Promise<number> {
  const job = await payload.jobs.queue({
    task: 'schedulePublish',
    input: { type, doc: { relationTo: slug, value: String(id) } },
    waitUntil,
  } as never)
  return (job as { id: number }).id
}

interface JobRow {
  error?: { message?: string }
  log?: { error?: { message?: string } }[]
}

/** Why a job failed, if it did. */
async function failureOf(id: number, { app: { payload } }: World): Promise<Outcome> {
  const where = { id: { equals: id } }
  const job = await payload.db.findOne({ collection: 'payload-jobs', where })
  const { error, log } = (job ?? {}) as JobRow
  const message = log?.findLast((entry) => entry.error)?.error?.message ?? error?.message
  return message ? { code: 'JOB FAILED', message } : {}
}

const run =
  (type: Act) =>
  async (fixture: Fixture, world: World): Promise<Outcome> => {
    const id = await schedule(fixture, world, type)
    await world.app.payload.jobs.runByID({ id })
    return failureOf(id, world)
  }

const runByRequest =
  (type: Act) =>
  async (fixture: Fixture, world: World): Promise<Outcome> => {
    const id = await schedule(fixture, world, type)
    const { app } = world
    const answer = await app.rest('GET', '/payload-jobs/run?limit=50', { as: app.editor })
    return answer.status === 200 ? failureOf(id, world) : ofAnswer(answer)
  }

/** What the server does for the drawer “Schedule publish”, with an editor’s request. */
async function schedulingByDrawer({ app: { payload } }: World) {
  // Loaded when it is needed: the page of the promise reads this table without running it.
  const { createLocalReq } = await import('payload')
  const { schedulePublishHandler } = await import('@payloadcms/ui/utilities/schedulePublishHandler')
  const { docs } = await payload.find({ collection: 'users', limit: 1 })
  const req = await createLocalReq({ user: { ...docs[0]!, collection: 'users' } }, payload)
  return (args: object) => schedulePublishHandler({ date: new Date(), req, ...args } as never)
}

const runByDrawer =
  (type: Act) =>
  async ({ id, slug }: Fixture, world: World): Promise<Outcome> => {
    const { payload } = world.app
    const scheduleByDrawer = await schedulingByDrawer(world)
    await scheduleByDrawer({ type, doc: { relationTo: slug, value: String(id) } })
    const { docs } = await payload.find({ collection: 'payload-jobs', limit: 1, sort: '-id' })
    const jobID = Number(docs[0]!.id)
    await payload.jobs.runByID({ id: jobID })
    return failureOf(jobID, world)
  }

const withoutDocument: Path['prepare'] = (fixture, world) =>
  world.localUpdate(
    fixture,
    { [fileField(fixture)]: null, [linkField(fixture)]: 'https://elsewhere.example' },
    { draft: true },
  )

export const jobs: Group = {
  id: 'jobs',
  title: 'Schedules and other work in the background',
  paths: [
    {
      id: 'scheduled-unpublish',
      title: 'Its unpublishing is scheduled, and the hour comes',
      numbers: [31],
      inProcess: true,
      expect: 'refusedInWords',
      leaves: 'jobs',
      tries: { job: run('unpublish'), REST: runByRequest('unpublish') },
    },
    {
      id: 'scheduled-unpublish-by-editor',
      title: 'The same by the editors’ drawer “Schedule publish”',
      numbers: [31, 32],
      expect: 'refusedInWords',
      leaves: 'jobs',
      tries: { job: runByDrawer('unpublish') },
    },
    {
      id: 'scheduled-unpublish-over-draft',
      title: 'The hour of a scheduled unpublishing comes while a newer draft lies over it',
      numbers: [31],
      pendingDraft: true,
      expect: 'refusedInWords',
      leaves: 'jobs',
      tries: { job: run('unpublish') },
    },
    {
      id: 'scheduled-publish-without-document',
      title: 'A draft from which the document was taken is published by a schedule',
      numbers: [30],
      prepare: withoutDocument,
      inProcess: true,
      expect: 'refusedInWords',
      leaves: 'jobs',
      tries: { job: run('publish'), REST: runByRequest('publish') },
    },
    {
      id: 'cancelled-schedule',
      title: 'Somebody else’s schedule is cancelled',
      numbers: [32],
      expect: 'changesNothing',
      tries: {
        job: async (fixture, world) => {
          const id = await schedule(fixture, world, 'publish', new Date('2099-01-01'))
          const scheduleByDrawer = await schedulingByDrawer(world)
          await scheduleByDrawer({ deleteID: id })
          return {}
        },
      },
    },
    {
      id: 'run-without-account',
      title: 'Somebody without an account starts the work that is due',
      numbers: [33],
      expect: { refusedWith: 'HTTP 401' },
      tries: { REST: (_, world) => world.asReader('GET', '/payload-jobs/run') },
    },
    {
      id: 'forged-job',
      title: 'Work is put in the queue, altered or removed through the network',
      numbers: [32, 33],
      expect: { refusedWith: 'HTTP 403' },
      tries: {
        REST: ({ id, slug }, world) =>
          world.rest('POST', '/payload-jobs', {
            taskSlug: 'schedulePublish',
            input: { type: 'unpublish', doc: { relationTo: slug, value: String(id) } },
          }),
      },
    },
  ],
}
