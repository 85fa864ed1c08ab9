import type * as GraphQL from 'graphql'
import type { CollectionSlug, Config, PayloadRequest } from 'payload'

import { actOnApproval } from '../../hooks/operations/approvals.ts'
import { actOnWithdrawal } from '../../hooks/operations/withdraw.ts'
import type { ApprovalAct } from '../../hooks/rules/approvals.ts'
import type { WithdrawalAct } from '../../hooks/rules/withdrawals.ts'
import type { PublishingSettings } from '../../hooks/settings.ts'
import type { GraphQLModule } from './calendarDateScalar.ts'
import type { SchemaInTheMaking } from './rootFields.ts'

type Mutations = NonNullable<NonNullable<Config['graphQL']>['mutations']>

interface Arguments {
  id: number | string
  text?: string | null
}

/** An act on a record: what it does, and how it is done. */
interface Act {
  description: string
  /** What its argument `text` says, where it has one. */
  text?: string
  perform: (req: PayloadRequest, args: Arguments) => Promise<void>
}

const withdrawalActs: Record<WithdrawalAct, string> = {
  approve: 'Approves a withdrawal that another person asked for, and carries it out.',
  decline: 'Declines a withdrawal; one that was carried out in an emergency is reversed.',
  reinstate:
    'Makes what was withdrawn public again; the time withdrawn is added to its protection.',
}

const approvalActs: Record<ApprovalAct, { description: string; text: string }> = {
  approve: {
    description: 'Approves exactly what another person submitted.',
    text: 'A comment, kept internally.',
  },
  comment: {
    description: 'Comments on what was submitted.',
    text: 'The comment, kept internally.',
  },
  publish: {
    description: 'Publishes what another person submitted, and approves it if nobody has yet.',
    text: 'A comment, kept internally.',
  },
  refuse: {
    description: 'Refuses what was submitted, with what has to be changed.',
    text: 'What has to be changed. It must not be empty.',
  },
  takeBack: {
    description: 'Takes back what was submitted, before it is published.',
    text: 'A comment, kept internally.',
  },
}

/**
 * The host's mutations, and ours: `approveWithdrawal`, `declineWithdrawal`, `reinstateWithdrawal`, and for what
 * was submitted for approval `approveSubmission`, `commentOnSubmission`, `publishSubmission`, `refuseSubmission`
 * and `takeBackSubmission`.
 */
export const withActs =
  (config: Config, settings: PublishingSettings): Mutations =>
  (graphql, schema) => {
    const { slugs } = settings
    const onWithdrawal = (name: WithdrawalAct): Act => ({
      description: withdrawalActs[name],
      perform: (req, { id }) => actOnWithdrawal(req, settings, name, id),
    })
    const onSubmission = (name: ApprovalAct): Act => ({
      ...approvalActs[name],
      perform: (req, { id, text }) => actOnApproval(req, settings, name, id, text),
    })
    const withdrawal = mutationsOn(graphql, schema, 'updateWithdrawalNotice', slugs.withdrawals)
    const submission = mutationsOn(graphql, schema, 'updateApproval', slugs.approvals)
    return {
      ...config.graphQL?.mutations?.(graphql, schema),
      approveWithdrawal: withdrawal(onWithdrawal('approve')),
      declineWithdrawal: withdrawal(onWithdrawal('decline')),
      reinstateWithdrawal: withdrawal(onWithdrawal('reinstate')),
      approveSubmission: submission(onSubmission('approve')),
      commentOnSubmission: submission(onSubmission('comment')),
      publishSubmission: submission(onSubmission('publish')),
      refuseSubmission: submission(onSubmission('refuse')),
      takeBackSubmission: submission(onSubmission('takeBack')),
    }
  }

/** Makes mutations that act on a record and answer it; Payload's own `update` has the types for that. */
function mutationsOn(
  { GraphQLString }: GraphQLModule,
  schema: object,
  update: string,
  collection: CollectionSlug,
) {
  const { Mutation } = schema as unknown as SchemaInTheMaking
  const { args, type } = Mutation.fields[update] as unknown as {
    args: { id: { type: GraphQL.GraphQLInputType } }
    type: GraphQL.GraphQLOutputType
  }
  return ({ description, perform, text }: Act) => ({
    type,
    description,
    args: {
      id: { type: args.id.type, description: 'Id of the record.' },
      ...(text && { text: { type: GraphQLString, description: text } }),
    },
    resolve: async (_: unknown, given: Arguments, { req }: { req: PayloadRequest }) => {
      await perform(req, given)
      const { id } = given
      return req.payload.findByID({ collection, id, depth: 0, overrideAccess: false, req })
    },
  })
}
