import { privateNamesInTexts } from '../findings/privateNames.ts'
import { emptyCheck } from '../result.ts'
import { type CheckedFile, type FileCheck, finding } from '../types.ts'

/** A name of a storage or a stream inside of a compound file. */
const holds = (bytes: Buffer, name: string): boolean => bytes.includes(Buffer.from(name, 'utf16le'))

/**
 * An older Word file is not examined, and the check says so. What can be told from its bytes alone is told:
 * macros, encryption, and private names among the letters that stand in it.
 */
export function examineDoc({ bytes, privateNames }: CheckedFile): FileCheck {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (holds(buffer, 'EncryptedPackage')) return emptyCheck([finding('FILE_ENCRYPTED')])
  const hasMacros = holds(buffer, '_VBA_PROJECT') || holds(buffer, 'Macros')
  // A run of letters of one byte each, or of two, from either of both positions.
  const texts = [
    buffer.toString('latin1'),
    buffer.toString('utf16le'),
    buffer.subarray(1).toString('utf16le'),
  ].map((text) => ({ place: 'text', text: text.replace(/[^\p{L}\p{N}\p{P}\s]+/gu, ' • ') }))
  return emptyCheck([
    ...privateNamesInTexts(texts, privateNames),
    ...(hasMacros ? [finding('MACROS')] : []),
    finding('CANNOT_BE_EXAMINED'),
  ])
}
