import { canonicalJSON } from '../../../hooks/rules/canonicalJSON.ts'
import type { EventKind } from '../../../hooks/rules/events.ts'
import type { Fixture } from '../../helpers/protectedWorld.ts'
import { call } from '../acts.ts'
import { once, type Path } from '../path.ts'
import { sealed } from './sealed.ts'
import { sql, tableOf } from './statements.ts'

/** An event as somebody would forge it. */
const event = (
  { id, slug }: Fixture,
  kind: EventKind,
  actor: string,
  withdrawal: number | string,
) => {
  const publication = `${slug}:${id}`
  const body = { kind, publication, actor, detail: { withdrawal: String(withdrawal) } }
  return `insert into publication_events (at, kind, publication, actor, body)
    values (now(), '${kind}', '${publication}', '${actor}', '${canonicalJSON(body)}')`
}

const takenDown = (fixture: Fixture) =>
  `update ${tableOf(fixture)} set _status = 'draft', withdrawn_at = now() where id = ${fixture.id}`

const changed = (withdrawal: number | undefined, assignment: string) =>
  `update withdrawals set ${assignment} where id = ${withdrawal}`

/** Several statements are one transaction. */
const together = (...statements: string[]) => statements.join(';\n')

/** What somebody does to a withdrawal that was asked for. */
const toRequest: Path[] = [
  sealed(
    'sql-approve-ones-own',
    'A statement writes into its withdrawal that the one who asked approved it',
    sql((_, { withdrawal }) => changed(withdrawal, 'approved_by = asked_by')),
  ),
  sealed(
    'sql-approve',
    'A statement writes into its withdrawal that another approved it, and it is carried out',
    sql((_, { withdrawal }) => changed(withdrawal, `approved_by = 'users:99', state = 'executed'`)),
  ),
  sealed(
    'sql-asked-by',
    'A statement writes into its withdrawal that somebody else asked for it',
    sql((_, { withdrawal }) => changed(withdrawal, `asked_by = 'users:99'`)),
  ),
  sealed(
    'sql-withdrawal-turned',
    'A statement turns its withdrawal onto another document',
    sql((_, { withdrawal }) => changed(withdrawal, `publication = 'reviews:0'`)),
  ),
  sealed(
    'sql-withdrawal-deleted',
    'A statement deletes its withdrawal',
    sql((_, { withdrawal }) => `delete from withdrawals where id = ${withdrawal}`),
  ),
  sealed(
    'sql-withdrawals-truncated',
    'The table of withdrawals is emptied as a whole',
    sql(() => 'truncate withdrawals cascade'),
  ),
  sealed(
    'sql-approval-unrecorded',
    'Statements carry its withdrawal out, and no approval is in the log',
    sql((_, fixture) =>
      together(
        changed(fixture.withdrawal, `approved_by = 'users:99', state = 'executed'`),
        event(fixture, 'withdrawn', 'users:99', fixture.withdrawal!),
        takenDown(fixture),
      ),
    ),
  ),
  sealed(
    'sql-approval-of-another',
    'Statements carry its withdrawal out, approved by another than the log says',
    sql((_, fixture) =>
      together(
        changed(fixture.withdrawal, `approved_by = 'users:99', state = 'executed'`),
        event(fixture, 'withdrawalApproved', 'users:98', fixture.withdrawal!),
        event(fixture, 'withdrawn', 'users:99', fixture.withdrawal!),
        takenDown(fixture),
      ),
    ),
  ),
  sealed(
    'adapter-withdrawal-update',
    'A program writes into its withdrawal, past all hooks, that it is approved and carried out',
    call((payload, { withdrawal }) =>
      payload.db.updateOne({
        collection: 'withdrawals',
        id: withdrawal!,
        data: { state: 'executed', approvedBy: 'users:99' },
      }),
    ),
  ),
  sealed(
    'adapter-withdrawal-delete',
    'A program deletes its withdrawal past all hooks',
    call((payload, { withdrawal }) =>
      payload.db.deleteOne({ collection: 'withdrawals', where: { id: { equals: withdrawal } } }),
    ),
  ),
]

const inserted = ({ id, slug }: Fixture, values: string) =>
  `insert into withdrawals (ground, reason, notice, publication, asked_by, state, approved_by)
   values ('other', 'r', 'n', '${slug}:${id}', 'users:98', ${values})`
const ofInserted = `(select max(id) from withdrawals)`

/** What somebody makes up. */
const forged: Path[] = [
  sealed(
    'sql-withdrawal-born-executed',
    'Statements make a withdrawal that is approved from its first moment, and carry it out',
    sql((_, fixture) =>
      together(
        inserted(fixture, `'executed', 'users:99'`),
        event(fixture, 'withdrawn', 'users:99', 0),
        takenDown(fixture),
      ),
    ),
  ),
  sealed(
    'sql-withdrawal-in-one-go',
    'Statements ask for its withdrawal, approve it and carry it out in one transaction, with every event in the log',
    (fixture, world) =>
      sql(() => {
        const bodies = (kind: EventKind, actor: string) =>
          event(fixture, kind, actor, '#').replace(
            /'(\{.*\})'/,
            `replace('$1', '#', ${ofInserted}::text)`,
          )
        return together(
          inserted(fixture, `'asked', null`),
          bodies('withdrawalAsked', 'users:98'),
          `update withdrawals set approved_by = 'users:99', state = 'executed' where id = ${ofInserted}`,
          bodies('withdrawalApproved', 'users:99'),
          bodies('withdrawn', 'users:99'),
          takenDown(fixture),
        )
      })(fixture, world),
  ),
  sealed(
    'sql-withdrawal-of-another-document',
    'Statements approve the withdrawal of another document, and carry it out on this one',
    async (fixture, world) => {
      const other = await world.publish('leaflets', { withdrawal: 'asked' })
      return sql(() =>
        together(
          changed(other.withdrawal, `approved_by = 'users:99', state = 'executed'`),
          event(fixture, 'withdrawalApproved', 'users:99', other.withdrawal!),
          event(fixture, 'withdrawn', 'users:99', other.withdrawal!),
          takenDown(fixture),
        ),
      )(fixture, world)
    },
    { leaves: 'other documents' },
  ),
]

const afterwards: Path[] = [
  sealed(
    'sql-declined-reopened',
    'A statement carries out a withdrawal that was declined',
    sql((_, { withdrawal }) => changed(withdrawal, `approved_by = 'users:99', state = 'executed'`)),
    { withdrawal: 'declined' },
  ),
  sealed(
    'sql-reversed-reopened',
    'A statement carries out once more a withdrawal that was reversed',
    sql((_, fixture) =>
      together(
        changed(fixture.withdrawal, `state = 'executed'`),
        event(fixture, 'withdrawn', 'users:99', fixture.withdrawal!),
        takenDown(fixture),
      ),
    ),
    { withdrawal: 'reinstated' },
  ),
  sealed(
    'sql-withdrawn-shortened',
    'A statement shortens its protection while it is withdrawn',
    sql((table, { id }) => `update ${table} set protected_until = '2020-01-01' where id = ${id}`),
    { withdrawal: 'executed' },
  ),
  sealed(
    'sql-withdrawn-deleted',
    'A statement deletes it while it is withdrawn',
    sql((table, { id }) => `delete from ${table} where id = ${id}`),
    { withdrawal: 'executed' },
  ),
]

/** Withdrawals made up, rewritten or turned by whoever writes to the database past the software. */
export const withdrawalStatements: Path[] = [...once('asked', toRequest), ...forged, ...afterwards]
