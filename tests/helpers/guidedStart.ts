import { type Answers, type Guide, noAnswers } from '../../src/admin/GuidedStart/answers.ts'
import { type Completed, withProposals } from '../../src/admin/GuidedStart/proposals.ts'
import { settingsFrom } from '../../src/options/index.ts'
import { english } from './english.ts'

const { reviewTypes, timeZone } = settingsFrom({
  reviewTypes: (types) => [
    ...types,
    { value: 'SAR', label: 'Safeguarding Adult Review', statutory: true, requires: ['reviewer'] },
  ],
})

/** What the server tells the guided start. */
export const guide: Guide = {
  account: 'users:1',
  acceptedTypes: ['application/pdf'],
  kinds: [
    { value: 'learningLeaflet', label: 'Learning leaflet' },
    { value: 'other', label: 'Other' },
  ],
  maxMegabytes: 50,
  now: '2026-03-20T12:00:00.000Z',
  reviewsLabel: 'Reviews',
  reviewTypes,
  slugs: { files: 'files', leaflets: 'leaflets', reviews: 'reviews' },
  timeZone,
}

/** A file as the server took it. */
export const pdfFile = (id: number, title = 'Local case review: Child T') => ({
  id,
  title,
  downloadName: `${title.replace(':', '')}.pdf`,
})

/** Answers to everything, with the file of a local review and without a leaflet, unless others are given. */
export const answered = (values: Partial<Answers> = {}): Completed =>
  withProposals(
    {
      ...noAnswers(guide),
      reviewType: 'local',
      name: 'Child T',
      choice: 'fullReport',
      report: pdfFile(7),
      leaflet: 'no',
      ...values,
    },
    guide,
    english('guidedStart'),
  )
