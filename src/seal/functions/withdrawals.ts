import type { SealedTables } from '../tables.ts'
import { definer } from './define.ts'

/** Withdrawals: asked for, approved by another, each step with its event; nothing else lets a publication come down. */
export function keepingWithdrawals({ events, schema, withdrawals }: SealedTables): string[] {
  const define = definer(schema)
  return [
    define(
      'withdrawal_event(subject text, withdrawal text, kind text, actor text, is_earlier boolean)',
      'boolean',
      `begin
  return exists (select from ${events} e where e.publication = subject and e.kind::text = $3 and e.actor = $4
    and e.body::jsonb -> 'detail' ->> 'withdrawal' = $2
    and is_earlier = ((e.transaction, e.at) is distinct from
      (txid_current()::text, date_trunc('milliseconds', ${schema}.clock()))));
end`,
    ),
    // Whoever approves something approves what was there before he looked: it was asked for earlier.
    define(
      'withdrawal_in_force(subject text)',
      'boolean',
      `begin
  return ${schema}.event_in_transaction(subject, array['withdrawn']) and exists (
    select from ${withdrawals} w where w.publication = subject and w.state = 'executed'
      and case when w.is_emergency and w.approved_by is null
        then ${schema}.withdrawal_event(subject, w.id::text, 'withdrawalAsked', w.asked_by, false)
        else w.approved_by <> w.asked_by
          and ${schema}.withdrawal_event(subject, w.id::text, 'withdrawalAsked', w.asked_by, true)
          and ${schema}.withdrawal_event(subject, w.id::text, 'withdrawalApproved', w.approved_by, false) end);
end`,
    ),

    define(
      'is_reinstated(subject text)',
      'boolean',
      `begin
  return not exists (select from ${withdrawals} w where w.publication = subject and w.state = 'executed');
end`,
    ),
    define(
      'keep_withdrawal()',
      'trigger',
      `begin
  if tg_op = 'DELETE' then
    perform ${schema}.refuse('SR004', 'A withdrawal is kept.', '{}');
  end if;
  if tg_op = 'INSERT' then
    if new.state is distinct from 'asked' or new.approved_by is not null then
      perform ${schema}.refuse('SR004', 'A withdrawal is asked for before it is approved.', '{}');
    end if;
    return new;
  end if;
  if new.publication is distinct from old.publication or new.asked_by is distinct from old.asked_by
    or new.asked_at is distinct from old.asked_at or new.ground is distinct from old.ground
    or new.is_emergency is distinct from old.is_emergency
    or (old.approved_by is not null and new.approved_by is distinct from old.approved_by)
    or new.approved_by = new.asked_by then
    perform ${schema}.refuse('SR004', 'Who asked for a withdrawal, for what and why, stays as it was; another person approves it.', '{}');
  end if;
  if new.state is distinct from old.state and not coalesce(
    (old.state = 'asked' and new.state in ('executed', 'declined'))
    or (old.state = 'executed' and new.state in ('declined', 'reinstated')), false) then
    perform ${schema}.refuse('SR004', 'A withdrawal that was declined or reversed is over.', '{}');
  end if;
  return new;
end`,
    ),
    define(
      'tell_withdrawal()',
      'trigger',
      `declare is_told boolean := true;
begin
  if tg_op = 'INSERT' then
    is_told := ${schema}.withdrawal_event(new.publication, new.id::text, 'withdrawalAsked', new.asked_by, false);
  else
    if new.approved_by is distinct from old.approved_by then
      is_told := ${schema}.withdrawal_event(new.publication, new.id::text, 'withdrawalApproved', new.approved_by, false);
    end if;
    if new.state is distinct from old.state then
      is_told := is_told and ${schema}.event_in_transaction(new.publication, array[case new.state::text
        when 'executed' then 'withdrawn' when 'declined' then 'withdrawalDeclined' else 'reinstated' end]);
    end if;
  end if;
  if is_told is not true then
    perform ${schema}.refuse('SR003', 'A withdrawal changes only together with its event.', '{}');
  end if;
  return null;
end`,
    ),
  ]
}
