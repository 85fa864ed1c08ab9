'use client'

import { FilePicker } from '../parts/FilePicker.client.tsx'
import { Choice, Line } from '../parts/Question.client.tsx'
import type { FileStepProps } from './step.ts'

/** Whether a leaflet passes the learning on, and which. */
export function LeafletStep(props: FileStepProps) {
  const { address, answers, asked, change, faultAt, guide, onBusy, say } = props
  return (
    <>
      <Choice
        fault={faultAt('leaflet')}
        field="leaflet"
        hint={say('leafletHint')}
        legend={say('leaflet')}
        onChange={(leaflet) => change({ leaflet: leaflet as 'later' | 'no' | 'yes' })}
        options={[
          { value: 'yes', label: say('leafletYes'), hint: say('leafletYesHint') },
          { value: 'later', label: say('leafletLater'), hint: say('leafletLaterHint') },
          { value: 'no', label: say('leafletNo'), hint: say('leafletNoHint') },
        ]}
        value={answers.leaflet}
      />
      {asked.includes('kind') && (
        <Choice
          fault={undefined}
          field="kind"
          legend={say('kind')}
          onChange={(kind) => change({ kind })}
          options={guide.kinds}
          value={answers.kind}
        />
      )}
      {asked.includes('leafletFile') && (
        <FilePicker
          address={address}
          fault={faultAt('leafletFile')}
          field="leafletFile"
          guide={guide}
          onBusy={onBusy}
          onFile={(leafletFile) => change({ leafletFile })}
          say={say}
          stored={answers.leafletFile}
          title={answers.leafletTitle}
        />
      )}
      {asked.includes('leafletTitle') && (
        <Line
          fault={faultAt('leafletTitle')}
          field="leafletTitle"
          hint={say('leafletTitleHint')}
          label={say('leafletTitle')}
          onChange={(leafletTitle) => change({ leafletTitle })}
          value={answers.leafletTitle}
        />
      )}
    </>
  )
}
