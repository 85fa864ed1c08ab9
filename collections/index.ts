import type { CollectionConfig, GlobalConfig } from 'payload'

import { approvals } from './approvals.ts'
import { availabilityChecks } from './availabilityChecks.ts'
import { caseReviewsPage } from './caseReviewsPage.ts'
import { fileChecks } from './fileChecks.ts'
import { files } from './files.ts'
import { frameworkDocuments } from './frameworkDocuments.ts'
import { leaflets } from './leaflets.ts'
import { privateNames } from './privateNames.ts'
import { reviews } from './reviews/index.ts'
import { publicationEvents } from './publicationEvents.ts'
import type { ContentSettings } from './settings.ts'
import { agencies, themes } from './vocabulary.ts'
import { withdrawals } from './withdrawals.ts'

/** What is published: every collection and the global, in the order in which the admin lists them. */
export const content = (
  settings: ContentSettings,
): { collections: CollectionConfig[]; globals: GlobalConfig[] } => ({
  collections: [
    reviews,
    leaflets,
    frameworkDocuments,
    themes,
    agencies,
    files,
    fileChecks,
    privateNames,
    approvals,
    withdrawals,
    publicationEvents,
    availabilityChecks,
  ].map((collection) => collection(settings)),
  globals: [caseReviewsPage(settings)],
})
