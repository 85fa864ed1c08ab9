import type { reportAvailabilities } from '../../../hooks/rules/reportAvailability.ts'
import type { ReviewType } from '../../../hooks/settings.ts'

type ReportAvailability = (typeof reportAvailabilities)[number]

/** What the server tells the guided start, once. */
export interface Guide {
  /** Whose answers are kept: they are not shown to whoever logs in next. */
  account: string
  reviewTypes: ReviewType[]
  timeZone: string
  /** The moment at which the page was opened. */
  now: string
  /** The kinds of leaflet that can be chosen; none where a host has none. */
  kinds: { value: string; label: string }[]
  /** What the list of reviews is called. */
  reviewsLabel: string
  slugs: { files: string; leaflets: string; reviews: string }
  maxMegabytes: number
  acceptedTypes: string[]
}

/** A file that the server has taken. */
export interface StoredFile {
  id: number | string
  /** The title that it has there. */
  title: string
  /** The name under which a reader saves it. */
  downloadName: string
}

/** What can be published of a report. */
export const choices = [
  'fullReport',
  'executiveSummary',
  'elsewhere',
  'nationalRepository',
  'onRequest',
  'delayed',
  'notPublished',
] as const

export type Choice = (typeof choices)[number]

/** Everything that a person chooses and types; what is not asked of them stays as it was. */
export interface Answers {
  reviewType?: string
  name: string
  reviewer: string
  wasPublic?: 'no' | 'yes'
  day: string
  month: string
  year: string
  previousAddress: string

  choice?: Choice
  link: string
  otherBody: string
  /** Undefined until somebody types one: then there is a proposal. */
  reason?: string
  improvements: string

  report?: StoredFile
  reportTitle?: string
  /** The file is not there yet, and the draft shall wait for it. */
  reportLater?: boolean

  leaflet?: 'later' | 'no' | 'yes'
  kind: string
  leafletFile?: StoredFile
  leafletTitle?: string
}

export const noAnswers = ({ kinds }: Pick<Guide, 'kinds'>): Answers => ({
  name: '',
  reviewer: '',
  day: '',
  month: '',
  year: '',
  previousAddress: '',
  link: '',
  otherBody: '',
  improvements: '',
  kind: kinds[0]?.value ?? '',
})

/** The type that was chosen. */
export const typeOf = (
  { reviewType }: Answers,
  { reviewTypes }: Pick<Guide, 'reviewTypes'>,
): ReviewType | undefined => reviewTypes.find(({ value }) => value === reviewType)

/** True where readers shall get a file. */
export const hasFile = ({ choice }: Answers): boolean =>
  choice === 'fullReport' || choice === 'executiveSummary'

const availabilities = {
  fullReport: 'published',
  // Readers are told that the report itself is not published, and why.
  executiveSummary: 'notPublished',
  elsewhere: 'published',
  nationalRepository: 'nationalRepository',
  onRequest: 'onRequest',
  delayed: 'delayed',
  notPublished: 'notPublished',
} as const satisfies Record<Choice, ReportAvailability>

/** What a review says of its report, by what can be published of it. */
export const availabilityOf = (choice: Choice): ReportAvailability => availabilities[choice]
