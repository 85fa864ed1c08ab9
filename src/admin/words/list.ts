/** What the lists of publications say. */
export const list = {
  presets: 'Show',
  all: 'All',
  protected: 'Protected',
  published: 'Published',
  drafts: 'Drafts',
  withdrawn: 'Withdrawn',
  awaitingApproval: 'Awaiting approval',

  statePublic: 'Public',
  statePublicDraft: 'Public, with a newer draft',
  stateDraft: 'Draft',
  stateWasPublic: 'No longer public',
  stateWithdrawn: 'Withdrawn',
  stateInTrash: 'In the trash',
}
