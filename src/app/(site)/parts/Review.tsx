import { formatPartialDate } from 'payload-safeguarding-reviews/client'
import type { ReactNode } from 'react'

import type { ReviewEntry } from '../pageContent.ts'
import { progressWords } from '../words.ts'
import { ChangeNotes } from './ChangeNotes.tsx'
import { Leaflets } from './Documents.tsx'
import { Prose } from './Prose.tsx'
import { Recommendations } from './Recommendations.tsx'
import { Report } from './Report.tsx'

const headingLevel = 3

/** One review, under the heading that partnerships give it: date, type, name. */
export function Review({ review }: { review: ReviewEntry }) {
  const { actionPlan, changeNotes, improvements, learning, leaflets, publishedBy } = review
  const prose = { below: headingLevel + 1 }
  return (
    <article aria-labelledby={review.slug} className="review">
      <h3 id={review.slug}>
        {review.publishedOn && (
          <>
            <time dateTime={review.publishedOn}>{formatPartialDate(review.publishedOn)}</time>
            {' – '}
          </>
        )}
        {review.reviewTypeLabel && `${review.reviewTypeLabel} – `}
        {review.name}
      </h3>
      {publishedBy?.body === 'anotherBody' && publishedBy.name && (
        <p className="facts">
          Published by{' '}
          {publishedBy.url ? <a href={publishedBy.url}>{publishedBy.name}</a> : publishedBy.name}
        </p>
      )}
      <Prose below={headingLevel} text={review.summary} />
      <Part heading="Learning" isThere={learning}>
        <Prose {...prose} text={learning} />
      </Part>
      <Part heading="Underlying reasons" isThere={review.underlyingReasons}>
        <Prose {...prose} text={review.underlyingReasons} />
      </Part>
      <Part heading="Recommendations" isThere={review.recommendations.length}>
        <Recommendations recommendations={review.recommendations} />
      </Part>
      <Part heading="Improvements to be made" isThere={improvements}>
        <Prose {...prose} text={improvements} />
      </Part>
      <Part heading="Action plan" isThere={actionPlan && Object.values(actionPlan).some(Boolean)}>
        <Prose {...prose} text={actionPlan?.text ?? null} />
        <p className="facts">
          {[
            actionPlan?.status && `Status: ${progressWords[actionPlan.status]}`,
            actionPlan?.monitoredBy && `Monitored by: ${actionPlan.monitoredBy}`,
            actionPlan?.updatedOn && `As of ${formatPartialDate(actionPlan.updatedOn)}`,
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
      </Part>
      <Part heading="Report" isThere>
        <Report review={review} />
      </Part>
      <Part heading="Leaflets" isThere={leaflets.docs.length}>
        <Leaflets below={headingLevel + 1} leaflets={leaflets.docs} />
      </Part>
      {review.themes.length > 0 && (
        <p className="facts">Themes: {review.themes.map(({ name }) => name).join(', ')}</p>
      )}
      {review.related.length > 0 && (
        <p className="facts">
          See also:{' '}
          {review.related.map(({ name, slug }, index) => (
            <span key={slug}>
              {index > 0 && ', '}
              <a href={`/#${slug}`}>{name}</a>
            </span>
          ))}
        </p>
      )}
      <ChangeNotes notes={changeNotes} />
    </article>
  )
}

/** A part of the review, left out when there is nothing in it. */
const Part = ({
  children,
  heading,
  isThere,
}: {
  children: ReactNode
  heading: string
  isThere: unknown
}) =>
  isThere ? (
    <div className="part">
      <h4>{heading}</h4>
      {children}
    </div>
  ) : null
