import { allocate, askText, type Engine, memoryOf, release } from './engine.ts'

/** The engine's numbers for why it cannot open a file. */
const needsPassword = 4
const unknownSecurity = 5

/** Bits of what a file permits: copy its text (the older one), read it aloud. */
const mayCopy = 1 << 4
const mayBeReadAloud = 1 << 9

/** A hyphen at the end of a line, for which the engine writes a character of its own. */
const softHyphen = '\u00AD'

/** Opens a document whose bytes lie in the engine's memory. */
export function openDocument(
  { pdfium }: Engine,
  address: number,
  bytes: number,
): number | 'encrypted' | 'broken' {
  const document = pdfium.FPDF_LoadMemDocument(address, bytes, '')
  if (document !== 0) return document
  const error = pdfium.FPDF_GetLastError()
  return error === needsPassword || error === unknownSecurity ? 'encrypted' : 'broken'
}

/** Whether software may read a document aloud, as far as the document forbids things at all. */
export function permitsReadingAloud({ pdfium }: Engine, document: number): boolean {
  if (!pdfium.EPDF_IsEncrypted(document)) return true
  const bit = pdfium.FPDF_GetSecurityHandlerRevision(document) < 3 ? mayCopy : mayBeReadAloud
  return (pdfium.FPDF_GetDocUserPermissions(document) & bit) !== 0
}

/** The bytes of the document without its encryption: its strings and streams can then be read. */
export function decryptedBytes(engine: Engine, document: number): Uint8Array | undefined {
  const { pdfium } = engine
  if (!pdfium.EPDF_RemoveEncryption(document)) return undefined
  const writer = pdfium.PDFiumExt_OpenFileWriter()
  try {
    pdfium.PDFiumExt_SaveAsCopy(document, writer)
    const size = pdfium.PDFiumExt_GetFileWriterSize(writer)
    const copy = allocate(engine, size)
    pdfium.PDFiumExt_GetFileWriterData(writer, copy, size)
    const bytes = memoryOf(engine).HEAPU8.slice(copy, copy + size)
    release(engine, copy)
    return bytes
  } finally {
    pdfium.PDFiumExt_CloseFileWriter(writer)
  }
}

/**
 * After how many bytes each version of the document ends, the newest left out. A file made for quick viewing
 * begins with a part that has an end of its own and is no version.
 */
export function endsOfOlderVersions(engine: Engine, document: number, bytes: Uint8Array): number[] {
  const { pdfium } = engine
  const count = pdfium.FPDF_GetTrailerEnds(document, 0, 0)
  if (count < 2) return []
  const buffer = allocate(engine, count * 4)
  pdfium.FPDF_GetTrailerEnds(document, buffer, count)
  const ends = [...memoryOf(engine).HEAPU32.subarray(buffer / 4, buffer / 4 + count)].sort(
    (a, b) => a - b,
  )
  release(engine, buffer)
  const beginning = Buffer.from(bytes.subarray(0, 2048)).toString('latin1')
  return ends.slice(/\/Linearized\b/.test(beginning) ? 1 : 0, -1)
}

/** The text of all pages of a document, without places. */
export function plainTextOf(engine: Engine, document: number, mostPages: number): string {
  const { pdfium } = engine
  const texts: string[] = []
  const count = Math.min(mostPages, pdfium.FPDF_GetPageCount(document))
  for (let index = 0; index < count; index++) {
    const page = pdfium.FPDF_LoadPage(document, index)
    if (page === 0) continue
    const textPage = pdfium.FPDFText_LoadPage(page)
    if (textPage !== 0) {
      const characters = pdfium.FPDFText_CountChars(textPage)
      texts.push(askPageText(engine, textPage, characters))
      pdfium.FPDFText_ClosePage(textPage)
    }
    pdfium.FPDF_ClosePage(page)
  }
  return texts.join('\n')
}

function askPageText(engine: Engine, textPage: number, characters: number): string {
  if (characters <= 0) return ''
  const ask = (buffer: number, bytes: number) =>
    buffer === 0
      ? (characters + 1) * 2
      : engine.pdfium.FPDFText_GetText(textPage, 0, characters, buffer) && bytes
  return askText(engine, ask)
    .replaceAll(/\uFFFE/g, softHyphen)
    .replaceAll('\u0002', softHyphen)
}
