import { ButtonToPublish, ButtonToUnpublish } from './index.client.tsx'

/** In place of Payload’s own, which would be there though the rules refuse what they do. */
export const PublicationPublishButton = () => <ButtonToPublish />
export const PublicationUnpublishButton = () => <ButtonToUnpublish />
