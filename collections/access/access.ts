import type {
  Access,
  CollectionConfig,
  FieldAccess,
  GlobalConfig,
  PayloadRequest,
  Where,
} from 'payload'

/**
 * True for people who work in the admin. A host may have other accounts besides, such as its readers'; they
 * see what the public sees.
 */
export const isEditor = ({ payload, user }: PayloadRequest): boolean =>
  Boolean(user) && user?.collection === payload.config.admin.user

export const editorsOnly: Access = ({ req }) => isEditor(req)

/** For fields that are of no concern to the public; Payload refuses to filter and sort by them, too. */
export const fieldForEditorsOnly: FieldAccess = ({ req }) => isEditor(req)

/** No caller writes the field: the system does. */
export const systemOnly = { create: () => false, update: () => false }

/** Readers get what this constraint matches; editors get everything. */
const publicWhere =
  (where: Where): Access =>
  ({ req }) =>
    isEditor(req) || where

const notTrashed: Where = { deletedAt: { exists: false } }

const editorial = {
  create: editorsOnly,
  delete: editorsOnly,
  update: editorsOnly,
  readVersions: editorsOnly,
} satisfies CollectionConfig['access']

/** Published and not in the trash: asked of the database, so that `draft` and `trash` arguments change nothing. */
export const publicationAccess = {
  ...editorial,
  read: publicWhere({ and: [{ _status: { equals: 'published' } }, notTrashed] }),
} satisfies CollectionConfig['access']

/** The same for a global, which has no trash. */
export const publishedGlobalAccess = {
  read: publicWhere({ _status: { equals: 'published' } }),
  readVersions: editorsOnly,
  update: editorsOnly,
} satisfies GlobalConfig['access']

/** Vocabulary that has no drafts: public unless in the trash. */
export const vocabularyAccess = {
  ...editorial,
  read: publicWhere(notTrashed),
} satisfies CollectionConfig['access']

/** A file is public while something public refers to it. */
export const fileAccess = {
  ...editorial,
  read: publicWhere({ and: [{ isPublic: { equals: true } }, notTrashed] }),
} satisfies CollectionConfig['access']
