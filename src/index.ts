export type { SafeguardingReviewsOptions } from './options/index.ts'
export { safeguardingReviews } from './plugin.ts'
