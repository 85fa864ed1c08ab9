import { ask, call, draft, mutate, patch, send, update } from '../acts.ts'
import { type Group, once, type Path } from '../path.ts'
import {
  acting,
  askAtOnce,
  askedOnly,
  askingFor,
  claimed,
  claimedInGraphQL,
  job,
  kept,
  needsAPerson,
  refusedWith,
} from '../withdrawing.ts'
import { whileAsked } from './askedFor.ts'

const notInOrder = refusedWith('WITHDRAWAL_NOT_IN_ORDER')

/** Before anybody has asked. */
const unasked: Path[] = [
  {
    id: 'ask-as-approved',
    title: 'An editor asks for a withdrawal that claims to be approved and carried out',
    expect: 'changesNothing',
    tries: {
      REST: askedOnly(askingFor('editor', claimed).REST!),
      GraphQL: askedOnly(askingFor('editor', {}, `, ${claimedInGraphQL}`).GraphQL!),
    },
  },
  {
    id: 'ask-at-once-without-right',
    title: 'An editor withdraws it at once who has no right for emergencies',
    expect: refusedWith('WITHDRAWAL_NOT_YOURS'),
    tries: askingFor('editor', { isEmergency: true }, ', isEmergency: true'),
  },
  {
    id: 'ask-at-once-with-key',
    title: 'A program withdraws it at once with an API key',
    expect: needsAPerson,
    tries: askingFor('program', { isEmergency: true }, ', isEmergency: true'),
  },
  {
    id: 'ask-at-once-by-job',
    title: 'Work in the background withdraws it at once, while somebody has it run who may',
    inProcess: true,
    expect: needsAPerson,
    leaves: 'jobs',
    tries: job(askAtOnce),
  },
  {
    id: 'ask-at-once-by-program',
    title: 'The host’s own code withdraws it at once in somebody’s name',
    expect: needsAPerson,
    tries: {
      'Local API': call(async (payload, fixture) => {
        const where = { email: { equals: 'emergency@safeguarding.example' } }
        const { docs } = await payload.find({ collection: 'users', where })
        return askAtOnce(payload, fixture, { user: { ...docs[0]!, collection: 'users' } })
      }),
    },
  },
  {
    id: 'ask-without-right',
    title: 'Somebody without an account asks for its withdrawal, or an editor who may not withdraw',
    expect: refusedWith('HTTP 403'),
    tries: {
      REST: async (fixture, world) => {
        const outcome = await askingFor('nobody').REST!(fixture, world)
        return outcome.code === 'HTTP 403' ? askingFor('guest').REST!(fixture, world) : outcome
      },
    },
  },
  {
    id: 'ask-without-right-by-query',
    title: 'The same by the other public interface',
    expect: refusedWith('FORBIDDEN'),
    tries: { GraphQL: askingFor('guest').GraphQL! },
  },
  {
    id: 'withdrawn-by-edit',
    title: 'An edit says that it is withdrawn',
    expect: 'refused',
    tries: {
      REST: patch({ ...draft, withdrawnAt: '2026-01-01T00:00:00.000Z' }),
      GraphQL: mutate('{ _status: draft, withdrawnAt: "2026-01-01T00:00:00.000Z" }'),
      'Local API': update({ ...draft, withdrawnAt: '2026-01-01T00:00:00.000Z' }),
    },
  },
  {
    id: 'withdrawn-by-edit-alone',
    title: 'An edit says that it is withdrawn, and leaves it published',
    expect: 'changesNothing',
    tries: {
      REST: patch({ withdrawnAt: '2026-01-01T00:00:00.000Z' }),
      'Local API': update({ withdrawnAt: '2026-01-01T00:00:00.000Z' }),
    },
  },
]

/** After it was declined, or carried out and reversed: it is over. */
const over: Path[] = [
  {
    id: 'approve-declined',
    title: 'A withdrawal that was declined is approved after all',
    withdrawal: 'declined',
    expect: notInOrder,
    tries: acting('second', 'approve'),
  },
  {
    id: 'approve-reversed',
    title: 'A withdrawal that was reversed is approved again',
    withdrawal: 'reinstated',
    expect: notInOrder,
    tries: acting('second', 'approve'),
  },
  {
    id: 'unpublish-after-withdrawal',
    title: 'It is unpublished once its withdrawal was reversed',
    withdrawal: 'reinstated',
    expect: 'refused',
    tries: {
      REST: patch(draft),
      GraphQL: mutate('{ _status: draft }'),
      'Local API': update(draft),
    },
  },
]

/** While it is withdrawn: readers find nothing, and that stays so until somebody with the right reverses it. */
const whileWithdrawn = once('executed', [
  {
    id: 'approve-twice',
    title: 'A withdrawal that was carried out is approved again',
    expect: notInOrder,
    tries: acting('emergency', 'approve'),
  },
  {
    id: 'reinstate-without-right',
    title: 'Somebody makes it public again who may not withdraw',
    expect: refusedWith('WITHDRAWAL_NOT_YOURS'),
    tries: acting('guest', 'reinstate'),
  },
  {
    id: 'reinstate-with-key',
    title: 'A program makes it public again with an API key',
    expect: needsAPerson,
    tries: acting('program', 'reinstate'),
  },
  {
    id: 'reinstate-shortened',
    title: 'Other software shortens its protection while it is made public again',
    expect: kept,
    tries: {
      plugin: (fixture, world) => {
        world.hostile({ last: { protectedUntil: '2020-01-01T12:00:00.000Z' } })
        return acting('second', 'reinstate').REST!(fixture, world)
      },
    },
  },
  {
    id: 'publish-withdrawn',
    title: 'It is published past its withdrawal',
    expect: refusedWith('WITHDRAWN'),
    tries: {
      REST: patch({ _status: 'published' }),
      GraphQL: mutate('{ _status: published }'),
      'Local API': update({ _status: 'published' }),
    },
  },
  {
    id: 'delete-withdrawn',
    title: 'It is deleted while it is withdrawn',
    expect: refusedWith('WITHDRAWN'),
    tries: {
      REST: send('DELETE'),
      GraphQL: ask(({ id, singular }) => `mutation { delete${singular}(id: ${id}) { id } }`),
    },
  },
])

export const withdrawals: Group = {
  id: 'withdrawals',
  title: 'Withdrawing it without two people',
  note: 'A protected publication comes down only by withdrawal: asked for by one person, approved by another. What is withdrawn stays so, and its protection goes on.',
  paths: [...unasked, ...whileAsked, ...over, ...whileWithdrawn],
}
