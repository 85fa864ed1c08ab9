'use client'

import { type Choice as Chosen, choices } from '../answers.ts'
import { Choice, Line } from '../parts/Question.client.tsx'
import type { StepProps } from './step.ts'

/** What can be published of the report, and what the rules demand in its place. */
export function ReportStep({ answers, asked, change, faultAt, say }: StepProps) {
  // Nobody has to say why a report is to be had on request.
  const isReasonOptional = answers.choice === 'onRequest'
  return (
    <>
      <Choice
        fault={faultAt('choice')}
        field="choice"
        hint={say('choiceHint')}
        legend={say('choice')}
        onChange={(choice) => change({ choice: choice as Chosen })}
        options={choices.map((value) => ({
          value,
          label: say(value),
          hint: say(`${value}Hint`),
        }))}
        value={answers.choice}
      />
      {asked.includes('link') && (
        <Line
          fault={faultAt('link')}
          field="link"
          hint={say('linkHint')}
          label={say('link')}
          onChange={(link) => change({ link })}
          value={answers.link}
        />
      )}
      {asked.includes('otherBody') && (
        <Line
          field="otherBody"
          hint={say('otherBodyHint')}
          label={say('optional', { label: say('otherBody') })}
          onChange={(otherBody) => change({ otherBody })}
          value={answers.otherBody}
        />
      )}
      {asked.includes('reason') && (
        <Line
          fault={faultAt('reason')}
          field="reason"
          hint={say('reasonHint')}
          isLong
          label={isReasonOptional ? say('optional', { label: say('reason') }) : say('reason')}
          onChange={(reason) => change({ reason })}
          value={answers.reason}
        />
      )}
      {asked.includes('improvements') && (
        <Line
          fault={faultAt('improvements')}
          field="improvements"
          hint={say('improvementsHint')}
          isLong
          label={say('improvements')}
          onChange={(improvements) => change({ improvements })}
          value={answers.improvements}
        />
      )}
    </>
  )
}
