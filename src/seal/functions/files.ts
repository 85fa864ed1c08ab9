import type { SealedTables } from '../tables.ts'
import { definer, literal } from './define.ts'

/** Files: kept while something protected names them, and opened only by what is public. */
export function keepingFiles({ documentFiles, files, referrers, schema }: SealedTables): string[] {
  const define = definer(schema)
  return [
    define(
      'public_referrers(target text)',
      'table (publication text, protected_until timestamptz)',
      [
        ...referrers.map(({ collection, main, refersTo }) =>
          publicRows(main, `p.${refersTo} -> 'documents' ? target`, collection),
        ),
        ...documentFiles.map(({ collection, main, parent, table, file }) =>
          publicRows(
            main,
            `exists (select from ${table} t where t.${parent} = p.id and ${literal(`${files.collection}:`)} || t.${file} = target)`,
            collection,
          ),
        ),
      ].join(' union all '),
      'sql',
    ),
    define(
      'keep_file()',
      'trigger',
      `declare reader record; before jsonb; after jsonb; field text;
begin
  if tg_op = 'UPDATE' then
    before := to_jsonb(old) - array['title', 'language', 'description', 'updated_at'];
    after := to_jsonb(new) - array['title', 'language', 'description', 'updated_at'];
    if before = after then return new; end if;
  end if;
  select * into reader from ${schema}.public_referrers(tg_argv[0] || ':' || old.id) r
    where ${schema}.clock() < ${schema}.protected_through(r.protected_until) limit 1;
  if reader.publication is not null then
    perform ${schema}.refuse_protected(reader.publication, reader.protected_until, 'Its file cannot be taken away or changed.');
  end if;
  if tg_op = 'DELETE' then return old; end if;
  return new;
end`,
    ),
    define(
      'tell_file()',
      'trigger',
      `begin
  if not exists (select from ${schema}.public_referrers(tg_argv[0] || ':' || new.id)) then
    perform ${schema}.refuse('SR005', 'A file becomes public only with what refers to it.', '{}');
  end if;
  return null;
end`,
    ),
  ]
}

/** What readers see of a table, and until when that is protected; a page is part of no promise. */
const publicRows = (main: string, condition: string, collection?: string): string =>
  collection
    ? `select ${literal(`${collection}:`)} || p.id, p.protected_until from ${main} p where p._status = 'published' and p.deleted_at is null and ${condition}`
    : `select null, null::timestamptz from ${main} p where p._status = 'published' and ${condition}`
