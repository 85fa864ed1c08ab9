import type { Access, CollectionConfig, FieldAccess, GlobalConfig, Where } from 'payload'

import { hasRight, isStaff, mayPublish } from '../../hooks/operations/people.ts'
import { publicRows } from '../../hooks/operations/publicRow.ts'
import type { Right } from '../../hooks/rules/roles.ts'
import type { PublishingSettings } from '../../hooks/settings.ts'

export const staffOnly: Access = ({ req }) => isStaff(req)

/** For fields that are of no concern to the public; Payload refuses to filter and sort by them, too. */
export const fieldForStaffOnly: FieldAccess = ({ req }) => isStaff(req)

/** No caller writes the field: the system does. */
export const systemOnly = { create: () => false, update: () => false }

/** Readers get what this constraint matches; editors get everything. */
const publicWhere =
  (where: Where): Access =>
  ({ req }) =>
    isStaff(req) || where

const notTrashed: Where = { deletedAt: { exists: false } }

const by =
  (right: Right): Access =>
  ({ req }) =>
    hasRight(req, right)

/** The admin shows its button to publish to those who may; what is published is judged once more when it is. */
const toWrite =
  (right: Right, settings: PublishingSettings): Access =>
  ({ data, req }) =>
    hasRight(req, right) && (data?._status !== 'published' || mayPublish(req, settings))

/** Published and not in the trash: asked of the database, so that `draft` and `trash` arguments change nothing. */
export const publicationAccess = (settings: PublishingSettings) =>
  ({
    create: toWrite('draft', settings),
    delete: by('edit'),
    read: publicWhere(publicRows),
    readVersions: staffOnly,
    update: toWrite('draft', settings),
  }) satisfies CollectionConfig['access']

/** The same for a global, which has no trash. */
export const publishedGlobalAccess = (settings: PublishingSettings) =>
  ({
    read: publicWhere({ _status: { equals: 'published' } }),
    readVersions: staffOnly,
    update: toWrite('edit', settings),
  }) satisfies GlobalConfig['access']

/** Vocabulary that has no drafts: public unless in the trash. */
export const vocabularyAccess = {
  create: by('edit'),
  delete: by('edit'),
  read: publicWhere(notTrashed),
  update: by('edit'),
} satisfies CollectionConfig['access']

/** A file is public while something public refers to it. */
export const fileAccess = {
  create: by('draft'),
  delete: by('edit'),
  update: by('draft'),
  read: publicWhere({ and: [{ isPublic: { equals: true } }, notTrashed] }),
} satisfies CollectionConfig['access']
