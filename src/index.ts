export { safeguardingReviews } from './plugin.ts'
