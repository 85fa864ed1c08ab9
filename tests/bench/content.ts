import { richText } from '../helpers/content.ts'

const words =
  'the child was known to several services and practitioners worked hard to understand daily life at home but information stayed in separate records so that nobody saw the whole picture until much later when a health visitor and a teacher compared what each of them had been told about'.split(
    ' ',
  )

/** A paragraph of about eighty words, another one for each number. */
const paragraph = (seed: number): string =>
  Array.from({ length: 80 }, (_, at) => words[(seed * 7 + at * 3) % words.length]).join(' ')

const text = (seed: number, paragraphs: number) =>
  richText(...Array.from({ length: paragraphs }, (_, at) => paragraph(seed + at)))

/** Ids of what reviews refer to, on one side. */
export interface Vocabulary {
  agencies: number[]
  themes: number[]
}

/** A review as an editor enters it: what a form of the admin sends. */
export const reviewContent = (seed: number, { agencies, themes }: Vocabulary, report: number) => ({
  name: `Child ${seed}`,
  reviewType: 'LCSPR',
  reviewer: 'An independent reviewer',
  ageBand: 'age1to5',
  agencies,
  themes,
  summary: text(seed, 3),
  learning: text(seed + 3, 5),
  underlyingReasons: text(seed + 8, 3),
  recommendations: Array.from({ length: 5 }, (_, at) => ({
    recommendation: paragraph(seed + at),
    agencies: [agencies[at % agencies.length]],
    status: 'inProgress',
  })),
  actionPlan: { status: 'inProgress', monitoredBy: 'The executive group', text: text(seed, 1) },
  reportAvailability: 'published',
  reportFile: report,
  repositoryRecord: { keywords: ['neglect', 'information sharing', 'home visits'] },
})

export const corrected = (seed: number) => ({
  summary: text(seed, 3),
  learning: text(seed + 4, 5),
})

export const leafletContent = (seed: number, { themes }: Vocabulary, reviews: number[]) => ({
  title: `Learning from child ${seed}`,
  kind: 'learningLeaflet',
  summary: text(seed, 1),
  body: text(seed, 4),
  link: 'https://safeguarding.example/leaflet',
  reviews,
  themes,
})
