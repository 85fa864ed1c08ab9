import type {
  FrameworkDocumentKind,
  PageSectionName,
  RichText,
} from 'payload-safeguarding-reviews/types'

import {
  type FrameworkDocumentEntry,
  type LeafletEntry,
  type PageContent,
  type ReviewEntry,
  sectionNames,
} from './pageContent.ts'
import { sectionHeadings } from './words.ts'

interface ArrangedSection {
  name: PageSectionName
  heading?: string
  text: RichText | null
  documents: FrameworkDocumentEntry[]
}

interface ArrangedPage {
  heading: string
  sections: ArrangedSection[]
  reviews: ReviewEntry[]
  /** Leaflets that no review on the page lists. */
  furtherLeaflets: LeafletEntry[]
  /** Framework documents that belong to no section on the page. */
  furtherDocuments: FrameworkDocumentEntry[]
}

/** The section of the page under which a framework document stands. */
const sectionOf: Record<FrameworkDocumentKind, PageSectionName | undefined> = {
  localGuidance: 'localGuidance',
  learningAndImprovementFramework: 'learningAndImprovementFramework',
  nationalRepository: 'nationalRepository',
  statutoryGuidance: 'introduction',
  other: undefined,
}

/** Puts the answer of the one query in the order of the page, so that everything in it stands there once. */
export function arrange({
  CaseReviewsPage: page,
  FrameworkDocuments: { docs: documents },
  Leaflets: { docs: leaflets },
  Reviews: { docs: reviews },
}: PageContent): ArrangedPage {
  const order = page?.sectionOrder?.length ? page.sectionOrder : [...sectionNames]
  const placeOf = ({ kind }: FrameworkDocumentEntry) => (kind ? sectionOf[kind] : undefined)
  const sections = order
    .map((name) => {
      const text = page?.[name]?.text ?? null
      return {
        name,
        heading: page?.[name]?.heading ?? sectionHeadings[name],
        text,
        documents: documents.filter(
          (document) => placeOf(document) === name && !isLinkedIn(text, document),
        ),
      }
    })
    .filter(
      ({ documents, name, text }) =>
        text || documents.length || (name === 'caseReviews' && reviews.length),
    )
  const listsReviews = sections.some(({ name }) => name === 'caseReviews')
  const shownLeaflets = new Set(
    listsReviews ? reviews.flatMap((review) => review.leaflets.docs.map(({ slug }) => slug)) : [],
  )
  return {
    heading: page?.heading || 'Case reviews and learning',
    sections,
    reviews,
    furtherLeaflets: leaflets.filter(({ slug }) => !shownLeaflets.has(slug)),
    furtherDocuments: documents.filter((document) => {
      const place = placeOf(document)
      return !place || !order.includes(place)
    }),
  }
}

/** True when the section's own text already leads to all that there is of the document. */
const isLinkedIn = (text: RichText | null, { body, file, link, summary }: FrameworkDocumentEntry) =>
  Boolean(text && link && !body && !file && !summary) &&
  JSON.stringify(text).includes(JSON.stringify(link))
