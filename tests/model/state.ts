import type { Day, Precision } from './calendar.ts'

/** What the model knows; it says nothing of versions, hooks, tables or requests. */
export interface Model {
  /** The moment at which the step happens. */
  now: number
  docs: Record<string, Doc>
  files: Record<number, StoredFile>
  themes: Record<number, Whereabouts>
}

export type Whereabouts = 'here' | 'trash' | 'gone'

export interface StoredFile {
  filename: string
  sha256: string
  is: Whereabouts
}

export const kinds = ['reviews', 'leaflets', 'framework-documents'] as const
export type Kind = (typeof kinds)[number]

/** What an editor fills in, and where the document stands. */
export interface Form {
  words: string
  summary: string | null
  file: number | null
  /** A review says of its report that it is published. */
  saysPublished: boolean
  notes: string[]
  theme: number | null
  date: { day: Day; precision: Precision } | null
  isPublished: boolean
  isInTrash: boolean
}

export interface Doc {
  kind: Kind
  id: number
  /** What readers see if it is published, and what an editor opens: a newer draft, or the same. */
  row: Form
  latest: Form
  isGone: boolean
  publishedOn?: Day
  /** The last day of the promise. */
  until?: Day
  /** Files that others took the place of; `lost` for one that was deleted while nobody could read it. */
  replaced: number[]
  withdrawnAt?: number
  /** The withdrawal that is under way or in force. */
  withdrawal?: Withdrawal
  /** Every withdrawal's and every public change's event, in order. */
  events: string[]
  /** How often something was refused because of the promise. */
  refusals: number
}

export interface Withdrawal {
  id: number
  askedBy: number
  isExecuted: boolean
  /** Executed by one person; another one has not looked at it yet. */
  isUnapproved: boolean
}

/** `done`, `refused`, `protected until 2027-01-31`; for many at once, who was refused. */
export type Outcome = string

export const keyOf = ({ id, kind }: Pick<Doc, 'id' | 'kind'>): string => `${kind}:${id}`

export const isPublic = ({ isGone, row }: Doc): boolean =>
  !isGone && row.isPublished && !row.isInTrash

/** In place of a file that is no longer there; no id is that. */
export const lost = 0

/** What readers can fetch: each file that something public refers to, now or before it was replaced. */
export const openFiles = ({ docs }: Model): Set<number> =>
  new Set(
    Object.values(docs)
      .filter(isPublic)
      .flatMap(({ replaced, row }) => [
        ...replaced.filter((file) => file !== lost),
        ...(row.file === null ? [] : [row.file]),
      ]),
  )

export const liveDocs = ({ docs }: Model): Doc[] => Object.values(docs).filter((doc) => !doc.isGone)
