import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import path from 'node:path'

import type pg from 'pg'

import { connected } from '../../../src/database/connected.ts'
import { chainFaults, type Link, linkColumns } from './chain.ts'

export interface Row {
  what: string
  status: 'draft' | 'published'
  name: string
  /** The name in the latest version, which may be a draft over what is published. */
  latestName: string
  isTrashed: boolean
  withdrawn: boolean
  refersTo: string[]
}

export interface StoredFile {
  what: string
  isPublic: boolean
  sha256: string
  /** That of the bytes on the disk; none where they are lost. */
  onDisk: string | undefined
}

export interface Event extends Link {
  id: number
  kind: string
  publication: string | null
}

export interface Stored {
  rows: Map<string, Row>
  files: Map<string, StoredFile>
  events: Event[]
  withdrawals: { id: number; publication: string; state: string }[]
}

const tables = { reviews: 'name', leaflets: 'title', framework_documents: 'title' }

const rowsOf = (table: string, nameField: string): string => `
  select '${table.replaceAll('_', '-')}:' || p.id as what, p._status as status, p.${nameField} as name,
    p.deleted_at is not null as "isTrashed", p.withdrawn_at is not null as withdrawn,
    (select v.version_${nameField} from _${table}_v v where v.parent_id = p.id and v.latest) as "latestName",
    coalesce(p.refers_to -> 'documents', '[]') as "refersTo"
  from ${table} p`

/** All that is stored, read at one moment past Payload. */
export const readStored = (url: string, dataDir: string): Promise<Stored> =>
  connected(url, async (client) => {
    await client.query('begin isolation level repeatable read')
    const ask = async <Answer extends pg.QueryResultRow>(sql: string): Promise<Answer[]> =>
      (await client.query<Answer>(sql)).rows
    const rows: Row[] = []
    for (const [table, name] of Object.entries(tables))
      rows.push(...(await ask<Row>(rowsOf(table, name))))
    const files = await ask<StoredFile & { filename: string }>(
      `select 'files:' || id as what, is_public as "isPublic", sha256, filename from files`,
    )
    const events = await ask<Event>(
      `select id, kind, publication, ${linkColumns} from publication_events order by sequence`,
    )
    const withdrawals = await ask<Stored['withdrawals'][number]>(
      'select id, publication, state from withdrawals',
    )
    for (const file of files)
      file.onDisk = await digestOf(path.join(dataDir, 'files', file.filename))
    return { rows: byWhat(rows), files: byWhat(files), events, withdrawals }
  })

const byWhat = <Value extends { what: string }>(values: Value[]): Map<string, Value> =>
  new Map(values.map((value) => [value.what, value]))

const digestOf = (file: string): Promise<string | undefined> =>
  readFile(file).then(
    (bytes) => createHash('sha256').update(bytes).digest('hex'),
    () => undefined,
  )

const isPublic = ({ isTrashed, status }: Row): boolean => status === 'published' && !isTrashed

/** What an event makes of what the public sees; others leave it. */
const publicAfter: Record<string, boolean> = {
  published: true,
  corrected: true,
  reinstated: true,
  unpublished: false,
  deleted: false,
  withdrawn: false,
}

/** What no moment may show: something half public, half withdrawn, or not as the log says. */
export function faultsOf({ events, files, rows, withdrawals }: Stored): string[] {
  const faults = chainFaults(events)
  const last = new Map<string, string>()
  for (const { kind, publication } of events)
    if (publication && kind in publicAfter) last.set(publication, kind)

  for (const [what, kind] of last) {
    const row = rows.get(what)
    if (publicAfter[kind] !== (row ? isPublic(row) : false))
      faults.push(`${what} is ${row?.status ?? 'gone'} after “${kind}”`)
  }
  const read = new Set<string>()
  for (const row of rows.values()) {
    if (!isPublic(row)) continue
    if (!last.has(row.what)) faults.push(`${row.what} is public without an event`)
    for (const name of row.refersTo.filter((name) => name.startsWith('files:'))) {
      read.add(name)
      const file = files.get(name)
      if (!file?.isPublic) faults.push(`${name} of ${row.what} is ${file ? 'private' : 'gone'}`)
      if (file?.onDisk !== file?.sha256) faults.push(`the bytes of ${name} of ${row.what} are lost`)
    }
  }
  for (const { isPublic, what } of files.values())
    if (isPublic && !read.has(what)) faults.push(`${what} is public, and nothing refers to it`)

  const executed = withdrawals.filter(({ state }) => state === 'executed')
  for (const { publication } of executed)
    if (!rows.get(publication)?.withdrawn) faults.push(`${publication} is half withdrawn`)
  for (const { what, withdrawn } of rows.values())
    if (withdrawn && executed.filter(({ publication }) => publication === what).length !== 1)
      faults.push(`${what} is withdrawn without its withdrawal`)
  return faults
}
