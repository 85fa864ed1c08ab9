/** Server components of the admin, published as `payload-safeguarding-reviews/rsc`; Payload’s import map names them. */
export { Dashboard } from '../admin/Dashboard/index.tsx'
export { FileCheck } from '../admin/FileCheck/index.tsx'
export { GuidedStart } from '../admin/GuidedStart/index.tsx'
export { GuidedStartInList } from '../admin/GuidedStart/InList.tsx'
export { PublishedOnCell } from '../admin/PublishedOnCell/index.tsx'
export { PublicationHistory } from '../admin/PublicationHistory/index.tsx'
export {
  PublicationPublishButton,
  PublicationUnpublishButton,
} from '../admin/PublicationButtons/index.tsx'
export { PublicationPresets } from '../admin/PublicationList/Presets.tsx'
export { PublicationStateCell } from '../admin/PublicationList/StateCell.tsx'
export { PublicationPanel } from '../admin/PublicationPanel/index.tsx'
export { WithdrawalActs } from '../admin/WithdrawalActs/index.tsx'
