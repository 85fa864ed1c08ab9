'use client'

import type { Difference } from './differences.ts'
import type { Say } from './words.ts'

/** What the public sees now, beside what the draft would show. */
export function Differences({ differences, say }: { differences: Difference[]; say: Say }) {
  if (differences.length === 0) return null
  return (
    <details className="sr-differences">
      <summary>{say('differences')}</summary>
      {differences.map(({ after, before, label, path }) => (
        <section key={path}>
          <h5>{label}</h5>
          <dl>
            <dt>{say('publicNow')}</dt>
            <dd>
              <del>{before || say('nothing')}</del>
            </dd>
            <dt>{say('inDraft')}</dt>
            <dd>
              <ins>{after || say('nothing')}</ins>
            </dd>
          </dl>
        </section>
      ))}
    </details>
  )
}
