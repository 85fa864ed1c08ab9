import type { SealedTables } from '../tables.ts'
import { definer } from './define.ts'

/** The event log: it only grows, and each event takes its place in the chain at the commit. */
export function keepingLog({ events, schema }: SealedTables): string[] {
  const define = definer(schema)
  return [
    // Where the chain ends: that its last events were deleted would otherwise show nowhere.
    `create table if not exists ${schema}.head (sequence numeric not null, hash text not null)`,
    // A log that was made anew, as by Payload's migrate:fresh, begins a chain of its own.
    `delete from ${schema}.head where not exists (select from ${events} where sequence is not null)`,
    `insert into ${schema}.head select coalesce(e.sequence, 0), coalesce(e.hash, repeat('0', 64))
  from (values (1)) one left join (select sequence, hash from ${events}
    where sequence is not null order by sequence desc limit 1) e on true
  where not exists (select from ${schema}.head)`,

    // The chain is formed here and only here, one event after the other in the order of their commits. A link
    // holds the hash of what an event says, so that it can be shown without saying it: docs/decisions/9.
    define(
      'stamp_event()',
      'trigger',
      `begin
  if new.body::jsonb ->> 'kind' is distinct from new.kind::text
    or new.body::jsonb ->> 'publication' is distinct from new.publication
    or new.body::jsonb ->> 'actor' is distinct from new.actor then
    perform ${schema}.refuse('SR002', 'The columns of an event say what its body says.', '{}');
  end if;
  new.sequence := null; new.previous_hash := null; new.hash := null;
  new.at := date_trunc('milliseconds', ${schema}.clock());
  new.transaction := txid_current()::text;
  return new;
end`,
    ),
    define(
      'chain_event()',
      'trigger',
      `begin
  update ${events} set sequence = -1 where id = new.id and sequence is null;
  return null;
end`,
    ),
    define(
      'keep_event()',
      'trigger',
      `declare previous record;
begin
  if tg_op <> 'UPDATE' then
    perform ${schema}.refuse('SR002', 'The event log only grows: nothing in it is changed or deleted.', '{}');
  end if;
  if old.sequence is not null then
    perform ${schema}.refuse('SR002', 'The event log only grows: nothing in it is changed or deleted.', '{}');
  end if;
  select h.sequence, h.hash into strict previous from ${schema}.head h for update;
  new := old;
  new.sequence := previous.sequence + 1;
  new.previous_hash := previous.hash;
  new.hash := encode(sha256(convert_to(
    '{"at":"' || to_char(new.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
    || '","content":"' || encode(sha256(convert_to(new.body, 'UTF8')), 'hex')
    || '","previous":"' || new.previous_hash
    || '","publication":' || coalesce(to_json(new.publication)::text, 'null')
    || ',"sequence":' || new.sequence || '}', 'UTF8')), 'hex');
  update ${schema}.head set sequence = new.sequence, hash = new.hash;
  return new;
end`,
    ),
  ]
}
