import type { CollectionBeforeChangeHook } from 'payload'

import { downloadNameFor } from '../operations/downloadNames.ts'

/** What the system knows of a file, which no caller may set. */
const facts = ['filename', 'downloadName', 'mimeType', 'filesize', 'url', 'sizes']

/** Keeps the facts of a stored file as they are; a new file is private until something public refers to it. */
export const keepFileFactsBeforeChange: CollectionBeforeChangeHook = ({
  data,
  operation,
  originalDoc,
  req,
}) => {
  if (operation === 'create') {
    const downloadName = downloadNameFor(req, data.filename)
    return { ...data, downloadName, isPublic: false, deletedAt: null }
  }
  for (const fact of facts) if (originalDoc && fact in originalDoc) data[fact] = originalDoc[fact]
  // Left out, not written as it was read: a publication may be opening the file at this moment.
  delete data.isPublic
  return data
}
