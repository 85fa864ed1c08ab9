/**
 * Queries of the catalog that answer with the statements which make the same again, in an order in which they can
 * be run. They are asked with an empty search path, so that Postgres writes every name with its schema.
 */

const ours = (namespace: string): string =>
  `${namespace}.nspname !~ '^pg_' and ${namespace}.nspname <> 'information_schema'`

/** Objects of an extension come with it. */
const ownObject = (catalog: string, oid: string): string =>
  `not exists (select from pg_depend e where e.classid = '${catalog}'::regclass
     and e.objid = ${oid} and e.deptype = 'e')`

const tables = `pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind = 'r' and ${ours('n')} and ${ownObject('pg_class', 'c.oid')}`

const sequenceOptions = `format('AS %s START WITH %s INCREMENT BY %s MINVALUE %s MAXVALUE %s CACHE %s%s',
  format_type(s.seqtypid, null), s.seqstart, s.seqincrement, s.seqmin, s.seqmax, s.seqcache,
  case when s.seqcycle then ' CYCLE' else '' end)`

/** The column to which a sequence belongs: `a` for a serial one, `i` for an identity. */
const ownedBy = (type: string): string => `pg_depend d on d.classid = 'pg_class'::regclass
  and d.objid = s.seqrelid and d.refclassid = 'pg_class'::regclass and d.refobjsubid > 0
  and d.deptype = '${type}'`

const functions = (takesRows: boolean): string => `
  select pg_get_functiondef(p.oid) || ';' as statement
  from pg_proc p join pg_namespace n on n.oid = p.pronamespace
  where p.prokind in ('f', 'p', 'w') and ${ours('n')} and ${ownObject('pg_proc', 'p.oid')}
    and ${takesRows ? '' : 'not'} exists (
      select from pg_type t left join pg_type element on element.oid = t.typelem
      where t.oid = any (coalesce(p.proallargtypes, p.proargtypes::oid[]) || p.prorettype)
        and (t.typrelid <> 0 or element.typrelid <> 0))
  order by p.oid`

const columns = `(
  select string_agg(format('%I %s%s%s%s', a.attname, format_type(a.atttypid, a.atttypmod),
      case when a.attcollation <> t.typcollation then format(' COLLATE %s', a.attcollation::regcollation) else '' end,
      case
        when a.attidentity <> '' then format(' GENERATED %s AS IDENTITY (SEQUENCE NAME %s %s)',
          case a.attidentity when 'a' then 'ALWAYS' else 'BY DEFAULT' end, i.seqrelid::regclass, i.options)
        when a.attgenerated <> '' then format(' GENERATED ALWAYS AS (%s) STORED', pg_get_expr(v.adbin, v.adrelid))
        when v.oid is not null then format(' DEFAULT %s', pg_get_expr(v.adbin, v.adrelid))
        else ''
      end,
      case when a.attnotnull then ' NOT NULL' else '' end), ', ' order by a.attnum)
  from pg_attribute a
  join pg_type t on t.oid = a.atttypid
  left join pg_attrdef v on v.adrelid = a.attrelid and v.adnum = a.attnum
  left join (select s.seqrelid, d.refobjid, d.refobjsubid, regexp_replace(${sequenceOptions}, '^AS \\S+ ', '') as options
    from pg_sequence s join ${ownedBy('i')}) i on i.refobjid = a.attrelid and i.refobjsubid = a.attnum
  where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped)`

/** What must be there before the rows. */
export const beforeRows = [
  `select format('CREATE SCHEMA IF NOT EXISTS %I;', n.nspname) as statement
   from pg_namespace n where ${ours('n')} and ${ownObject('pg_namespace', 'n.oid')} order by n.nspname`,
  `select format('CREATE TYPE %s AS ENUM (%s);', t.oid::regtype,
     string_agg(quote_literal(e.enumlabel), ', ' order by e.enumsortorder)) as statement
   from pg_type t join pg_namespace n on n.oid = t.typnamespace join pg_enum e on e.enumtypid = t.oid
   where ${ours('n')} and ${ownObject('pg_type', 't.oid')} group by t.oid order by t.oid`,
  `select format('CREATE SEQUENCE %s %s;', s.seqrelid::regclass, ${sequenceOptions}) as statement
   from pg_sequence s join pg_class c on c.oid = s.seqrelid join pg_namespace n on n.oid = c.relnamespace
   left join ${ownedBy('i')}
   where ${ours('n')} and d.objid is null order by s.seqrelid`,
  functions(false),
  `select format('CREATE TABLE %s (%s);', c.oid::regclass, ${columns}) as statement
   from ${tables} order by c.oid`,
  `select format('ALTER SEQUENCE %s OWNED BY %s.%I;', s.seqrelid::regclass, a.attrelid::regclass, a.attname) as statement
   from pg_sequence s join ${ownedBy('a')}
   join pg_attribute a on a.attrelid = d.refobjid and a.attnum = d.refobjsubid
   join pg_class c on c.oid = s.seqrelid join pg_namespace n on n.oid = c.relnamespace
   where ${ours('n')} order by s.seqrelid`,
  functions(true),
]

/** Each table, with the columns that are stored and not computed. */
export const tablesWithRows = `
  select c.oid::regclass::text as name, (
    select string_agg(quote_ident(a.attname), ', ' order by a.attnum) from pg_attribute a
    where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns
  from ${tables} order by c.oid`

export const sequences = `
  select s.seqrelid::regclass::text as name
  from pg_sequence s join pg_class c on c.oid = s.seqrelid join pg_namespace n on n.oid = c.relnamespace
  where ${ours('n')} order by s.seqrelid`

/** What would be slow or forbidden while the rows are brought in: keys, indexes, and triggers last. */
export const afterRows = [
  `select format('ALTER TABLE %s ADD CONSTRAINT %I %s;', c.oid::regclass, k.conname, pg_get_constraintdef(k.oid)) as statement
   from pg_constraint k, ${tables} and k.conrelid = c.oid and k.contype in ('p', 'u', 'x', 'c', 'f')
   order by k.contype = 'f', k.contype = 'c', k.oid`,
  `select pg_get_indexdef(x.indexrelid) || ';' as statement
   from pg_index x, ${tables} and x.indrelid = c.oid
     and not exists (select from pg_constraint k where k.conindid = x.indexrelid and k.contype in ('p', 'u', 'x'))
   order by x.indexrelid`,
  `select format('CREATE VIEW %s AS %s', c.oid::regclass, pg_get_viewdef(c.oid)) as statement
   from pg_class c join pg_namespace n on n.oid = c.relnamespace
   where c.relkind = 'v' and ${ours('n')} and ${ownObject('pg_class', 'c.oid')} order by c.oid`,
  `select pg_get_triggerdef(g.oid) || ';' || case g.tgenabled when 'O' then ''
     else format(' ALTER TABLE %s %s TRIGGER %I;', c.oid::regclass, case g.tgenabled
       when 'A' then 'ENABLE ALWAYS' when 'R' then 'ENABLE REPLICA' else 'DISABLE' end, g.tgname) end as statement
   from pg_trigger g, ${tables} and g.tgrelid = c.oid and not g.tgisinternal order by g.oid`,
  `select format('COMMENT ON %s %s IS %L;', case o.type when 'table column' then 'COLUMN'
     when 'table constraint' then 'CONSTRAINT' else upper(o.type) end, o.identity, d.description) as statement
   from pg_description d, pg_identify_object(d.classoid, d.objoid, d.objsubid) o
   where coalesce(o.schema, o.name, '') !~ '^pg_' and coalesce(o.schema, '') <> 'information_schema'
     and o.type in ('table', 'table column', 'table constraint', 'function', 'procedure', 'trigger', 'schema',
       'sequence', 'type', 'index', 'view')
     and o.identity !~ '^(pg_|information_schema)' and (o.type, o.identity) <> ('schema', 'public')
   order by o.type, o.identity`,
]

/** What the statements above would leave out without a word; an app's own migrations have none of it. */
export const leftOut = `
  select format('%s %s', case c.relkind when 'm' then 'materialized view' when 'p' then 'partitioned table'
      when 'f' then 'foreign table' when 'c' then 'composite type' else 'table with a setting of its own' end,
    c.oid::regclass) as what
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where ${ours('n')} and ${ownObject('pg_class', 'c.oid')}
    and (c.relkind in ('m', 'p', 'f', 'c') or (c.relkind = 'r' and (c.relrowsecurity or c.relpersistence <> 'p'
      or c.reloptions is not null or exists (select from pg_inherits i where i.inhrelid = c.oid)
      or exists (select from pg_attribute a where a.attrelid = c.oid and a.attgenerated not in ('', 's')))))
  union all
  select format('type %s', t.oid::regtype) from pg_type t join pg_namespace n on n.oid = t.typnamespace
  where ${ours('n')} and ${ownObject('pg_type', 't.oid')} and t.typtype in ('d', 'r')
  union all
  select format('aggregate %s', p.oid::regprocedure) from pg_proc p join pg_namespace n on n.oid = p.pronamespace
  where ${ours('n')} and ${ownObject('pg_proc', 'p.oid')} and p.prokind = 'a'
  union all
  select format('rule %I', r.rulename) from pg_rewrite r join pg_class c on c.oid = r.ev_class
    join pg_namespace n on n.oid = c.relnamespace
  where ${ours('n')} and ${ownObject('pg_class', 'c.oid')} and r.rulename <> '_RETURN'
  union all
  select format('extension %I', extname) from pg_extension where extname <> 'plpgsql'
  union all
  select format('event trigger %I', evtname) from pg_event_trigger
  union all
  select format('large object %s', oid) from pg_largeobject_metadata`
