import { createHash, randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'

import { fileTypeFromBuffer, fileTypeFromFile } from 'file-type'
import type { CollectionBeforeOperationHook, PayloadRequest } from 'payload'

import { invalid, Refusal, say } from '../errors.ts'
import { noteFileFacts } from '../operations/fileFacts.ts'
import { compoundFile, downloadNameOf, fileViolations, typeOfCompoundFile } from '../rules/files.ts'

type UploadedFile = NonNullable<PayloadRequest['file']>

async function typeOf({ data, tempFilePath }: UploadedFile) {
  const type = await (tempFilePath ? fileTypeFromFile(tempFilePath) : fileTypeFromBuffer(data))
  if (type?.mime !== compoundFile) return type
  return typeOfCompoundFile(tempFilePath ? await readFile(tempFilePath) : data) ?? type
}

async function sha256Of({ data, tempFilePath }: UploadedFile): Promise<string> {
  const hash = createHash('sha256')
  for await (const part of tempFilePath ? createReadStream(tempFilePath) : [data]) hash.update(part)
  return hash.digest('hex')
}

/**
 * Accepts a new file by its content and its size, and stores it under a name that tells nothing and cannot be
 * guessed. An uploaded file's bytes never change afterwards: Payload removes the old file before any later
 * hook could refuse, so this is the place to refuse.
 */
export const acceptFileBeforeOperation =
  (maxBytes: number): CollectionBeforeOperationHook =>
  async ({ args, collection: { slug }, operation, req }) => {
    if (operation === 'update' && (req.file || req.query?.uploadEdits)) {
      const { id } = args as { id?: number | string }
      throw new Refusal(say(req, 'FILE_IS_FIXED'), { code: 'FILE_IS_FIXED', collection: slug, id })
    }
    if (operation !== 'create' || !req.file) return args
    const { data } = args as { data: Record<string, unknown> }
    const type = await typeOf(req.file)
    const violations = fileViolations({ mime: type?.mime, bytes: req.file.size, maxBytes })
    if (violations.length) throw invalid(req, slug, violations)
    data.title ||= req.file.name.replace(/\.\w+$/, '')
    const name = `${randomUUID()}.${type!.ext}`
    noteFileFacts(req, name, {
      downloadName: downloadNameOf(req.file.name, type!.ext),
      sha256: await sha256Of(req.file),
    })
    req.file = { ...req.file, name, mimetype: type!.mime }
    return args
  }
