import type { Slugs } from '../hooks/settings.ts'

/** Every slug of the package, once. A host renames them through the option `collections.<key>.slug`. */
export const defaultSlugs: Slugs = {
  reviews: 'reviews',
  leaflets: 'leaflets',
  themes: 'themes',
  frameworkDocuments: 'framework-documents',
  files: 'files',
  fileChecks: 'file-checks',
  privateNames: 'private-names',
  agencies: 'agencies',
  publicationEvents: 'publication-events',
  withdrawals: 'withdrawals',
  availabilityChecks: 'availability-checks',
  approvals: 'approvals',
  caseReviewsPage: 'case-reviews-page',
}
