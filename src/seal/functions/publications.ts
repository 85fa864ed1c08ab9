import type { SealedTables } from '../tables.ts'
import { definer, literal } from './define.ts'

/** Publications and the rows that belong to them: kept while protected, and changed only together with an event. */
export function keepingPublications({ events, publications, schema }: SealedTables): string[] {
  const define = definer(schema)
  return [
    define(
      'keep_promise()',
      'trigger',
      `declare
  rules jsonb := tg_argv[0]::jsonb;
  subject text := (rules ->> 'collection') || ':' || old.id;
  before jsonb; after jsonb; field text;
begin
  if old.withdrawn_at is not null and (tg_op = 'DELETE' or new.deleted_at is not null
    or new.protected_until is null or new.protected_until < old.protected_until
    or (new.withdrawn_at is null and not ${schema}.is_reinstated(subject))) then
    perform ${schema}.refuse('SR004', subject || ' is withdrawn; it is kept as it is until it is reinstated.',
      jsonb_build_object('publication', subject));
  end if;
  if not ${schema}.is_protected(old._status::text, old.deleted_at, old.protected_until) then
    if tg_op = 'DELETE' then return old; end if;
    return new;
  end if;
  if tg_op = 'DELETE' then
    perform ${schema}.refuse_protected(subject, old.protected_until, 'It cannot be deleted.');
  end if;
  if new._status is distinct from 'published' then
    if new.withdrawn_at is not null and new.deleted_at is null and ${schema}.withdrawal_in_force(subject) then
      return new;
    end if;
    perform ${schema}.refuse_protected(subject, old.protected_until, 'It cannot be unpublished.');
  end if;
  if new.deleted_at is not null then
    perform ${schema}.refuse_protected(subject, old.protected_until, 'It cannot be moved to the trash.');
  end if;
  if new.protected_until is null or new.protected_until < old.protected_until then
    perform ${schema}.refuse_protected(subject, old.protected_until, 'Its protection cannot be shortened.');
  end if;
  before := to_jsonb(old); after := to_jsonb(new);
  for field in select jsonb_array_elements_text(rules -> 'fixed') loop
    if before -> field is distinct from after -> field then
      perform ${schema}.refuse_protected(subject, old.protected_until, format('%s cannot change.', field));
    end if;
  end loop;
  for field in select jsonb_array_elements_text(rules -> 'promised') loop
    if before ->> field is not null and after ->> field is null then
      perform ${schema}.refuse_protected(subject, old.protected_until, format('What was published under %s cannot be taken away.', field));
    end if;
  end loop;
  for field in select jsonb_object_keys(rules -> 'ranked') loop
    if coalesce((rules -> 'ranked' -> field ->> (after ->> field))::int, 0)
      < coalesce((rules -> 'ranked' -> field ->> (before ->> field))::int, 0) then
      perform ${schema}.refuse_protected(subject, old.protected_until, format('%s cannot move to less.', field));
    end if;
  end loop;
  return new;
end`,
    ),
    define(
      'tell_change()',
      'trigger',
      `declare
  rules jsonb := tg_argv[0]::jsonb;
  subject text; field text; before jsonb; after jsonb;
begin
  subject := (rules ->> 'collection') || ':' || case tg_op when 'DELETE' then old.id else new.id end;
  if not ${schema}.event_in_transaction(subject, null) then
    perform ${schema}.refuse('SR003', 'What the public sees of ' || subject || ' changes only together with its event.',
      jsonb_build_object('publication', subject));
  end if;
  -- What comes back from a withdrawal comes as it is now; that is why it was withdrawn.
  if tg_op = 'UPDATE' and ${schema}.is_protected(old._status::text, old.deleted_at, old.protected_until)
    and ${schema}.is_protected(new._status::text, new.deleted_at, old.protected_until) then
    before := to_jsonb(old); after := to_jsonb(new);
    for field in select jsonb_array_elements_text(rules -> 'documents') loop
      if before ->> field is not null and before -> field is distinct from after -> field
        and not exists (select from ${events} e where e.publication = subject
          and e.transaction = txid_current()::text and e.kind = 'corrected' and e.body::jsonb ? 'note') then
        perform ${schema}.refuse_protected(subject, old.protected_until, format('%s is replaced only together with a public note.', field));
      end if;
    end loop;
  end if;
  return null;
end`,
    ),
    ...publications.map(({ collection, main, name }) =>
      define(
        `tell_part_of_${name}()`,
        'trigger',
        `declare
  part jsonb := case tg_op when 'DELETE' then to_jsonb(old) else to_jsonb(new) end;
  parent record; remaining boolean;
begin
  select p.id, p._status, p.deleted_at, p.protected_until into parent
    from ${main} p where p.id::text = part ->> tg_argv[0];
  if not found or parent._status is distinct from 'published' or parent.deleted_at is not null then
    return null;
  end if;
  if not ${schema}.event_in_transaction(${literal(`${collection}:`)} || parent.id, null) then
    perform ${schema}.refuse('SR003', 'What the public sees of ${collection}:' || parent.id || ' changes only together with its event.',
      jsonb_build_object('publication', ${literal(`${collection}:`)} || parent.id));
  end if;
  if tg_op = 'DELETE' and tg_argv[1] <> '' and ${schema}.is_protected(parent._status::text, parent.deleted_at, parent.protected_until) then
    execute format('select exists (select from %s t where t.%I = $1 and (%L is null or to_jsonb(t) -> %L = $2 -> %L))',
      tg_relid::regclass, tg_argv[0], nullif(tg_argv[1], 'one'), tg_argv[1], tg_argv[1])
      into remaining using parent.id, part;
    if not remaining then
      perform ${schema}.refuse_protected(${literal(`${collection}:`)} || parent.id, parent.protected_until, tg_table_name || ' cannot be emptied.');
    end if;
  end if;
  return null;
end`,
      ),
    ),
  ]
}
