import { formatPartialDate } from 'payload-safeguarding-reviews/client'

import type { Recommendation } from '../pageContent.ts'
import { progressWords } from '../words.ts'

/** What is required of whom and by when, and what became of it. */
export const Recommendations = ({ recommendations }: { recommendations: Recommendation[] }) => (
  <ol>
    {recommendations.map(({ agencies, dueBy, id, recommendation, response, status }) => (
      <li key={id}>
        <p>{recommendation}</p>
        <p className="facts">
          {[
            agencies.length > 0 && `For: ${agencies.map(({ name }) => name).join(', ')}`,
            dueBy && `By ${formatPartialDate(dueBy)}`,
            status && `Status: ${progressWords[status]}`,
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
        {response && <p>Response: {response}</p>}
      </li>
    ))}
  </ol>
)
