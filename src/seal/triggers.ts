import { literal } from './functions/define.ts'
import type { SealedPublication, SealedTables } from './tables.ts'

/** All triggers of the seal begin so; what stands on the tables is found by it. */
export const triggerPrefix = 'safeguarding_'

interface Trigger {
  table: string
  name: string
  /** When it fires and for which rows, up to the function. */
  when: string
  /** The function and its arguments. */
  does: string
  /** It judges what stands at the end of the transaction. */
  atCommit?: boolean
}

/** Every trigger of the seal. */
export function triggers(tables: SealedTables): Trigger[] {
  const { events, files, publications, schema, withdrawals } = tables
  const keepTable = (table: string, isNeeded: string): Trigger => ({
    table,
    name: 'keep_table',
    when: 'before truncate on TABLE for each statement',
    does: `${schema}.keep_table(${literal(isNeeded)})`,
  })
  const isAnyProtected = publications
    .map((publication) => protectedRows(schema, publication))
    .join(' or ')
  const file = literal(files.collection)

  return [
    ...publications.flatMap((publication) => ofPublication(schema, publication)),
    ...publications
      .flatMap(({ main, parts }) => [main, ...parts.map(({ table }) => table)])
      .map((table) => keepTable(table, `select ${isAnyProtected}`)),

    keepTable(files.table, `select ${isAnyProtected}`),
    {
      table: files.table,
      name: 'keep_file',
      when: 'before update or delete on TABLE for each row when (old.is_public)',
      does: `${schema}.keep_file(${file})`,
    },
    {
      table: files.table,
      name: 'tell_file',
      when: 'after insert or update on TABLE deferrable initially deferred for each row when (new.is_public)',
      does: `${schema}.tell_file(${file})`,
      atCommit: true,
    },

    keepTable(events, `select exists (select from ${events})`),
    {
      table: events,
      name: 'stamp_event',
      when: 'before insert on TABLE for each row',
      does: `${schema}.stamp_event()`,
    },
    {
      table: events,
      name: 'keep_event',
      when: 'before update or delete on TABLE for each row',
      does: `${schema}.keep_event()`,
    },
    {
      table: events,
      name: 'chain_event',
      when: 'after insert on TABLE deferrable initially deferred for each row',
      does: `${schema}.chain_event()`,
      atCommit: true,
    },

    keepTable(withdrawals, `select exists (select from ${withdrawals})`),
    {
      table: withdrawals,
      name: 'keep_withdrawal',
      when: 'before insert or update or delete on TABLE for each row',
      does: `${schema}.keep_withdrawal()`,
    },
    {
      table: withdrawals,
      name: 'tell_withdrawal',
      when: 'after insert or update on TABLE deferrable initially deferred for each row',
      does: `${schema}.tell_withdrawal()`,
      atCommit: true,
    },
  ]
}

function ofPublication(schema: string, publication: SealedPublication): Trigger[] {
  const { main, name, parts, ...rules } = publication
  // What is in the trash changes without an event, for nobody sees it.
  const isPublic = (row: string) => `(${row}._status = 'published' and ${row}.deleted_at is null)`
  const change = (when: string, condition: string): Trigger => ({
    table: main,
    name: `tell_${when}`,
    when: `after ${when} on TABLE deferrable initially deferred for each row when (${condition})`,
    does: `${schema}.tell_change(${literal(JSON.stringify(rules))})`,
    atCommit: true,
  })
  return [
    {
      table: main,
      name: 'keep_promise',
      when: `before update or delete on TABLE for each row when (${isPublic('old')} or old.withdrawn_at is not null)`,
      does: `${schema}.keep_promise(${literal(JSON.stringify(rules))})`,
    },
    change('insert', isPublic('new')),
    change('update', `(${isPublic('old')} or ${isPublic('new')}) and old.* is distinct from new.*`),
    change('delete', isPublic('old')),
    ...parts.map(({ keeps, parent, table }) => ({
      table,
      name: 'tell_part',
      when: 'after insert or update or delete on TABLE deferrable initially deferred for each row',
      does: `${schema}.tell_part_of_${name}(${literal(parent)}, ${literal(keeps)})`,
      atCommit: true,
    })),
  ]
}

const protectedRows = (schema: string, { main }: SealedPublication): string =>
  `exists (select from ${main} p where p.withdrawn_at is not null or ${schema}.is_protected(p._status::text, p.deleted_at, p.protected_until))`

/** The statements that put a trigger in place, in place of one of that name. */
export const raised = ({ atCommit, does, name, table, when }: Trigger): string[] => [
  dropped({ name, table }),
  `create ${atCommit ? 'constraint ' : ''}trigger ${triggerPrefix}${name} ${when.replace('TABLE', table)} execute function ${does}`,
]

export const dropped = ({ name, table }: Pick<Trigger, 'name' | 'table'>): string =>
  `drop trigger if exists ${triggerPrefix}${name} on ${table}`
