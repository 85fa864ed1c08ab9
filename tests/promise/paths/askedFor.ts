import { asking } from '../../helpers/protectedWorld.ts'
import { ofCall } from '../../helpers/publicView.ts'
import { call } from '../acts.ts'
import { once } from '../path.ts'
import {
  acting,
  askingFor,
  claim,
  claimed,
  claimedInGraphQL,
  graphql,
  isStillAsked,
  job,
  needsAPerson,
  refusedWith,
  rest,
} from '../withdrawing.ts'

/** While it was asked for, and no second person has looked. */
export const whileAsked = once('asked', [
  {
    id: 'approve-ones-own',
    title: 'The one who asked for its withdrawal approves it',
    expect: refusedWith('WITHDRAWAL_NEEDS_ANOTHER'),
    tries: acting('editor', 'approve'),
  },
  {
    id: 'approve-without-account',
    title: 'Somebody without an account approves it',
    expect: needsAPerson,
    tries: acting('nobody', 'approve'),
  },
  {
    id: 'approve-without-right',
    title: 'An editor approves it who may not withdraw',
    expect: refusedWith('WITHDRAWAL_NOT_YOURS'),
    tries: acting('guest', 'approve'),
  },
  {
    id: 'approve-with-key',
    title: 'A program approves it with an API key',
    expect: needsAPerson,
    tries: acting('program', 'approve'),
  },
  {
    id: 'approve-by-job',
    title: 'Work in the background writes into it that it is approved and carried out',
    inProcess: true,
    expect: 'changesNothing',
    check: isStillAsked,
    tries: job(claim),
  },
  {
    id: 'approve-by-schedule',
    title: 'A schedule “publishes” the withdrawal',
    inProcess: true,
    expect: 'changesNothing',
    check: isStillAsked,
    tries: {
      job: async ({ withdrawal }, { app: { payload } }) => {
        const { id } = (await payload.jobs.queue({
          task: 'schedulePublish',
          input: { type: 'publish', doc: { relationTo: 'withdrawals', value: String(withdrawal) } },
        } as never)) as { id: number }
        return ofCall(payload.jobs.runByID({ id }))
      },
    },
  },
  {
    id: 'rewrite-withdrawal',
    title:
      'An editor or a program writes into it that another person asked for it, that it is approved and carried out',
    expect: 'changesNothing',
    check: isStillAsked,
    tries: {
      REST: rest('editor', 'PATCH', ({ withdrawal }) => `/withdrawals/${withdrawal}`, {
        ...claimed,
        isEmergency: true,
      }),
      GraphQL: graphql(
        'editor',
        ({ withdrawal }) =>
          `updateWithdrawalNotice(id: ${withdrawal}, data: { ${claimedInGraphQL}, isEmergency: true })`,
      ),
      'Local API': call((payload, fixture) => claim(payload, fixture, {})),
    },
  },
  {
    id: 'turn-withdrawal',
    title: 'The withdrawal of another document is turned onto it, and approved',
    expect: 'changesNothing',
    tries: {
      REST: async (fixture, world) => {
        const other = await world.publish(fixture.slug === 'leaflets' ? 'reviews' : 'leaflets', {
          withdrawal: 'asked',
        })
        const { document } = asking(fixture)
        const publication = `${fixture.slug}:${fixture.id}`
        const turn = { document, publication, publishedIn: fixture.slug }
        await rest('editor', 'PATCH', () => `/withdrawals/${other.withdrawal}`, turn)(other, world)
        return acting('second', 'approve').REST!(other, world)
      },
    },
  },
  {
    id: 'ask-again',
    title: 'Its withdrawal is asked for once more, by the second person, to approve the first',
    expect: refusedWith('WITHDRAWAL_OPEN'),
    tries: askingFor('second'),
  },
  {
    id: 'delete-withdrawal',
    title: 'The request is deleted',
    expect: refusedWith('WITHDRAWAL_KEPT'),
    tries: {
      REST: rest('editor', 'DELETE', ({ withdrawal }) => `/withdrawals/${withdrawal}`),
      GraphQL: graphql('editor', ({ withdrawal }) => `deleteWithdrawalNotice(id: ${withdrawal})`),
      'Local API': call((payload, { withdrawal }) =>
        payload.delete({ collection: 'withdrawals', id: withdrawal! }),
      ),
    },
  },
  {
    id: 'copy-withdrawal',
    title: 'The request is copied, or an older version of it restored, of which there is none',
    expect: 'changesNothing',
    check: isStillAsked,
    tries: {
      REST: async (fixture, world) => {
        const of = (path: string) => rest('second', 'POST', () => `/withdrawals/${path}`)
        await of(`${fixture.withdrawal}/duplicate`)(fixture, world)
        return of('versions/1')(fixture, world)
      },
      GraphQL: graphql(
        'second',
        ({ withdrawal }) => `duplicateWithdrawalNotice(id: ${withdrawal})`,
      ),
      'Local API': call((payload, { withdrawal }) =>
        payload.duplicate({ collection: 'withdrawals', id: withdrawal! }),
      ),
    },
  },
])
