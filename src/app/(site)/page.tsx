import type { Metadata } from 'next'

import { EmptyPage } from './parts/EmptyPage.tsx'
import { FrameworkDocuments, Leaflets } from './parts/Documents.tsx'
import { Review } from './parts/Review.tsx'
import { Section } from './parts/Section.tsx'
import { arrange } from './arrange.ts'
import { readPage } from './readPage.ts'

// Drawn anew for each reader: what was withdrawn a moment ago must not be shown, and a build has no database.
export const dynamic = 'force-dynamic'

export const metadata: Metadata = {
  title: 'Case reviews and learning',
  description: 'Case reviews of the partnership, and what was learned from them.',
}

/** The partnership's page, drawn from one GraphQL query. */
export default async function CaseReviewsPage() {
  const content = await readPage()
  const { heading, sections, furtherDocuments, furtherLeaflets, reviews } = arrange(content)
  const isEmpty = sections.length + furtherDocuments.length + furtherLeaflets.length === 0
  return (
    <>
      <h1>{heading}</h1>
      {isEmpty && <EmptyPage />}
      {sections.map(({ documents, heading, name, text }) => (
        <Section heading={heading} key={name} name={name} text={text}>
          {documents.length > 0 && <FrameworkDocuments below={2} documents={documents} />}
          {name === 'caseReviews' &&
            reviews.map((review) => <Review key={review.slug} review={review} />)}
        </Section>
      ))}
      {furtherLeaflets.length > 0 && (
        <Section heading="Further leaflets" name="leaflets">
          <Leaflets below={2} leaflets={furtherLeaflets} />
        </Section>
      )}
      {furtherDocuments.length > 0 && (
        <Section heading="Further documents" name="documents">
          <FrameworkDocuments below={2} documents={furtherDocuments} />
        </Section>
      )}
    </>
  )
}
