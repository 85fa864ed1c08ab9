import type { CollectionSlug, PayloadRequest } from 'payload'

/** What Payload's adapters for SQL databases have in common, as far as it is needed to lock a row. */
interface SQLAdapter {
  name: string
  operators: { equals: (column: unknown, value: unknown) => unknown }
  sessions: Record<string, { db: SelectBuilder }>
  tableNameMap: Map<string, string>
  tables: Record<string, { id: unknown }>
}

interface SelectBuilder {
  select: (columns: object) => {
    from: (table: object) => {
      where: (condition: unknown) => { for: (strength: Strength) => Promise<unknown> }
    }
  }
}

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
  strength: Strength = 'no key update',
): Promise<void> {
  const adapter = req.payload.db as unknown as SQLAdapter
  const session = adapter.sessions?.[String(await req.transactionID)]
  if (adapter.name !== 'postgres' || !session || id === undefined) return
  const table = adapter.tables[adapter.tableNameMap.get(slug.replaceAll('-', '_')) ?? '']
  if (!table) return
  await session.db
    .select({ id: table.id })
    .from(table)
    .where(adapter.operators.equals(table.id, id))
    .for(strength)
}
