import type { UIField } from 'payload'

/** The panel in the sidebar: what the public sees, which the status of the latest draft does not tell, and what next. */
export const publicationStateField: UIField = {
  name: 'publicationState',
  label: 'Publication',
  type: 'ui',
  admin: {
    components: {
      Cell: 'payload-safeguarding-reviews/rsc#PublicationStateCell',
      Field: 'payload-safeguarding-reviews/rsc#PublicationPanel',
    },
    disableBulkEdit: true,
    position: 'sidebar',
  },
}

/** Draws in the sidebar what happened to the publication, from the event log. */
export const publicationHistoryField: UIField = {
  name: 'publicationHistory',
  label: 'History',
  type: 'ui',
  admin: {
    components: { Field: 'payload-safeguarding-reviews/rsc#PublicationHistory' },
    disableBulkEdit: true,
    disableListColumn: true,
    position: 'sidebar',
  },
}
