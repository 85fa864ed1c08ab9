import type { PayloadRequest, Where } from 'payload'

import type { PublishingSettings } from '../settings.ts'
import { bytesOf } from './fileBytes.ts'
import { findByID, type StoredCheck } from './fileChecks.ts'
import { readPrivateNames } from './privateNames.ts'

type ID = number | string

interface StoredFile {
  id: ID
  filename?: string | null
  mimeType?: string | null
  downloadName?: string | null
}

/** How often a check tells how far it has come, in milliseconds. */
const progressInterval = 1000

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
