import type { CollectionBeforeChangeHook } from 'payload'

import { fileFactsOf } from '../operations/fileFacts.ts'

/** What the system knows of a file, which no caller may set. */
const facts = [
  'filename',
  'downloadName',
  'sha256',
  'mimeType',
  'filesize',
  'width',
  'height',
  'focalX',
  'focalY',
  'url',
  'thumbnailURL',
  'sizes',
]

/** Keeps the facts of a stored file as they are; a new file is private until something public refers to it. */
export const keepFileFactsBeforeChange: CollectionBeforeChangeHook = ({
  data,
  operation,
  originalDoc,
  req,
}) => {
  if (operation === 'create') {
    const known = fileFactsOf(req, data.filename)
    return { ...data, ...known, isPublic: false, deletedAt: null }
  }
  for (const fact of facts) if (originalDoc && fact in originalDoc) data[fact] = originalDoc[fact]
  // Left out, not written as it was read: a publication may be opening the file at this moment.
  delete data.isPublic
  return data
}
