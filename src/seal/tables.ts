import type { CollectionSlug, GlobalSlug, Payload } from 'payload'

import { type Session, type SQLAdapter, tableOf } from '../../hooks/operations/sqlAdapter.ts'
import { publicationContent } from '../../hooks/rules/publicationContent.ts'
import { fixedFields } from '../../hooks/rules/publicationDates.ts'
import { availabilityRank } from '../../hooks/rules/twelve-month-protection/protectionBreach.ts'
import { publicationKeys, type PublishingSettings } from '../../hooks/settings.ts'

/** What the seal knows of a publication's tables. Names are quoted and carry their schema. */
export interface SealedPublication {
  /** The collection's slug, as references and events name it. */
  collection: string
  /** The main table's name, for what is named after it. */
  name: string
  main: string
  /** Columns that the first publication fixed. */
  fixed: string[]
  /** Columns with the documents that readers were promised. */
  documents: string[]
  /** All columns that readers were promised. */
  promised: string[]
  /** How available a document is, by column and value: what never moves to less. */
  ranked: Record<string, Record<string, number>>
  /** Tables with rows of a publication: the column that names it, and what of them is promised. */
  parts: { table: string; parent: string; keeps: '' | 'one' | (string & {}) }[]
}

export interface SealedTables {
  /** Schema of the seal's functions, beside the tables' own. */
  schema: string
  timeZone: string
  publications: SealedPublication[]
  events: string
  withdrawals: string
  files: { collection: string; table: string }
  /** Whose references make a file public; those of a publication keep it, too. */
  referrers: { collection?: string; main: string; refersTo: string }[]
  /** Where promised documents lie, whatever the references say: columns with a file's id. */
  documentFiles: { collection: string; main: string; table: string; parent: string; file: string }[]
}

interface Part {
  table: string
  parent: string
}

/** A table as SQL names it, wherever the search path leads. */
export const qualifiedName = ({ schemaName = 'public' }: SQLAdapter, table: string): string =>
  `${quoted(schemaName)}.${quoted(table)}`

/** Schema of the seal’s own functions, sequence and table. */
export const sealSchema = ({ schemaName = 'public' }: SQLAdapter): string =>
  schemaName === 'public' ? 'safeguarding_seal' : `${schemaName}_safeguarding_seal`

/** Reads from the config and the database which tables hold what is promised. */
export async function sealedTables(
  payload: Payload,
  db: Pick<Session, 'execute'>,
): Promise<SealedTables> {
  const settings = payload.config.custom?.safeguardingReviews as PublishingSettings
  const { slugs, timeZone } = settings
  const adapter = payload.db as unknown as SQLAdapter
  const own = adapter.schemaName ?? 'public'
  const qualified = (table: string) => qualifiedName(adapter, table)
  const nameOf = (slug: CollectionSlug | GlobalSlug) => tableOf(adapter, slug)!.name

  const columnOf = (slug: CollectionSlug | GlobalSlug, field: string): string =>
    tableOf(adapter, slug)!.table[field]!.name

  const publications: SealedPublication[] = []
  const documentFiles: SealedTables['documentFiles'] = []
  for (const key of publicationKeys) {
    const slug = slugs[key]
    const { name, table } = tableOf(adapter, slug)!
    const { promised } = publicationContent[key]
    const columns = (fields: readonly string[]) =>
      fields.flatMap((field) => table[field]?.name ?? [])
    const replaced = `${name}_replaced_documents`
    const isUpload = (field: string): boolean =>
      payload.collections[slug]!.config.flattenedFields.some(
        ({ name, type }) => name === field && type === 'upload',
      )
    const main = { collection: slug, main: qualified(name) }
    documentFiles.push(
      ...promised.documents.filter(isUpload).map((field) => ({
        ...main,
        table: main.main,
        parent: 'id',
        file: columnOf(slug, field),
      })),
      { ...main, table: qualified(replaced), parent: '_parent_id', file: 'file_id' },
    )
    const lists = promised.texts.filter((field) => !table[field]).map((field) => snake(field))
    publications.push({
      ...main,
      name,
      fixed: columns(['id', ...fixedFields, 'firstPublishedAt', 'createdAt']),
      documents: columns(promised.documents),
      promised: columns([...promised.documents, ...promised.texts]),
      ranked: table.reportAvailability ? { [table.reportAvailability.name]: availabilityRank } : {},
      parts: (await partsOf(db, own, name)).map(({ table: part, parent }) => ({
        table: qualified(part),
        parent,
        keeps: lists.includes(part.slice(name.length + 1))
          ? 'one'
          : part === replaced
            ? 'file_id'
            : '',
      })),
    })
  }
  return {
    schema: sealSchema(adapter),
    timeZone,
    publications,
    documentFiles,
    events: qualified(nameOf(slugs.publicationEvents)),
    withdrawals: qualified(nameOf(slugs.withdrawals)),
    files: { collection: slugs.files, table: qualified(nameOf(slugs.files)) },
    referrers: [
      ...publications.map(({ collection, main }) => ({
        collection,
        main,
        refersTo: columnOf(collection as CollectionSlug, 'refersTo'),
      })),
      {
        main: qualified(nameOf(slugs.caseReviewsPage)),
        refersTo: columnOf(slugs.caseReviewsPage, 'refersTo'),
      },
    ],
  }
}

/** The tables whose rows belong to a row of a main table, versions aside: they are history, not public. */
async function partsOf(
  db: Pick<Session, 'execute'>,
  schema: string,
  main: string,
): Promise<Part[]> {
  const { rows } = await db.execute(`
    select part.relname as "table", columns.attname as parent
    from pg_constraint key
    join pg_class part on part.oid = key.conrelid
    join pg_class main on main.oid = key.confrelid
    join pg_namespace space on space.oid = main.relnamespace
    join pg_attribute columns on columns.attrelid = part.oid and columns.attnum = key.conkey[1]
    where key.contype = 'f' and space.nspname = '${schema}' and main.relname = '${main}'
      and columns.attname in ('_parent_id', 'parent_id') and part.relname not like '\\_%'
    order by part.relname`)
  return rows as unknown as Part[]
}

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`

const snake = (field: string): string =>
  field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
