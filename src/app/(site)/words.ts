import { formatPartialDate } from 'payload-safeguarding-reviews/client'
import type { LeafletKind, PageSectionName, Progress } from 'payload-safeguarding-reviews/types'

import type { ReviewEntry } from './pageContent.ts'

/** What a section is called when the editors gave it no heading of its own, and must have one. */
export const sectionHeadings: Partial<Record<PageSectionName, string>> = {
  caseReviews: 'Case reviews',
}

export const leafletKinds: Record<LeafletKind, string> = {
  learningLeaflet: 'learning leaflet',
  sevenMinuteBriefing: '7-minute briefing',
  practiceBrief: 'practice brief',
  other: 'document',
}

export const progressWords: Record<Progress, string> = {
  notStarted: 'not started',
  inProgress: 'in progress',
  complete: 'complete',
}

/** Whether and where the report can be had, in a sentence. */
export const reportSentence = ({ reportAvailability, reportExpectedOn }: ReviewEntry): string =>
  ({
    published: 'The report is published.',
    onRequest: 'The report can be had on request.',
    nationalRepository: 'The report is in the national repository of published case reviews.',
    delayed: reportExpectedOn
      ? `Publication of the report is delayed; it is expected by ${formatPartialDate(reportExpectedOn)}.`
      : 'Publication of the report is delayed.',
    notPublished: 'The report is not published.',
    notStated: 'Whether the report can be had is not stated.',
  })[reportAvailability]

const fileKinds: Record<string, string> = {
  'application/pdf': 'PDF',
  'application/msword': 'Word document',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'Word document',
  'application/vnd.oasis.opendocument.text': 'OpenDocument text',
}

/** `(PDF, 1.2 MB)`: what a reader wants to know before following a link to a file. */
export function fileFacts(file: { filesize?: number | null; mimeType?: string | null }): string {
  const facts = [
    fileKinds[file.mimeType ?? ''] ?? (file.mimeType?.startsWith('image/') ? 'picture' : undefined),
    file.filesize ? sizeInWords(file.filesize) : undefined,
  ].filter(Boolean)
  return facts.length ? `(${facts.join(', ')})` : ''
}

const sizeInWords = (bytes: number): string =>
  bytes < 1_000_000
    ? `${Math.max(1, Math.round(bytes / 1000))} KB`
    : `${(bytes / 1_000_000).toFixed(1)} MB`
