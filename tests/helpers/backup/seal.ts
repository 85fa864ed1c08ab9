/**
 * What a database may hold beside the tables of Payload, each kind once: rules of its own that refuse to delete,
 * and what refers to them.
 */
export const seal = `
  create schema another_seal;
  create sequence another_seal.ledger start 5 increment 3;
  select nextval('another_seal.ledger');
  create function another_seal.refuse() returns trigger language plpgsql set search_path = '' as $$
  begin
    if tg_op = 'DELETE' and not exists (select from public.reviews where id = old.id) then return old; end if;
    raise exception 'sealed: %', tg_table_name;
  end $$;
  create function another_seal.is_sealed(r public.reviews) returns boolean language sql stable
    as $$ select r.id > 0 $$;
  create trigger safeguarding_keep before delete on reviews
    for each row execute function another_seal.refuse();
  create trigger safeguarding_keep_all before truncate on reviews
    for each statement execute function another_seal.refuse();
  alter table reviews enable always trigger safeguarding_keep_all;
  create constraint trigger safeguarding_later after update on files deferrable initially deferred
    for each row when (old.id is distinct from new.id) execute function another_seal.refuse();
  comment on trigger safeguarding_keep on reviews is 'Why; it''s so';
  comment on schema another_seal is 'The seal';
  comment on column reviews.name is 'A name';
  create table another_seal."Odd ones" (
    id int generated always as identity, "a b" text collate "C", b bytea, i interval, f float8, arr text[],
    made timestamptz default now(), twice int generated always as (length("a b") * 2) stored,
    e text default E'x\\ty', check ("a b" <> ''));
  insert into another_seal."Odd ones" ("a b", b, i, f, arr) values
    (E'line\\nnext\\r\\t\\\\ \\u2028 \\u00e9 \\\\N', '\\x00ff', '1 month 2 days', 0.1::float8 + 0.2, array['a', 'b,c', null, '"q"']),
    ('\\.', null, null, 'Infinity', '{}'),
    ('\\N', null, null, 'NaN', null);
  create view another_seal.names as select name from reviews where id in (select id from files);
  create index some_reviews on reviews (name) where id > 3;
`
