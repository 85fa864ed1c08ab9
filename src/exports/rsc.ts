/** Server components of the admin, published as `payload-safeguarding-reviews/rsc`; Payload’s import map names them. */
export { PublishedOnCell } from '../admin/PublishedOnCell/index.tsx'
export { PublicationState } from '../admin/PublicationState/index.tsx'
