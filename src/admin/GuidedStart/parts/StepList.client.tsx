'use client'

import type { Step } from '../questions.ts'
import type { Say } from '../words.ts'

const names = {
  review: 'stepReview',
  report: 'stepReport',
  file: 'stepFile',
  leaflet: 'stepLeaflet',
  summary: 'stepSummary',
} as const satisfies Record<Step, string>

interface Props {
  current: Step
  go: (step: Step) => void
  say: Say
  steps: Step[]
}

/** How far it is; what was answered can be looked at again. */
export function StepList({ current, go, say, steps }: Props) {
  const at = steps.indexOf(current)
  return (
    <nav aria-label={say('steps')} className="sr-steps">
      <p>{say('stepOf', { number: at + 1, count: steps.length })}</p>
      <ol>
        {steps.map((step, index) => (
          <li key={step}>
            {index < at ? (
              <button className="sr-link" onClick={() => go(step)} type="button">
                <span aria-hidden>✓</span> {say(names[step])}
                <span className="sr-unseen"> {say('stepDone')}</span>
              </button>
            ) : (
              <span aria-current={index === at ? 'step' : undefined}>{say(names[step])}</span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  )
}
