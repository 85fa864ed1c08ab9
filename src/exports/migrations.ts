/** What a host's migrations call, published as `payload-safeguarding-reviews/migrations`. */
export { lowerSeal, raiseSeal } from '../seal/raise.ts'
