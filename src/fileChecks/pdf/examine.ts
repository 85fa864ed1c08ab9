import { accessibilityFindings } from '../findings/accessibility.ts'
import { attachmentFindings } from '../findings/attachments.ts'
import { locationFindings, propertyFindings } from '../findings/metadata.ts'
import { once, privateNamesInTexts } from '../findings/privateNames.ts'
import { emptyCheck, megabyte, tooLarge } from '../result.ts'
import { type CheckedFile, type FileCheck, type Finding, finding } from '../types.ts'
import {
  decryptedBytes,
  endsOfOlderVersions,
  openDocument,
  permitsReadingAloud,
} from './document.ts'
import { type Engine, EngineMemoryError, place, startEngine } from './engine.ts'
import { actionFindings, type DocumentData, picturesOf, readData } from './facts.ts'
import { readObjects } from './objects.ts'
import { olderFindings } from './older.ts'
import { examinePages } from './pages.ts'

/** What is needed of a check besides the file. */
export interface Surroundings {
  onProgress: (done: number, total: number) => void
  /** Examines a file inside of the file. */
  examineInside: (file: CheckedFile) => Promise<FileCheck>
}

/** Examines a PDF: its pages one by one, then what stands beside them, then its older versions. */
export async function examinePdf(
  file: CheckedFile,
  { examineInside, onProgress }: Surroundings,
): Promise<FileCheck> {
  const engine = await startEngine(file.limits.megabytes)
  try {
    return await examineWith(engine, file, { examineInside, onProgress })
  } catch (error) {
    if (!(engine.isOutOfMemory() || error instanceof EngineMemoryError)) throw error
    const values = { megabytes: file.limits.megabytes }
    return emptyCheck([finding('CHECK_OUT_OF_MEMORY', { values })])
  }
}

async function examineWith(
  engine: Engine,
  file: CheckedFile,
  { examineInside, onProgress }: Surroundings,
): Promise<FileCheck> {
  const { bytes, limits } = file
  const address = place(engine, bytes)
  const document = openDocument(engine, address, bytes.length)
  if (document === 'encrypted') return emptyCheck([finding('FILE_ENCRYPTED')])
  if (document === 'broken') return emptyCheck([finding('FILE_BROKEN')])
  const pages = engine.pdfium.FPDF_GetPageCount(document)
  if (pages < 1) return emptyCheck([finding('FILE_BROKEN')])
  if (pages > limits.pages)
    return emptyCheck(
      [finding('TOO_MANY_PAGES', { values: { pages, limit: limits.pages } })],
      pages,
    )
  const isRepaired = !engine.pdfium.FPDF_DocumentHasValidCrossReferenceTable(document)
  const readsAloud = permitsReadingAloud(engine, document)
  const olderEnds = endsOfOlderVersions(engine, document, bytes)
  const objects = readObjects(
    (engine.pdfium.EPDF_IsEncrypted(document) && decryptedBytes(engine, document)) || bytes,
    limits.unpackedMegabytes * megabyte,
  )
  const data = readData(objects)
  const read = examinePages(engine, document, pages, file, data, onProgress)
  const text = read.texts.join('\n')
  return {
    pages,
    ...(data.language && { language: data.language }),
    ...(data.title && { title: data.title }),
    text,
    findings: [
      ...(isRepaired ? [finding('FILE_REPAIRED')] : []),
      ...read.findings,
      ...privateNamesInTexts(data.texts, file.privateNames),
      ...olderFindings(engine, address, olderEnds, { text, pictures: picturesOf(objects) }, file),
      ...actionFindings(objects),
      ...(await attachmentFindings(data.attachments, file, examineInside)),
      ...dataFindings(data),
      ...(objects.bytesLeft < 0 ? [tooLarge(limits)] : []),
      ...accessibilityFindings({
        pages,
        isTagged: engine.pdfium.FPDFCatalog_IsTagged(document) && read.hasTags,
        isTitleShown: data.isTitleShown,
        hasBookmarks: data.hasBookmarks,
        mayBeReadAloud: readsAloud,
        headings: read.headings,
        pagesWithoutText: read.pagesWithoutText,
        ...(data.title && { title: data.title }),
        ...(data.language && { language: data.language }),
      }),
    ],
    isTruncated: false,
  }
}

const dataFindings = ({ picturesWithLocation, properties }: DocumentData): Finding[] => [
  ...once(propertyFindings(properties)),
  ...locationFindings(picturesWithLocation > 0 ? ['picture'] : []),
]
