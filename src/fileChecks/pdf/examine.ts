import { accessibilityFindings, figureFindings, isScan } from '../findings/accessibility.ts'
import { attachmentFindings } from '../findings/attachments.ts'
import { coveredImageFindings } from '../findings/coveredImages.ts'
import { hiddenTextFindings } from '../findings/hiddenText.ts'
import { locationFindings, propertyFindings } from '../findings/metadata.ts'
import {
  type OlderVersion,
  olderVersionFindings,
  placeOfVersion,
} from '../findings/olderVersions.ts'
import { once, privateNamesInTexts, privateNamesOnPage } from '../findings/privateNames.ts'
import type { PageAsRead } from '../asRead.ts'
import { boxOf } from '../boxes.ts'
import { emptyCheck, megabyte, tooLarge } from '../result.ts'
import { type CheckedFile, type FileCheck, type Finding, finding } from '../types.ts'
import {
  decryptedBytes,
  endsOfOlderVersions,
  openDocument,
  permitsReadingAloud,
  plainTextOf,
} from './document.ts'
import { type Engine, place, startEngine } from './engine.ts'
import { actionFindings, type DocumentData, picturesOf, readData } from './facts.ts'
import { readObjects } from './objects.ts'
import { readPage, withPage } from './page.ts'

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
    if (!engine.isOutOfMemory()) throw error
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

interface ReadPages {
  texts: string[]
  findings: Finding[]
  headings: number
  hasTags: boolean
  pagesWithoutText: number[]
}

/** Reads the pages one after the other, and keeps of each only its text and what was found. */
function examinePages(
  engine: Engine,
  document: number,
  pages: number,
  { privateNames }: CheckedFile,
  { hasHiddenLayers }: DocumentData,
  onProgress: (done: number, total: number) => void,
): ReadPages {
  const read: ReadPages = {
    texts: [],
    findings: [],
    headings: 0,
    hasTags: false,
    pagesWithoutText: [],
  }
  let comments = 0
  for (let index = 0; index < pages; index++) {
    const page = withPage(engine, document, index, (open) => {
      const page = readPage(engine, open)
      read.findings.push(
        ...privateNamesOnPage(page, privateNames),
        ...hiddenTextFindings(page, hasHiddenLayers),
        ...coveredImageFindings(page),
        ...redactionMarkFindings(page),
        ...figureFindings(page),
      )
      return page
    })
    onProgress(index + 1, pages)
    if (!page) {
      read.findings.push(finding('FILE_BROKEN', { page: index + 1 }))
      continue
    }
    read.texts.push(page.text.replace(/\u00AD(?:\r?\n)?/g, '').replace(/\r\n?/g, '\n'))
    read.headings += page.tags.headings
    read.hasTags ||= page.tags.areThere
    comments += page.annotations.filter(
      ({ kind, texts }) => kind === 'comment' && texts.Contents,
    ).length
    if (isScan(page)) read.pagesWithoutText.push(index + 1)
  }
  if (comments > 0) read.findings.push(finding('COMMENTS', { values: { count: comments } }))
  return read
}

/** Marks of what was to be redacted, and never was. */
const redactionMarkFindings = ({ annotations, number }: PageAsRead): Finding[] =>
  annotations
    .filter(({ kind }) => kind === 'redaction')
    .map(({ edges }) => finding('REDACTION_NOT_APPLIED', { page: number, box: boxOf(edges) }))

/** What the older versions inside of the file tell and the newest does not. */
function olderFindings(
  engine: Engine,
  address: number,
  ends: number[],
  newest: Pick<OlderVersion, 'text' | 'pictures'>,
  { bytes, limits, privateNames }: CheckedFile,
): Finding[] {
  const read = ends.slice(-limits.versions)
  const older = read.flatMap((end, index) => {
    const document = openDocument(engine, address, end)
    if (typeof document !== 'number') return []
    const text = plainTextOf(engine, document, limits.pages)
    engine.pdfium.FPDF_CloseDocument(document)
    const objects = readObjects(bytes.subarray(0, end), limits.unpackedMegabytes * megabyte)
    const number = ends.length - read.length + index + 1
    return { number, text, pictures: picturesOf(objects), data: readData(objects).texts }
  })
  const texts = older.flatMap(({ data, number, text }) => {
    const place = placeOfVersion(number)
    return [{ place, text }, ...data.map((one) => ({ place, text: one.text }))]
  })
  return [
    ...olderVersionFindings(newest, older),
    ...privateNamesInTexts(texts, privateNames),
    ...(read.length < ends.length
      ? [finding('CANNOT_BE_EXAMINED', { place: placeOfVersion(1) })]
      : []),
  ]
}
