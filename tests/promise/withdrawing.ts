import type { Payload } from 'payload'

import { hostTask } from '../helpers/hostilePlugin.ts'
import type { People } from '../helpers/people.ts'
import { asking, type Fixture, type World } from '../helpers/protectedWorld.ts'
import { ofAnswer, ofCall, type Outcome } from '../helpers/publicView.ts'
import type { Path, Try } from './path.ts'
import { poolOf } from './paths/sealed.ts'

/** What attempts at withdrawals are made of. */

type Who = keyof People | 'editor' | 'nobody'

const authorization = async (world: World, who: Who): Promise<string | undefined> =>
  who === 'nobody' ? undefined : who === 'editor' ? world.app.editor : (await world.people())[who]

/** REST and GraphQL as somebody, with what the body or the mutation says of the fixture. */
export const rest =
  (who: Who, method: string, path: (fixture: Fixture) => string, body?: object | Body): Try =>
  async (fixture, world) =>
    ofAnswer(
      await world.app.rest(method, path(fixture), {
        as: await authorization(world, who),
        body: typeof body === 'function' ? body(fixture) : (body ?? {}),
      }),
    )

type Body = (fixture: Fixture) => object

export const graphql =
  (who: Who, mutation: (fixture: Fixture) => string): Try =>
  async (fixture, world) =>
    ofAnswer(
      await world.app.graphql(`mutation { ${mutation(fixture)} { id } }`, {
        as: await authorization(world, who),
      }),
    )

type Act = 'approve' | 'decline' | 'reinstate'

/** One of the acts on the fixture’s withdrawal, through each interface that offers it. */
export const acting = (who: Who, act: Act): Path['tries'] => ({
  REST: rest(who, 'POST', ({ withdrawal }) => `/withdrawals/${withdrawal}/${act}`),
  GraphQL: graphql(who, ({ withdrawal }) => `${act}Withdrawal(id: ${withdrawal})`),
})

const documentOf = ({ id, slug }: Fixture) =>
  `document: { relationTo: ${slug.replaceAll('-', '_')}, value: ${id} }`

/** Asking for the fixture’s withdrawal, and claiming more. */
export const askingFor = (who: Who, more: object = {}, written = ''): Path['tries'] => ({
  REST: rest(
    who,
    'POST',
    () => '/withdrawals',
    (fixture) => ({ ...asking(fixture), ...more }),
  ),
  GraphQL: graphql(
    who,
    (fixture) =>
      `createWithdrawalNotice(data: { ${documentOf(fixture)}, ground: other, reason: "r", notice: "n"${written} })`,
  ),
})

const rowOf = async ({ withdrawal }: Fixture, { app }: World) =>
  (
    await poolOf(app.payload).query(
      `select state, publication, asked_by, approved_by, is_emergency from withdrawals where id = ${withdrawal}`,
    )
  ).rows[0] as Record<string, unknown>

/** That it is still what it was: asked for by the editor, for this document, and not approved. */
export const isStillAsked: Path['check'] = async (fixture, world) => {
  const row = await rowOf(fixture, world)
  const { docs } = await world.app.payload.find({ collection: 'users', limit: 1, sort: 'id' })
  const asked = {
    state: 'asked',
    publication: `${fixture.slug}:${fixture.id}`,
    asked_by: `users:${docs[0]!.id}`,
    approved_by: null,
    is_emergency: false,
  }
  if (JSON.stringify(row) !== JSON.stringify(asked))
    throw new Error(`The withdrawal was changed: ${JSON.stringify(row)}`)
}

/** What somebody writes into a withdrawal, so that it would be one that two people decided. */
export const claimed = { state: 'executed', approvedBy: 'users:99', askedBy: 'users:98' }
export const claimedInGraphQL = 'state: executed, approvedBy: "users:99", askedBy: "users:98"'

/** Asks with claims, and takes it back for the next attempt. */
export const askedOnly =
  (attempt: Try): Try =>
  async (fixture, world) => {
    const outcome = await attempt(fixture, world)
    const { docs } = await world.app.payload.find({
      collection: 'withdrawals',
      limit: 1,
      sort: '-id',
    })
    const asked = { ...fixture, withdrawal: docs[0]!.id as number }
    await isStillAsked(asked, world)
    await acting('editor', 'decline').REST!(asked, world)
    return outcome
  }

/** Runs work of the host in the background, and answers with what came of it. */
const inJob =
  (
    act: (payload: Payload, fixture: Fixture, req: object) => Promise<unknown>,
    isRunByRequest: boolean,
  ): Try =>
  async (fixture, world) => {
    const { payload, rest: request } = world.app
    let outcome: Outcome = { code: 'NOT RUN' }
    world.hostile({
      job: async (req) => void (outcome = await ofCall(act(req.payload, fixture, req))),
    })
    const { id } = (await payload.jobs.queue({ task: hostTask } as never)) as { id: number }
    if (isRunByRequest)
      await request('GET', '/payload-jobs/run', { as: await authorization(world, 'emergency') })
    else await payload.jobs.runByID({ id })
    return outcome
  }

export const job = (
  act: (payload: Payload, fixture: Fixture, req: object) => Promise<unknown>,
): Path['tries'] => ({ job: inJob(act, false), REST: inJob(act, true) })

export const claim = (payload: Payload, { withdrawal }: Fixture, req: object) =>
  payload.update({ collection: 'withdrawals', id: withdrawal!, data: claimed as never, req })

export const askAtOnce = (payload: Payload, fixture: Fixture, req: object) =>
  payload.create({
    collection: 'withdrawals',
    data: { ...asking(fixture), isEmergency: true } as never,
    req,
  })

export const refusedWith = (code: string) => ({ refusedWith: code })
export const needsAPerson = refusedWith('WITHDRAWAL_NEEDS_A_PERSON')
export const kept = refusedWith('WITHDRAWAL_KEPT')
