import { deflateSync } from 'node:zlib'

import { strToU8, zipSync } from 'fflate'

import { firstExtra, makePdf, stream, text } from './pdf.ts'

const megabyte = 1024 * 1024

/** A PDF with as many pages as are asked for, each with a line of text. */
export const manyPages = (count: number): Buffer =>
  makePdf({
    pages: Array.from({ length: count }, (_, index) => text(`Page ${index + 1}`, 50, 700)),
    hasBookmarks: true,
  })

/** A Word file that unpacks to many times its size. */
export const archiveBomb = (megabytes: number): Uint8Array =>
  zipSync({
    '[Content_Types].xml': strToU8(
      '<Types><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    ),
    'word/document.xml': new Uint8Array(megabytes * megabyte),
  })

/** A PDF with a packed list of objects that unpacks to many times its size. */
export const streamBomb = (megabytes: number): Buffer =>
  makePdf({
    pages: [text('Nothing here.', 50, 700)],
    extra: [
      stream(
        '/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode',
        deflateSync(Buffer.alloc(megabytes * megabyte, ' ')),
      ),
    ],
  })

/** A PDF in which groups draw groups, ten thousand for each page: reading it takes longer than anybody waits. */
export const endless = (): Buffer => {
  const depth = 5
  const group = (index: number) =>
    stream(
      `/Type /XObject /Subtype /Form /BBox [0 0 600 900] /Resources << /Font << /F 3 0 R >> /XObject << /Next ${firstExtra + index + 1} 0 R >> >>`,
      index === depth - 1 ? text('Again', 50, 700) : '/Next Do '.repeat(10),
    )
  return makePdf({
    pages: Array.from({ length: 900 }, () => ({
      content: '/Next Do',
      resources: `/XObject << /Next ${firstExtra} 0 R >>`,
    })),
    extra: Array.from({ length: depth }, (_, index) => group(index)),
  })
}
