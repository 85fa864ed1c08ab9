/** Every slug of the package, once. A host renames them through the option `collections.<key>.slug`. */
export const defaultSlugs = {
  reviews: 'reviews',
  leaflets: 'leaflets',
  themes: 'themes',
  frameworkDocuments: 'framework-documents',
  files: 'files',
  agencies: 'agencies',
  caseReviewsPage: 'case-reviews-page',
} as const

/** The name by which options and code refer to a collection or global, whatever slug a host gave it. */
export type ContentKey = keyof typeof defaultSlugs
export type Slugs = Record<ContentKey, string>
