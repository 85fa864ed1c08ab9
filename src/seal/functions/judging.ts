import type { SealedTables } from '../tables.ts'
import { definer, literal } from './define.ts'

/** The time, refusals, and what the other functions ask: is it protected, and does an event tell of it? */
export function judging({ events, schema, timeZone }: SealedTables): string[] {
  const define = definer(schema)
  return [
    define('clock()', 'timestamptz', 'select now()', 'sql'),
    `create sequence if not exists ${schema}.refusals`,

    // A refusal rolls back, and what it wrote with it; a sequence does not.
    define(
      'refuse(state text, message text, detail jsonb)',
      'void',
      `begin
  perform nextval('${schema}.refusals');
  raise exception using errcode = state, message = message, detail = detail::text;
end`,
    ),
    define(
      'protected_through(until timestamptz)',
      'timestamptz',
      `select ((until at time zone 'UTC')::date + 1)::timestamp at time zone ${literal(timeZone)}`,
      'sql',
    ),
    define(
      'is_protected(status text, deleted_at timestamptz, until timestamptz)',
      'boolean',
      `begin
  return coalesce(status = 'published' and deleted_at is null
    and ${schema}.clock() < ${schema}.protected_through(until), false);
end`,
    ),
    define(
      'refuse_protected(subject text, until timestamptz, reason text)',
      'void',
      `begin
  perform ${schema}.refuse('SR001',
    format('%s must stay public until the end of %s. %s', subject, (until at time zone 'UTC')::date, reason),
    jsonb_build_object('publication', subject, 'protectedUntil', (until at time zone 'UTC')::date));
end`,
    ),
    define(
      'event_in_transaction(subject text, kinds text[])',
      'boolean',
      `begin
  return exists (select from ${events} e where e.publication = subject
    and e.transaction = txid_current()::text
    and e.at = date_trunc('milliseconds', ${schema}.clock())
    and (kinds is null or e.kind::text = any (kinds)));
end`,
    ),
    define(
      'keep_table()',
      'trigger',
      `declare is_needed boolean;
begin
  execute tg_argv[0] into is_needed;
  if is_needed then
    perform ${schema}.refuse('SR001', tg_table_name || ' holds what is protected, and cannot be emptied.', '{}');
  end if;
  return null;
end`,
    ),
  ]
}
