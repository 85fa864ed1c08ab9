/**
 * What a browser may import, published as `payload-safeguarding-reviews/client`: no Node, no Payload, no
 * dependency.
 */
export { formatPartialDate, partialDate } from '../../hooks/rules/partialDates.ts'
