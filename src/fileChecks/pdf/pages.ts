import type { PageAsRead } from '../asRead.ts'
import { boxOf } from '../boxes.ts'
import { figureFindings, isScan } from '../findings/accessibility.ts'
import { coveredImageFindings } from '../findings/coveredImages.ts'
import { hiddenTextFindings } from '../findings/hiddenText.ts'
import { privateNamesOnPage } from '../findings/privateNames.ts'
import { type CheckedFile, type Finding, finding } from '../types.ts'
import type { Engine } from './engine.ts'
import type { DocumentData } from './facts.ts'
import { withPage } from './openPage.ts'
import { readPage } from './page.ts'

export interface ReadPages {
  texts: string[]
  findings: Finding[]
  headings: number
  hasTags: boolean
  pagesWithoutText: number[]
}

/** Reads the pages one after the other, and keeps of each only its text and what was found. */
export function examinePages(
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
      read.findings = read.findings.concat(
        privateNamesOnPage(page, privateNames),
        hiddenTextFindings(page, hasHiddenLayers),
        coveredImageFindings(page),
        redactionMarkFindings(page),
        figureFindings(page),
        page.isCut ? finding('CANNOT_BE_EXAMINED', { page: page.number }) : [],
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
