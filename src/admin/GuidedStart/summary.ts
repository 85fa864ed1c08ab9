import type { PanelFacts } from '../PublicationPanel/panel.ts'
import { type Guide, hasFile, typeOf } from './answers.ts'
import type { Completed } from './proposals.ts'
import type { Step } from './questions.ts'
import type { Say } from './words.ts'

export interface Line {
  what: string
  is: string
  /** Where it was answered. */
  step: Step
}

/** What has been prepared, line by line, each with the step in which it can be changed. */
export function linesOf(answers: Completed, guide: Guide, say: Say): Line[] {
  const { choice, leaflet, leafletTitle, name, report, reportTitle } = answers
  const file = report ? `${reportTitle} (${report.downloadName})` : say('noFileYet')
  const ofLeaflet = { later: say('leafletToCome'), no: say('noLeaflet'), yes: leafletTitle }
  return [
    { what: say('preparedReview'), is: name, step: 'review' },
    { what: say('preparedType'), is: typeOf(answers, guide)?.label ?? '', step: 'review' },
    { what: say('preparedReport'), is: choice ? say(choice) : '', step: 'report' },
    ...(hasFile(answers) ? [{ what: say('preparedFile'), is: file, step: 'file' as const }] : []),
    { what: say('preparedLeaflet'), is: ofLeaflet[leaflet ?? 'no'], step: 'leaflet' },
  ]
}

/** What the person does now, by what the panel of the review offers them. */
export function nextOf({
  acts,
  obstacles,
  publishing,
}: Pick<PanelFacts, 'acts' | 'obstacles' | 'publishing'>):
  'nextMissing' | 'nextPublish' | 'nextSubmit' | 'nextWait' {
  if (obstacles.length > 0) return 'nextMissing'
  if (acts.includes('submit')) return 'nextSubmit'
  return publishing.isAllowed ? 'nextPublish' : 'nextWait'
}
