import { partialDate } from 'payload-safeguarding-reviews/client'
import type {
  ChangeNote,
  DatePrecision,
  FrameworkDocument,
  Leaflet,
  PublicDocument,
  PublishedFile,
  Related,
  Review,
} from 'payload-safeguarding-reviews/types'

import type {
  ChangeNote as ChangeNoteEntry,
  DocumentEntry,
  FileEntry,
  FrameworkDocumentEntry,
  LeafletEntry,
  ReviewEntry,
} from '../pageContent.ts'

/** A review as REST answers it, in the form in which the page draws it. What a draft leaves open stays open. */
export const reviewFrom = (review: Review): ReviewEntry => ({
  slug: review.slug ?? 'draft',
  name: review.name ?? 'No name yet',
  reviewType: review.reviewType,
  reviewTypeLabel: review.reviewTypeLabel ?? null,
  publishedOn: publishedOn(review),
  publishedBy: review.publishedBy
    ? {
        body: review.publishedBy.body ?? null,
        name: review.publishedBy.name ?? null,
        url: review.publishedBy.url ?? null,
      }
    : null,
  reviewer: review.reviewer ?? null,
  summary: review.summary ?? null,
  learning: review.learning ?? null,
  underlyingReasons: review.underlyingReasons ?? null,
  improvements: review.improvements ?? null,
  recommendations: (review.recommendations ?? []).map((entry, index) => ({
    id: idOf(entry, index),
    recommendation: entry.recommendation ?? null,
    agencies: filledIn(entry.agencies),
    dueBy: day(entry.dueBy),
    status: entry.status ?? null,
    response: entry.response ?? null,
  })),
  actionPlan: review.actionPlan
    ? {
        status: review.actionPlan.status ?? null,
        monitoredBy: review.actionPlan.monitoredBy ?? null,
        text: review.actionPlan.text ?? null,
        updatedOn: day(review.actionPlan.updatedOn),
      }
    : null,
  reportAvailability: review.reportAvailability,
  reportFile: fileFrom(review.reportFile),
  reportLink: review.reportLink ?? null,
  reportReason: review.reportReason ?? null,
  reportExpectedOn: day(review.reportExpectedOn),
  repositoryRecord: review.repositoryRecord
    ? {
        url: review.repositoryRecord.url ?? null,
        accessionNumber: review.repositoryRecord.accessionNumber ?? null,
      }
    : null,
  themes: filledIn(review.themes).map(named),
  leaflets: { docs: filledIn(review.leaflets?.docs).map(leafletFrom) },
  related: filledIn(review.related).map(named),
  changeNotes: notesFrom(review.changeNotes),
})

export const leafletFrom = (leaflet: Leaflet): LeafletEntry => ({
  ...documentFrom(leaflet),
  kind: leaflet.kind ?? null,
  themes: filledIn(leaflet.themes).map(named),
})

export const frameworkDocumentFrom = (document: FrameworkDocument): FrameworkDocumentEntry => ({
  ...documentFrom(document),
  kind: document.kind ?? null,
  edition: document.edition ?? null,
})

const documentFrom = (document: PublicDocument): DocumentEntry => ({
  slug: document.slug ?? 'draft',
  title: document.title ?? 'No title yet',
  publishedOn: publishedOn(document),
  summary: document.summary ?? null,
  body: document.body ?? null,
  file: fileFrom(document.file),
  link: document.link ?? null,
  changeNotes: notesFrom(document.changeNotes),
})

interface Dated {
  publishedOn?: string | null
  publishedOnPrecision?: DatePrecision | null
}

/** As far as it is known, as GraphQL answers it. */
const publishedOn = ({ publishedOn, publishedOnPrecision }: Dated): string | null =>
  publishedOn ? partialDate(publishedOn, publishedOnPrecision ?? 'day') : null

const day = (stored: string | null | undefined): string | null => stored?.slice(0, 10) ?? null

/** Of what a document refers to, that which readers get; of the rest there is only an id. */
const filledIn = <Document extends object>(
  related: Related<Document>[] | null | undefined,
): Document[] => (related ?? []).filter(isFilledIn)

const isFilledIn = <Document extends object>(related: Related<Document>): related is Document =>
  typeof related === 'object' && related !== null

const named = ({ name, slug }: { name: string; slug?: string | null }) => ({
  name,
  slug: slug ?? '',
})

const fileFrom = (file: Related<PublishedFile> | null | undefined): FileEntry | null =>
  file && isFilledIn(file) && file.url
    ? {
        title: file.title ?? null,
        description: file.description ?? null,
        language: file.language ?? null,
        url: file.url,
        mimeType: file.mimeType ?? null,
        filesize: file.filesize ?? null,
      }
    : null

const notesFrom = (notes: ChangeNote[] | null | undefined): ChangeNoteEntry[] =>
  (notes ?? []).map((entry, index) => ({
    id: idOf(entry, index),
    date: day(entry.date),
    note: entry.note ?? null,
  }))

const idOf = (entry: object, index: number): string =>
  'id' in entry ? String(entry.id) : String(index)
