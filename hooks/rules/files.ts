import { type Violation, violation } from './violation.ts'

const word97 = { mime: 'application/msword', ext: 'doc' }

/** The kinds of file that the work needs, by what their content says they are. */
export const acceptedMimeTypes = [
  'application/pdf',
  word97.mime,
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.oasis.opendocument.text',
  'image/png',
  'image/jpeg',
  'image/webp',
]

/** What type detection says of an older Word file, and of installers, mails and spreadsheets besides. */
export const compoundFile = 'application/x-cfb'

/** Tells an older Word file from other compound files: only it has a stream named WordDocument. */
export const typeOfCompoundFile = (bytes: Buffer) =>
  bytes.includes(Buffer.from('WordDocument', 'utf16le')) ? word97 : undefined

const megabytes = (bytes: number) => Math.ceil(bytes / 1024 / 1024)

/**
 * What speaks against a file.
 *
 * @param mime what its first bytes say it is; undefined when they say nothing
 */
export function fileViolations(file: {
  mime: string | undefined
  bytes: number
  maxBytes: number
}): Violation[] {
  const { bytes, maxBytes, mime } = file
  if (bytes > maxBytes)
    return [
      violation('file', 'FILE_TOO_LARGE', { size: megabytes(bytes), limit: megabytes(maxBytes) }),
    ]
  if (!mime || !acceptedMimeTypes.includes(mime))
    return [violation('file', 'FILE_TYPE_REFUSED', { found: mime ?? 'a file of no known type' })]
  return []
}

/** The name under which a reader's browser saves the file: the editor's, without a path, with a true ending. */
export const downloadNameOf = (name: string, extension: string): string => {
  const stem = name.replace(/^.*[/\\]/, '').replace(/\.[^.]*$/, '')
  return `${stem.replace(/[\p{Cc}<>:"|?*]/gu, '').trim() || 'document'}.${extension}`
}
