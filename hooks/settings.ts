import type { CollectionSlug, GlobalSlug, PayloadRequest } from 'payload'

import type { FileFinding } from './rules/fileChecks.ts'
import type { PrivateName } from './rules/privateNames.ts'

/** A collection or the global, by the name that options and code use, whatever slug a host gave it. */
export type ContentKey =
  | 'agencies'
  | 'approvals'
  | 'availabilityChecks'
  | 'caseReviewsPage'
  | 'fileChecks'
  | 'files'
  | 'frameworkDocuments'
  | 'leaflets'
  | 'privateNames'
  | 'publicationEvents'
  | 'reviews'
  | 'themes'
  | 'withdrawals'

/** The collections whose documents carry the promise: once public, public for their protection period. */
export type PublicationKey = 'frameworkDocuments' | 'leaflets' | 'reviews'

export const publicationKeys: PublicationKey[] = ['reviews', 'leaflets', 'frameworkDocuments']

/** The slugs in use: Payload's own types, which know the host's collections once it has generated its types. */
export type Slugs = Record<Exclude<ContentKey, 'caseReviewsPage'>, CollectionSlug> & {
  caseReviewsPage: GlobalSlug
}

/** A field of a review that a review type may demand, or warn about when it is empty. */
export type ReviewDetail =
  | 'actionPlan'
  | 'ageBand'
  | 'agencies'
  | 'learning'
  | 'recommendations'
  | 'reviewer'
  | 'summary'
  | 'themes'
  | 'underlyingReasons'

/** A kind of case review, as data: a host adds or relabels one without touching a hook. */
export interface ReviewType {
  /** Stored in the database and answered by the API, for example `LCSPR`. Letters, digits and `_`. */
  value: string
  /** What people read, for example `Local Child Safeguarding Practice Review`. */
  label: string
  /** What it is, in a sentence: people who have never seen one choose by it. */
  description?: string
  /** True when statute demands the review; its published information is then protected for 12 months at least. */
  statutory: boolean
  /** Fields that must be filled before a review of this type can be published. */
  requires: ReviewDetail[]
  /** What an editor is warned about; a warning never refuses. */
  warns: {
    /** Fields whose absence is worth a warning when the report is published. */
    missing: ReviewDetail[]
    /** Last calendar date (`YYYY-MM-DD`) on which a publication of this type is unremarkable. */
    publishedAfter?: string
  }
}

/** The options after defaults and checks: what rules, hooks and collections work with. */
export interface PublishingSettings {
  publisher: { name: string; url: string }
  reviewTypes: ReviewType[]
  /** Calendar months for which a publication stays public, by collection. */
  protectionMonths: Record<PublicationKey, number>
  /** IANA time zone in which a calendar day begins and ends, for example `Europe/London`. */
  timeZone: string
  slugs: Slugs
  approval: { secondPerson: 'always' | 'never' | 'whenThereIsOne' }
  preview: PreviewSettings
  withdrawal: WithdrawalSettings
  /** Whether people are told by mail, and how many minutes a mail waits for what else happens. */
  mail: { enabled: boolean; digestMinutes: number }
  /** What looks a file over before it becomes public; undefined where a host does without. */
  fileChecks?: FileChecker | undefined
}

/** Looks files over, in a thread of its own and within limits. It answers bad input by findings, never by an error. */
export interface FileChecker {
  check: (
    bytes: Uint8Array,
    about: {
      /** The type by content, as it was found at the upload. */
      mimeType: string
      fileName: string
      /** What must not be in it. */
      privateNames: PrivateName[]
      /** Called now and then while pages are read. */
      onProgress: (done: number, total: number) => void
    },
  ) => Promise<{ pages: number; language?: string; text: string; findings: FileFinding[] }>
  /** True when a text tells one of the names, however it is written there. */
  holdsPrivateName: (text: string, names: PrivateName[]) => boolean
  /** A page (counted from 1) as a PNG, with places on it marked; undefined where there is no such page. */
  draw: (
    bytes: Uint8Array,
    page: number,
    options: { width: number; marks: NonNullable<FileFinding['box']>[] },
  ) => Promise<Uint8Array | undefined>
}

/** Who may take a protected publication down, and how fast a second person must agree. */
export interface WithdrawalSettings {
  /** May ask for, approve and refuse a withdrawal, and reinstate; the two people are never the same. */
  mayWithdraw: (req: PayloadRequest) => boolean
  /** May withdraw at once and alone, to be approved by a second person afterwards. */
  mayWithdrawInEmergency: (req: PayloadRequest) => boolean
  /** Hours within which a second person is asked to approve an emergency withdrawal. */
  approvalHours: number
}

/** Where a frontend shows a draft to whoever has a link to it, and how long a link holds. */
export interface PreviewSettings {
  /** The page’s address: a pattern with `{collection}` and `{token}`, or a function of them. */
  url: string | ((draft: PreviewedDraft) => string)
  days: number
}

/** What the address of a preview is made of. */
export interface PreviewedDraft {
  /** The slug of its collection. */
  collection: string
  id: number | string
  token: string
}
