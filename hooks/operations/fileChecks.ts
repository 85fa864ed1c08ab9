import { readFile } from 'node:fs/promises'
import path from 'node:path'

import {
  type CollectionSlug,
  commitTransaction,
  createLocalReq,
  initTransaction,
  killTransaction,
  type Payload,
  type PayloadRequest,
  type Where,
} from 'payload'

import { Refusal, say } from '../errors.ts'
import { acceptFault, fileCheckFault, type FileCheckRecord } from '../rules/fileChecks.ts'
import type { Reference } from '../rules/references.ts'
import type { PublishingSettings } from '../settings.ts'
import { afterCommit } from './afterCommit.ts'
import { actorOf } from './events.ts'
import { hasRight, isPresent } from './people.ts'
import { readPrivateNames } from './privateNames.ts'
import { lockRow } from './rows.ts'

type ID = number | string

interface StoredFile {
  id: ID
  filename?: string | null
  mimeType?: string | null
  downloadName?: string | null
  title?: string | null
}

export interface StoredCheck extends FileCheckRecord {
  file: ID
  /** The publication whose private names were looked for. */
  publication?: Reference | null
  /** Tells their list from another one; empty where there is none. */
  names?: string | null
  errors?: number | null
  pages?: number | null
  pagesDone?: number | null
  updatedAt: string
}

/** The task of Payload’s queue that checks a file. */
export const checkFileTask = 'checkFile'

/** How long a check that is under way may say nothing: longer than it may take. */
const silence = 3 * 60 * 1000

/** How often a check tells how far it has come, in milliseconds. */
const progressInterval = 1000

/** True when whoever was about to check is gone, as after a crash. */
export const isAbandoned = ({ state, updatedAt }: StoredCheck, now: Date): boolean =>
  state !== 'finished' && now.getTime() - new Date(updatedAt).getTime() > silence

/** For whom a file is looked over: what else is in it than private names, anybody may know. */
export interface CheckedFor {
  publication?: Reference | undefined
  /** Of the list of private names. */
  hash: string
}

/** For no publication, so that no names are looked for. */
export const forNobody: CheckedFor = { hash: '' }

/** The checks of some files for a publication, as its list of private names is now. */
export async function findChecks(
  req: PayloadRequest,
  { slugs }: PublishingSettings,
  files: ID[],
  { hash }: CheckedFor,
): Promise<StoredCheck[]> {
  if (files.length === 0) return []
  const { docs } = await req.payload.db.find<StoredCheck>({
    collection: slugs.fileChecks,
    limit: 0,
    pagination: false,
    req,
    select: {
      accepted: true,
      file: true,
      findings: true,
      pages: true,
      pagesDone: true,
      state: true,
      updatedAt: true,
    },
    where: { and: [{ file: { in: files } }, { names: { equals: hash } }] },
  })
  return docs
}

/** Asks for the check of a new file: a job of its own, which begins as soon as the file is there to stay. */
export async function askForCheck(
  req: PayloadRequest,
  settings: PublishingSettings,
  file: ID,
  whom: CheckedFor,
): Promise<void> {
  await queue(req, await createCheck(req, settings, file, whom))
}

/** The same beside a request that only reads, or is about to be rolled back; nobody waits for it. */
export const askBeside = (
  { payload }: PayloadRequest,
  settings: PublishingSettings,
  file: ID,
  whom: CheckedFor,
): void =>
  void createLocalReq({}, payload)
    .then((req) => askForCheck(req, settings, file, whom))
    .catch((err: unknown) => payload.logger.error({ err, msg: 'A file could not be checked.' }))

async function createCheck(
  req: PayloadRequest,
  { slugs }: PublishingSettings,
  file: ID,
  { hash, publication }: CheckedFor,
): Promise<ID> {
  const collection = slugs.fileChecks
  // What a person said of the same bytes still holds.
  const earlier = await req.payload.db.find<StoredCheck>({
    collection,
    limit: 1,
    pagination: false,
    req,
    select: { accepted: true },
    sort: '-createdAt',
    where: { file: { equals: file } },
  })
  const accepted = earlier.docs[0]?.accepted ?? []
  const { id } = await req.payload.db.create({
    collection,
    data: { accepted, file, findings: [], names: hash, publication, state: 'waiting' },
    req,
  })
  return id
}

const jobOf = (check: ID) => ({
  task: checkFileTask as never,
  input: { check: String(check) } as never,
})

async function queue(req: PayloadRequest, check: ID): Promise<void> {
  const { payload } = req
  const { id } = await payload.jobs.queue({ ...jobOf(check), req })
  // Not only at the next minute, when the queue is looked at in any case.
  await afterCommit(req, () => {
    payload.jobs
      .runByID({ id, silent: true })
      .catch((err: unknown) => payload.logger.error({ err, msg: 'A file could not be checked.' }))
  })
}

/** Puts checks into the queue again that nobody carries on any more. */
export async function resumeChecks(payload: Payload, { slugs }: PublishingSettings): Promise<void> {
  const collection = slugs.fileChecks
  const { docs } = await payload.db.find<StoredCheck>({
    collection,
    limit: 1000,
    pagination: false,
    where: { state: { not_equals: 'finished' } },
  })
  const now = new Date()
  for (const { id } of docs.filter((check) => isAbandoned(check, now))) {
    const data = { state: 'waiting', updatedAt: now.toISOString() }
    await payload.db.updateOne({ collection, data, id, returning: false })
    await payload.jobs.queue(jobOf(id))
  }
}

/** Checks a file whose check waits, and writes down what was found. */
export async function performCheck(
  req: PayloadRequest,
  settings: PublishingSettings,
  id: ID,
): Promise<void> {
  const { db } = req.payload
  const { fileChecks, files } = settings.slugs
  // Whoever else checks the same file at this moment may have finished.
  const unfinished: Where = { and: [{ id: { equals: id } }, { state: { not_equals: 'finished' } }] }
  const write = (data: Partial<StoredCheck> & { text?: string; language?: string | undefined }) =>
    db.updateMany({
      collection: fileChecks,
      data: { ...data, updatedAt: new Date().toISOString() },
      req,
      returning: false,
      where: unfinished,
    })
  const check = await findByID<StoredCheck>(req, fileChecks, id)
  const file = check && (await findByID<StoredFile>(req, files, check.file))
  if (!file || check.state === 'finished' || !settings.fileChecks) return
  const { publication } = check
  const { hash, names } = publication
    ? await readPrivateNames(req, settings, publication)
    : { hash: '', names: [] }
  // The list may have changed since: then this is the check for the one that there is now.
  await write({ names: hash, pagesDone: 0, state: 'running' })
  let told = Date.now()
  let telling: Promise<unknown> = Promise.resolve()
  const onProgress = (pagesDone: number, pages: number) => {
    if (Date.now() - told < progressInterval) return
    told = Date.now()
    telling = telling.then(() => write({ pages, pagesDone })).catch(() => {})
  }
  const result = await settings.fileChecks.check(await bytesOf(req, files, file), {
    fileName: file.downloadName ?? '',
    mimeType: file.mimeType ?? '',
    onProgress,
    privateNames: names,
  })
  await telling
  const { findings, language, pages, text } = result
  const errors = findings.filter(({ severity }) => severity === 'error').length
  await write({ errors, findings, language, pages, pagesDone: pages, state: 'finished', text })
}

/**
 * Refuses a file that may not become public with a publication. A person waits for the job; for a program,
 * which would not know what to do, the file is checked on the spot.
 */
export async function demandChecked(
  req: PayloadRequest,
  settings: PublishingSettings,
  { id, title }: StoredFile,
  whom: CheckedFor,
): Promise<void> {
  if (!settings.fileChecks) return
  const isPerson = Boolean(req.user)
  const find = async () => (await findChecks(req, settings, [id], whom))[0]
  let check = await find()
  if (!isPerson && check?.state !== 'finished') {
    await performCheck(req, settings, check?.id ?? (await createCheck(req, settings, id, whom)))
    check = await find()
  }
  const code = fileCheckFault(check, isPerson)
  if (!code) return
  // It was uploaded while files were not checked, or the list of names has changed.
  if (!check) askBeside(req, settings, id, whom)
  const collection = settings.slugs.files
  throw new Refusal(say(req, code, { title: title ?? '' }), { code, collection, id })
}

/** Writes down why a person lets the warnings of one kind in a file pass. */
export async function acceptWarning(
  req: PayloadRequest,
  { slugs }: PublishingSettings,
  id: ID,
  { code, reason }: { code?: unknown; reason?: unknown },
): Promise<void> {
  const collection = slugs.fileChecks
  const refuse = (fault: Parameters<typeof say>[1]): never => {
    throw new Refusal(say(req, fault), { code: fault, collection, id })
  }
  if (!isPresent(req)) refuse('FILE_CHECK_NEEDS_A_PERSON')
  if (!hasRight(req, 'edit')) refuse('FILE_CHECK_NOT_YOURS')
  const isOwnTransaction = await initTransaction(req)
  try {
    // Two who let different warnings pass at the same moment both do.
    await lockRow(req, collection, id)
    const check = await findByID<StoredCheck>(req, collection, id)
    const fault = check ? acceptFault(check, code, reason) : 'FILE_WARNING_UNKNOWN'
    if (fault) refuse(fault)
    const at = new Date().toISOString()
    const accepted = [
      ...(check!.accepted ?? []).filter((accepted) => accepted.code !== code),
      { at, by: actorOf(req), code: String(code), reason: String(reason) },
    ]
    await req.payload.db.updateOne({ collection, data: { accepted }, id, req, returning: false })
    if (isOwnTransaction) await commitTransaction(req)
  } catch (error) {
    await killTransaction(req)
    throw error
  }
}

/** A page of a file as a picture, with what was found on it marked. */
export async function drawFindings(
  req: PayloadRequest,
  settings: PublishingSettings,
  id: ID,
  page: number,
  width: number,
): Promise<Uint8Array | undefined> {
  const { fileChecks, files } = settings.slugs
  const check = await findByID<StoredCheck>(req, fileChecks, id)
  const file = check && (await findByID<StoredFile>(req, files, check.file))
  if (!file || !settings.fileChecks) return undefined
  const marks = (check.findings ?? []).flatMap((finding) =>
    finding.page === page && finding.box ? [finding.box] : [],
  )
  return settings.fileChecks.draw(await bytesOf(req, files, file), page, { marks, width })
}

async function findByID<Row>(
  req: PayloadRequest,
  collection: CollectionSlug,
  id: ID,
): Promise<Row | undefined> {
  const where = { id: { equals: id } }
  return ((await req.payload.db.findOne({ collection, req, where })) as Row | null) ?? undefined
}

/** A stored file’s bytes, wherever the host keeps its uploads. */
export async function bytesOf(
  req: PayloadRequest,
  collection: CollectionSlug,
  file: Pick<StoredFile, 'filename' | 'id'>,
): Promise<Uint8Array> {
  const { upload } = req.payload.collections[collection]!.config
  const filename = file.filename ?? ''
  for (const handler of upload.handlers ?? []) {
    const answer = await handler(req, { doc: file as never, params: { collection, filename } })
    if (answer instanceof Response && answer.ok) return new Uint8Array(await answer.arrayBuffer())
  }
  return readFile(path.resolve(upload.staticDir ?? collection, filename))
}
