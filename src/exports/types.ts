/**
 * Types for programs that work with what the package stores and answers, published as
 * `payload-safeguarding-reviews/types`. Nothing here exists at run time.
 *
 * They describe documents as REST and the Local API answer them; the types that Payload generates for a host
 * can be handed to code that asks for these.
 */
export type { MessageCode } from '../../hooks/rules/messages.ts'
export type { ReviewDetail, ReviewType } from '../../hooks/settings.ts'
export type { News, NewsKind } from '../../hooks/rules/mail.ts'
export type { Mail, ToldNews } from '../mail/compose.ts'
export type { MailTemplateArgs } from '../mail/send.ts'
export type { SafeguardingReviewsOptions } from '../options/index.ts'
export type {
  FrameworkDocument,
  FrameworkDocumentKind,
  Leaflet,
  LeafletKind,
  PublicDocument,
} from './types/documents.ts'
export type {
  InvalidData,
  InUse,
  PublicationProtected,
  RefusalData,
  RefusedField,
} from './types/errors.ts'
export type { WithdrawalNotice } from './types/withdrawals.ts'
export type { CaseReviewsPage, PageSection, PageSectionName } from './types/page.ts'
export type {
  ActionPlan,
  AgeBand,
  Progress,
  Recommendation,
  ReportAvailability,
  RepositoryRecord,
  Review,
  ReviewPublisher,
} from './types/reviews.ts'
export type {
  Agency,
  ChangeNote,
  DatePrecision,
  Facet,
  ID,
  PublicationStamps,
  PublishedFile,
  Related,
  ReplacedDocument,
  RichText,
  StoredDate,
  Theme,
} from './types/shared.ts'
