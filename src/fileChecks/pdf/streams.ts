import { inflateSync, constants } from 'node:zlib'

/** A stream is larger unpacked than a check may hold. */
export class TooLargeError extends Error {}

/**
 * The content of a stream that is packed with Flate or written as ASCII, or not packed at all.
 *
 * @returns undefined when it is packed in another way
 */
export function unpacked(
  bytes: Uint8Array,
  filters: string[],
  maxBytes: number,
): Uint8Array | undefined {
  let content: Uint8Array | undefined = bytes
  for (const filter of filters) {
    content &&= filters.length > 4 ? undefined : unpackedOnce(content, filter, maxBytes)
  }
  return content
}

function unpackedOnce(bytes: Uint8Array, filter: string, maxBytes: number): Uint8Array | undefined {
  if (filter === 'FlateDecode' || filter === 'Fl') return inflated(bytes, maxBytes)
  if (filter !== 'ASCIIHexDecode' && filter !== 'AHx') return undefined
  const digits = Buffer.from(bytes).toString('latin1').replace(/>.*$/s, '').replace(/\s+/g, '')
  return Buffer.from(digits, 'hex')
}

function inflated(bytes: Uint8Array, maxOutputLength: number): Uint8Array | undefined {
  try {
    // A stream that is cut short is read as far as it goes.
    return inflateSync(bytes, { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE')
      throw new TooLargeError('The stream is larger unpacked than may be read', { cause: error })
    return undefined
  }
}
