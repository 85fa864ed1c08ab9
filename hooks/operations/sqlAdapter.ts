import type { CollectionSlug, GlobalSlug, PayloadRequest } from 'payload'

interface Column {
  name: string
}

/** What Payload's adapters for SQL databases have in common, as far as it is needed here. */
export interface SQLAdapter {
  name: string
  schemaName?: string
  operators: { in: (column: unknown, values: unknown[]) => unknown }
  drizzle: Session
  sessions: Record<string, { db: Session }>
  tableNameMap: Map<string, string>
  tables: Record<string, Record<string, Column> & { id: Column }>
}

/** A connection, within its transaction if it is one's. */
export interface Session {
  execute: (statements: string) => Promise<{ rows: Record<string, unknown>[] }>
  select: (columns: object) => {
    from: (table: object) => {
      where: (condition: unknown) => {
        orderBy: (column: unknown) => Promise<unknown[]> & {
          for: (strength: string) => Promise<unknown[]>
        }
      }
    }
  }
}

/** The adapter and the transaction of a request; undefined on other databases and outside a transaction. */
export async function postgresTransaction(
  req: PayloadRequest,
): Promise<{ adapter: SQLAdapter; session: Session } | undefined> {
  const adapter = req.payload.db as unknown as SQLAdapter
  const session = adapter.sessions?.[String(await req.transactionID)]?.db
  return adapter.name === 'postgres' && session ? { adapter, session } : undefined
}

/** The table of a collection or a global, and its columns by the paths of their fields. */
export function tableOf(
  { tableNameMap, tables }: SQLAdapter,
  slug: CollectionSlug | GlobalSlug,
): { name: string; table: SQLAdapter['tables'][string] } | undefined {
  const name = tableNameMap.get(slug.replaceAll('-', '_'))
  const table = name === undefined ? undefined : tables[name]
  return name !== undefined && table ? { name, table } : undefined
}
