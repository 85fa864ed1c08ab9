import { createHash } from 'node:crypto'
import { createReadStream, existsSync } from 'node:fs'
import { opendir } from 'node:fs/promises'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'

import type { Payload } from 'payload'

import type { Settings } from '../../options/index.ts'
import { literal } from '../../seal/functions/define.ts'
import { publicationKeys } from '../../../hooks/settings.ts'
import { inSnapshot, type Snapshot } from '../readEvents.ts'
import { listed } from './publications.ts'
import type { Reporter } from './report.ts'

interface Row {
  id: string
  filename: string | null
  /** Readers get it, or will again when a withdrawal is reversed. */
  is_needed: boolean
  sha256: string | null
  size: number | null
  thumbnail: string | null
}

const batch = 100

/** Hash and size of a file’s bytes, read in pieces; undefined where there is none. */
async function factsOf(file: string): Promise<{ sha256: string; size: number } | undefined> {
  const hash = createHash('sha256')
  const bytes = createReadStream(file)
  try {
    await pipeline(bytes, hash)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
  return { sha256: hash.digest('hex'), size: bytes.bytesRead }
}

/** Compares the bytes of each file with its row, and the folder with the rows. */
export async function verifyFiles(
  payload: Payload,
  { slugs }: Settings,
  reporter: Reporter,
): Promise<void> {
  const { upload } = payload.collections[slugs.files]!.config
  if (upload.disableLocalStorage)
    return reporter.notice('files', 'all', 'are kept elsewhere; their bytes were not looked at')
  const folder = path.resolve(upload.staticDir ?? slugs.files)
  let last = ''
  for (;;) {
    const rows = await inSnapshot(payload, (snapshot) =>
      snapshot.rows<Row>(
        `select id::text as id, filename, sha256, filesize::float8 as size, sizes_thumbnail_filename as thumbnail,
           is_public is true or ${withdrawnWith(snapshot, slugs)} as is_needed
         from ${snapshot.table(slugs.files)} f ${last ? `where f.id > ${literal(last)}` : ''}
         order by f.id limit ${batch}`,
      ),
    )
    for (const row of rows) await verifyFile(folder, row, `${slugs.files}:${row.id}`, reporter)
    if (rows.length < batch) break
    last = rows.at(-1)!.id
  }
  await findStrangers(payload, slugs.files, folder, reporter)
}

/** True for a file `f` that something withdrawn refers to. */
const withdrawnWith = ({ table }: Snapshot, slugs: Settings['slugs']): string =>
  publicationKeys
    .map(
      (key) =>
        `exists (select from ${table(slugs[key])} p where p.withdrawn_at is not null
           and p.refers_to -> 'documents' ? (${literal(`${slugs.files}:`)} || f.id))`,
    )
    .join(' or ')

async function verifyFile(
  folder: string,
  { filename, is_needed, sha256, size }: Row,
  subject: string,
  reporter: Reporter,
): Promise<void> {
  const found = await factsOf(path.join(folder, filename ?? ''))
  if (!found && is_needed) reporter.fault('files', subject, `is not on the disk: ${filename}`)
  else if (!found)
    // Bytes go before their row does, which a crash in between leaves.
    reporter.notice(
      'files',
      subject,
      `is not on the disk, and nothing that was published needs it: ${filename}`,
    )
  else if (found.sha256 !== sha256 || found.size !== size)
    reporter.fault('files', subject, `has other bytes than were uploaded: ${filename}`)
  reporter.done('files', 1)
}

/** What lies in the folder and belongs to no row: left by an upload that was broken off, or laid there. */
async function findStrangers(
  payload: Payload,
  collection: Settings['slugs']['files'],
  folder: string,
  reporter: Reporter,
): Promise<void> {
  const tell = async (names: string[]) => {
    if (names.length === 0) return
    const known = await inSnapshot(payload, ({ rows, table }) =>
      rows<{ name: string }>(
        `select unnest(array[filename, sizes_thumbnail_filename]) as name from ${table(collection)}
         where filename in (${listed(names)}) or sizes_thumbnail_filename in (${listed(names)})`,
      ),
    )
    const taken = new Set(known.map(({ name }) => name))
    for (const name of names)
      if (!taken.has(name))
        reporter.notice('files', name, 'lies in the folder and belongs to no row')
  }
  let names: string[] = []
  for await (const entry of existsSync(folder) ? await opendir(folder) : []) {
    if (entry.isFile()) names.push(entry.name)
    if (names.length === batch) {
      await tell(names)
      names = []
    }
  }
  await tell(names)
}
