import { type CollectionSlug, createLocalReq, type Payload, type PayloadRequest } from 'payload'

import { type FileCheckRecord, passedEverywhere } from '../rules/fileChecks.ts'
import type { Reference } from '../rules/references.ts'
import type { PublishingSettings } from '../settings.ts'
import { jobOf, queueJobs } from './jobs.ts'

type ID = number | string

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

/** For whom a file is looked over: what else is in it than private names, anybody may know. */
export interface CheckedFor {
  publication?: Reference | undefined
  /** Of the list of private names. */
  hash: string
}

/** For no publication, so that no names are looked for. */
export const forNobody: CheckedFor = { hash: '' }

/** The task of Payload’s queue that checks a file. */
export const checkFileTask = 'checkFile'

/** How long a check that is under way may say nothing: longer than it may take. */
const silence = 3 * 60 * 1000

/** True when whoever was about to check is gone, as after a crash. */
const isAbandoned = ({ state, updatedAt }: StoredCheck, now: Date): boolean =>
  state !== 'finished' && now.getTime() - new Date(updatedAt).getTime() > silence

/** The check of each of some files for a publication, as its list of private names is now. */
export async function findChecks(
  req: PayloadRequest,
  { slugs }: PublishingSettings,
  files: ID[],
  { hash }: CheckedFor,
): Promise<Map<string, StoredCheck>> {
  if (files.length === 0) return new Map()
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
    sort: 'id',
    where: { and: [{ file: { in: files } }, { names: { equals: hash } }] },
  })
  // Two requests at once may both have asked for it; one of the two that is finished says it all.
  const finishedLast = docs.toSorted(
    (a, b) => Number(a.state === 'finished') - Number(b.state === 'finished'),
  )
  return new Map(finishedLast.map((check) => [String(check.file), check]))
}

/** Asks for the check of a new file: a job of its own, which begins as soon as the file is there to stay. */
export async function askForCheck(
  req: PayloadRequest,
  settings: PublishingSettings,
  file: ID,
  whom: CheckedFor,
): Promise<void> {
  await begin(req, await createCheck(req, settings, file, whom))
}

/**
 * Sees to it that a file is checked: asks where nobody has, as for a file that is older than the list of names,
 * and again where nobody carries on. Nobody waits for it, for the request may only read, or be rolled back.
 */
export function seeToCheck(
  { payload }: PayloadRequest,
  settings: PublishingSettings,
  file: ID,
  whom: CheckedFor,
  check: StoredCheck | undefined,
): void {
  if (check && !isAbandoned(check, new Date())) return
  const ask = async () => {
    const req = await createLocalReq({}, payload)
    if (check) await setWaiting(payload, settings, check.id)
    await (check ? begin(req, check.id) : askForCheck(req, settings, file, whom))
  }
  ask().catch((err: unknown) => payload.logger.error({ err, msg: failed }))
}

const failed = 'A file could not be checked.'

/** Makes the record of a check that is to come. */
export async function createCheck(
  req: PayloadRequest,
  { slugs }: PublishingSettings,
  file: ID,
  { hash, publication }: CheckedFor,
): Promise<ID> {
  const collection = slugs.fileChecks
  // What a person said of the same bytes still holds.
  const { docs } = await req.payload.db.find<StoredCheck>({
    collection,
    limit: 1,
    pagination: false,
    req,
    select: { accepted: true },
    sort: '-createdAt',
    where: { file: { equals: file } },
  })
  const accepted = passedEverywhere(docs[0]?.accepted ?? [])
  const { id } = await req.payload.db.create({
    collection,
    data: { accepted, file, findings: [], names: hash, publication, state: 'waiting' },
    req,
  })
  return id
}

const begin = (req: PayloadRequest, check: ID): Promise<void> =>
  queueJobs(req, checkFileTask, [inputOf(check)], { failed })

const inputOf = (check: ID) => ({ check: String(check) })

const setWaiting = ({ db }: Payload, { slugs }: PublishingSettings, id: ID) =>
  db.updateOne({
    collection: slugs.fileChecks,
    data: { state: 'waiting', updatedAt: new Date().toISOString() },
    id,
    returning: false,
  })

/** At the start of an app: puts checks into the queue again that nobody carries on any more. */
export async function resumeChecks(payload: Payload, settings: PublishingSettings): Promise<void> {
  const { docs } = await payload.db.find<StoredCheck>({
    collection: settings.slugs.fileChecks,
    limit: 1000,
    pagination: false,
    where: { state: { not_equals: 'finished' } },
  })
  const now = new Date()
  for (const { id } of docs.filter((check) => isAbandoned(check, now))) {
    await setWaiting(payload, settings, id)
    await payload.jobs.queue(jobOf(checkFileTask, inputOf(id)))
  }
}

/** A record by its id. */
export async function findByID<Row>(
  req: PayloadRequest,
  collection: CollectionSlug,
  id: ID,
): Promise<Row | undefined> {
  const where = { id: { equals: id } }
  return ((await req.payload.db.findOne({ collection, req, where })) as Row | null) ?? undefined
}
