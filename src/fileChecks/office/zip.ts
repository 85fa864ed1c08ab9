import { unzipSync } from 'fflate'

/** The files of an archive by their path. */
export type Archive = Record<string, Uint8Array>

/** Files in one archive: more than this no document has. */
const mostFiles = 10_000

/**
 * Unpacks an archive. What it says of the size of its files is believed only as a limit: unpacking stops there.
 *
 * @returns 'too large' when it holds more than may be unpacked, 'broken' when it cannot be read
 */
export function openArchive(bytes: Uint8Array, maxBytes: number): Archive | 'broken' | 'too large' {
  let [left, files] = [maxBytes, mostFiles]
  try {
    const archive = unzipSync(bytes, {
      filter: ({ originalSize }) => {
        left -= originalSize
        files--
        if (left < 0 || files < 0) throw new RangeError('The archive is too large')
        return true
      },
    })
    return archive
  } catch {
    return left < 0 || files < 0 ? 'too large' : 'broken'
  }
}

export const textAt = (archive: Archive, path: string): string =>
  path in archive ? Buffer.from(archive[path]!).toString('utf8') : ''
