import type { UIField } from 'payload'

/** Says in the sidebar what the public sees, which the status of the latest draft does not tell. */
export const publicationStateField: UIField = {
  name: 'publicationState',
  label: 'What the public sees',
  type: 'ui',
  admin: {
    components: { Field: 'payload-safeguarding-reviews/rsc#PublicationState' },
    disableBulkEdit: true,
    disableListColumn: true,
    position: 'sidebar',
  },
}
