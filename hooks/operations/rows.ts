import type { CollectionSlug, PayloadRequest } from 'payload'

import { postgresTransaction, tableOf } from './sqlAdapter.ts'

/**
 * `no key update` for what will be written: it lets others refer to the row meanwhile, who would wait for
 * this transaction while it waits for them. `update` for what will go: it waits for those who are just
 * about to refer to it.
 */
type Strength = 'no key update' | 'update'

/**
 * Waits for every other transaction that changes the same document, until this one is over. Without it, one
 * editor's change could be judged by a row that another editor is just publishing.
 *
 * Payload has no lock of its own. Outside a transaction, and on databases that allow one writer at a time,
 * there is nothing to do.
 */
export async function lockRow(
  req: PayloadRequest,
  slug: CollectionSlug,
  id: number | string | undefined,
  strength?: Strength,
): Promise<void> {
  if (id !== undefined) await lockRows(req, slug, [id], { strength })
}

/**
 * The same for several documents, in the order of their ids, so that no two of these wait for each other.
 *
 * @param options.columns what to answer of the rows besides their ids, as the lock found them
 * @returns the rows, or undefined where there was nothing to lock
 */
export async function lockRows<Row>(
  req: PayloadRequest,
  slug: CollectionSlug,
  ids: (number | string)[],
  {
    columns = [],
    strength = 'no key update',
  }: { columns?: (keyof Row & string)[]; strength?: Strength } = {},
): Promise<Row[] | undefined> {
  return selectRows(req, slug, ids, columns, strength)
}

/**
 * Reads some columns of several documents without locking them.
 *
 * @returns the rows, or undefined where Payload's own adapter has to be asked
 */
export const readRows = <Row>(
  req: PayloadRequest,
  slug: CollectionSlug,
  ids: (number | string)[],
  columns: (keyof Row & string)[],
): Promise<Row[] | undefined> => selectRows(req, slug, ids, columns)

/**
 * Reads some columns of the documents of which a field has a value.
 *
 * @returns the rows, or undefined where Payload's own adapter has to be asked
 */
export const readRowsBy = <Row>(
  req: PayloadRequest,
  slug: CollectionSlug,
  field: keyof Row & string,
  value: number | string,
  columns: (keyof Row & string)[],
): Promise<Row[] | undefined> => selectRows(req, slug, [value], columns, undefined, field)

async function selectRows<Row>(
  req: PayloadRequest,
  slug: CollectionSlug,
  values: (number | string)[],
  columns: (keyof Row & string)[],
  strength?: Strength,
  field = 'id',
): Promise<Row[] | undefined> {
  if (values.length === 0) return []
  const transaction = await postgresTransaction(req)
  const table = transaction && tableOf(transaction.adapter, slug)?.table
  if (!table || !table[field]) return undefined
  // A host may have left one of the fields out.
  const answered = ['id', ...columns].filter((column) => table[column])
  const query = transaction.session
    .select(Object.fromEntries(answered.map((column) => [column, table[column]])))
    .from(table)
    .where(transaction.adapter.operators.in(table[field], values))
    .orderBy(table.id)
  return (await (strength ? query.for(strength) : query)) as Row[]
}
