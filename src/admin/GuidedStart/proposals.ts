import { type Answers, type Guide, typeOf } from './answers.ts'
import type { Say } from './words.ts'

type Proposed = 'leafletTitle' | 'reason' | 'reportTitle'

/** Answers in which everything that a form can know is filled in. */
export type Completed = Answers & Record<Proposed, string>

/** What somebody typed, and proposals for what they did not. */
export const withProposals = (answers: Answers, guide: Guide, say: Say): Completed => ({
  ...answers,
  reason: answers.reason ?? proposedReason(answers, say),
  reportTitle: answers.reportTitle ?? proposedReportTitle(answers, guide, say),
  leafletTitle: answers.leafletTitle ?? proposedLeafletTitle(answers, guide, say),
})

const proposedReason = ({ choice }: Answers, say: Say): string =>
  choice === 'executiveSummary' ? say('proposedReason') : ''

const proposedReportTitle = (answers: Answers, guide: Guide, say: Say): string => {
  const type = typeOf(answers, guide)?.label ?? ''
  const name = answers.name.trim()
  return answers.choice === 'executiveSummary'
    ? say('proposedSummaryTitle', { name })
    : say('proposedReportTitle', { name, type })
}

/** The last of the kinds says nothing of the leaflet. */
const proposedLeafletTitle = ({ kind, name }: Answers, { kinds }: Guide, say: Say): string => {
  const label = kinds.find(({ value }) => value === kind && value !== 'other')?.label
  return label
    ? say('proposedLeafletTitle', { kind: label, name: name.trim() })
    : say('proposedOtherTitle', { name: name.trim() })
}

/** The name under which a file is sent: readers save it under that, whatever it was called on somebody's disk. */
export const fileNameOf = (title: string, { name }: { name: string }): string => {
  const ending = /\.\w+$/.exec(name)?.[0] ?? ''
  return `${title.replaceAll(/[/\\]/g, '-')}${ending}`
}
