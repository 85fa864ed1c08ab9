import { stat } from 'node:fs/promises'
import path from 'node:path'

import type { CollectionSlug, PayloadRequest } from 'payload'

import { Refusal, say } from '../errors.ts'
import { isPublic, type Publication } from '../rules/publication.ts'
import {
  type changedReferences,
  idsAmong,
  type Reference,
  reference,
  referencesOf,
} from '../rules/references.ts'
import type { PublishingSettings } from '../settings.ts'
import type { StoredFile } from './events.ts'
import { type CheckedFor, forNobody } from './fileChecks.ts'
import { demandChecked } from './judgeFile.ts'
import { lockRows } from './rows.ts'
import { findPublicReferrers } from './references.ts'

export interface FileRow extends StoredFile {
  deletedAt?: string | null
  description?: string | null
  filename?: string | null
  isPublic?: boolean | null
  title?: string | null
}

/**
 * Opens the files to which something public refers only since this change, and closes those to which nothing
 * does any more. Any other is open, and stays so: as long as something public refers to a file, nobody can
 * close it, bring it to the trash or delete it.
 *
 * Each file is locked before it is looked at, so that two editors at once cannot leave a published report
 * unreadable.
 *
 * @param whom for which publication they become public
 * @returns the files that were looked at
 */
export async function shareFiles(
  req: PayloadRequest,
  settings: PublishingSettings,
  { appeared, gone }: ReturnType<typeof changedReferences>,
  whom: CheckedFor = forNobody,
): Promise<FileRow[]> {
  const collection = settings.slugs.files
  const opened = idsAmong(appeared, collection)
  const files = await lockFiles(req, collection, [...opened, ...idsAmong(gone, collection)])
  for (const file of files)
    if (opened.includes(String(file.id))) await open(req, settings, file, whom)
    else await shareByReferrers(req, settings, file)
  return files
}

/** What readers reach by way of a row. */
export const readableBy = (row: Publication | undefined): Reference[] =>
  isPublic(row) ? referencesOf(row) : []

/** Makes files readable for everybody while something public refers to them, and private when nothing does. */
export async function shareAllByReferrers(
  req: PayloadRequest,
  settings: PublishingSettings,
  references: Iterable<Reference>,
): Promise<void> {
  const collection = settings.slugs.files
  const ids = idsAmong(new Set(references), collection)
  for (const file of await lockFiles(req, collection, ids))
    await shareByReferrers(req, settings, file)
}

/** Locks files and reads how they are, in one statement where the database can. */
async function lockFiles(
  req: PayloadRequest,
  collection: CollectionSlug,
  ids: string[],
): Promise<FileRow[]> {
  const columns: (keyof FileRow)[] = [
    'deletedAt',
    'description',
    'filename',
    'filesize',
    'isPublic',
    'sha256',
    'title',
  ]
  const locked = await lockRows<FileRow>(req, collection, ids, { columns })
  if (locked) return locked
  const { docs } = await req.payload.db.find<FileRow>({
    collection,
    limit: 0,
    pagination: false,
    req,
    where: { id: { in: ids } },
  })
  return docs
}

async function shareByReferrers(
  req: PayloadRequest,
  settings: PublishingSettings,
  file: FileRow,
): Promise<void> {
  const collection = settings.slugs.files
  const target = reference(collection, file.id)
  const referrers = await findPublicReferrers(req, settings, target, 1)
  if (referrers.length > 0) await open(req, settings, file, forNobody)
  else await setPublic(req, collection, file, false)
}

/** One that is in the trash or lost could not be read, and one that is not safe must not be: nothing is published with it. */
async function open(
  req: PayloadRequest,
  settings: PublishingSettings,
  file: FileRow,
  whom: CheckedFor,
): Promise<void> {
  const collection = settings.slugs.files
  const isLost = !file.deletedAt && !file.isPublic && (await areBytesLost(req, collection, file))
  if (file.deletedAt || isLost) {
    const code = file.deletedAt ? 'FILE_IN_TRASH' : 'FILE_LOST'
    const message = say(req, code, { title: file.title ?? '' })
    throw new Refusal(message, { code, collection, id: file.id })
  }
  if (!file.isPublic) await demandChecked(req, settings, file, whom)
  await setPublic(req, collection, file, true)
}

/** Payload deletes a file's bytes before its row: a crash in between leaves a row that nobody can read. */
async function areBytesLost(
  { payload }: PayloadRequest,
  collection: CollectionSlug,
  { filename, filesize }: FileRow,
): Promise<boolean> {
  const { upload } = payload.collections[collection]!.config
  // Kept elsewhere, by another plugin.
  if (!filename || upload.disableLocalStorage) return false
  const address = path.resolve(upload.staticDir ?? collection, filename)
  const stored = await stat(address).catch(() => null)
  return !stored || stored.size !== Number(filesize ?? stored.size)
}

async function setPublic(
  req: PayloadRequest,
  collection: CollectionSlug,
  { id, isPublic: was }: FileRow,
  isPublic: boolean,
): Promise<void> {
  if (Boolean(was) === isPublic) return
  await req.payload.db.updateOne({ collection, data: { isPublic }, id, req, returning: false })
}
