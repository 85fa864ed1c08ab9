/** Server components of the admin, published as `payload-safeguarding-reviews/rsc`; Payload’s import map names them. */
export { PublicationState } from '../admin/PublicationState/index.tsx'
