'use client'

import { formatPartialDate } from '../../../../hooks/rules/partialDates.ts'
import { typeOf } from '../answers.ts'
import { Choice, FaultAt, Line } from '../parts/Question.client.tsx'
import type { StepProps } from './step.ts'

/** What the review is. */
export function ReviewStep(props: StepProps) {
  const { answers, asked, change, faultAt, guide, say } = props
  const ended = typeOf(answers, guide)?.warns.publishedAfter
  return (
    <>
      <Choice
        fault={faultAt('reviewType')}
        field="reviewType"
        legend={say('reviewType')}
        onChange={(reviewType) => change({ reviewType })}
        options={guide.reviewTypes.map(({ description, label, statutory, value }) => ({
          value,
          label,
          hint: description || say(statutory ? 'statutory' : 'notStatutory'),
        }))}
        value={answers.reviewType}
      />
      <Line
        fault={faultAt('name')}
        field="name"
        hint={
          <>
            {say('nameHint')} <strong>{say('nameWarning')}</strong>
          </>
        }
        label={say('name')}
        onChange={(name) => change({ name })}
        value={answers.name}
      />
      {asked.includes('reviewer') && (
        <Line
          fault={faultAt('reviewer')}
          field="reviewer"
          hint={say('reviewerHint')}
          label={
            typeOf(answers, guide)?.requires.includes('reviewer')
              ? say('reviewer')
              : say('optional', { label: say('reviewer') })
          }
          onChange={(reviewer) => change({ reviewer })}
          value={answers.reviewer}
        />
      )}
      {asked.includes('wasPublic') && (
        <Choice
          fault={faultAt('wasPublic')}
          field="wasPublic"
          hint={say('wasPublicHint', { ended: formatPartialDate(ended!) })}
          legend={say('wasPublic')}
          onChange={(wasPublic) => change({ wasPublic: wasPublic as 'no' | 'yes' })}
          options={[
            { value: 'yes', label: say('wasPublicYes'), hint: say('wasPublicYesHint') },
            { value: 'no', label: say('wasPublicNo'), hint: say('wasPublicNoHint') },
          ]}
          value={answers.wasPublic}
        />
      )}
      {asked.includes('year') && <Before {...props} />}
    </>
  )
}

const parts = [
  ['day', '5rem'],
  ['month', '5rem'],
  ['year', '7rem'],
] as const

/** Since when and where it was public before. */
function Before({ answers, change, faultAt, say }: StepProps) {
  return (
    <>
      <fieldset
        aria-describedby={faultAt('year') ? 'fault-year hint-date' : 'hint-date'}
        className="sr-choice"
      >
        <legend className="field-label">{say('date')}</legend>
        <p className="field-description" id="hint-date">
          {say('dateHint')}
        </p>
        <FaultAt fault={faultAt('year')} field="year" />
        <div className="sr-date">
          {parts.map(([part, width]) => (
            <Line
              field={part}
              key={part}
              label={say(part)}
              onChange={(text) => change({ [part]: text })}
              value={answers[part]}
              width={width}
            />
          ))}
        </div>
      </fieldset>
      <Line
        fault={faultAt('previousAddress')}
        field="previousAddress"
        hint={say('previousAddressHint')}
        label={say('previousAddress')}
        onChange={(previousAddress) => change({ previousAddress })}
        value={answers.previousAddress}
      />
    </>
  )
}
