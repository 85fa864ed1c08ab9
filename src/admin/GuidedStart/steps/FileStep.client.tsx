'use client'

import { FilePicker } from '../parts/FilePicker.client.tsx'
import { Line } from '../parts/Question.client.tsx'
import type { FileStepProps } from './step.ts'

/** The report, or what is published in its place, as a file. */
export function FileStep(props: FileStepProps) {
  const { address, answers, asked, change, faultAt, guide, onBusy, say } = props
  return (
    <>
      <p>{say('fileIntroduction')}</p>
      <FilePicker
        address={address}
        fault={faultAt('report')}
        field="report"
        guide={guide}
        onBusy={onBusy}
        onFile={(report) => change({ report, reportLater: false })}
        say={say}
        stored={answers.report}
        title={answers.reportTitle}
      />
      {asked.includes('reportTitle') && (
        <Line
          fault={faultAt('reportTitle')}
          field="reportTitle"
          hint={say('fileTitleHint')}
          label={say('fileTitle')}
          onChange={(reportTitle) => change({ reportTitle })}
          value={answers.reportTitle}
        />
      )}
      {!answers.report && (
        <label className="sr-option" htmlFor="reportLater">
          <input
            aria-describedby="hint-reportLater"
            aria-labelledby="label-reportLater"
            checked={Boolean(answers.reportLater)}
            id="reportLater"
            onChange={({ target }) => change({ reportLater: target.checked })}
            type="checkbox"
          />
          <span>
            <span className="sr-what" id="label-reportLater">
              {say('fileLater')}
            </span>
            <span id="hint-reportLater">{say('fileLaterHint')}</span>
          </span>
        </label>
      )}
    </>
  )
}
