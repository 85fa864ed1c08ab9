import { crc32, deflateSync } from 'node:zlib'

import type { Bitmap } from './picture.ts'

/** Eight bits for each of red, green and blue. */
const header = [8, 2, 0, 0, 0]

function chunk(name: string, content: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), content])
  const framed = Buffer.alloc(named.length + 8)
  framed.writeUInt32BE(content.length)
  named.copy(framed, 4)
  framed.writeUInt32BE(crc32(named), named.length + 4)
  return framed
}

/** A bitmap as PNG. */
export function encodePNG({ bytes, height, width }: Bitmap): Uint8Array<ArrayBuffer> {
  const rows = Buffer.alloc(height * (width * 3 + 1))
  for (let y = 0, at = 0; y < height; y++) {
    // No filter.
    rows[at++] = 0
    for (let x = 0; x < width; x++) {
      const from = (y * width + x) * 4
      rows[at++] = bytes[from + 2]!
      rows[at++] = bytes[from + 1]!
      rows[at++] = bytes[from]!
    }
  }
  const extent = Buffer.alloc(8)
  extent.writeUInt32BE(width)
  extent.writeUInt32BE(height, 4)
  return new Uint8Array(
    Buffer.concat([
      Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
      chunk('IHDR', Buffer.concat([extent, Buffer.from(header)])),
      chunk('IDAT', deflateSync(rows)),
      chunk('IEND', Buffer.alloc(0)),
    ]),
  )
}
