import type { CollectionConfig, Field, GlobalConfig } from 'payload'

import type { ContentKey, PublishingSettings } from '../hooks/settings.ts'

export type ContentAccess = NonNullable<CollectionConfig['access']>

/** What a host changes in one collection or the global, given what the package would do. */
export interface ContentOverrides {
  /** Another slug. Choose it before the first migration: it names the tables. */
  slug?: string
  labels?: CollectionConfig['labels']
  /** Under which heading the admin lists it; false for none. */
  adminGroup?: string | false
  access?: (args: { defaultAccess: ContentAccess }) => ContentAccess
  fields?: (args: { defaultFields: Field[] }) => Field[]
}

/** What the collections need to know besides the rules' settings. */
export interface ContentSettings extends PublishingSettings {
  overrides: Partial<Record<ContentKey, ContentOverrides>>
  files: { directory: string; maxBytes: number }
}

/** A collection as the package means it, with the host's changes. */
export function overridden(
  key: ContentKey,
  { overrides, slugs }: ContentSettings,
  collection: Omit<CollectionConfig, 'slug'>,
): CollectionConfig {
  const { access, adminGroup, fields, labels } = overrides[key] ?? {}
  return {
    ...collection,
    slug: slugs[key],
    labels: labels ?? collection.labels,
    admin: { ...collection.admin, group: adminGroup ?? 'Case reviews' },
    access: access ? access({ defaultAccess: collection.access ?? {} }) : collection.access,
    fields: fields ? fields({ defaultFields: collection.fields }) : collection.fields,
  }
}

/** The same for the global, which has no labels in the plural. */
export function overriddenGlobal(
  key: ContentKey,
  { overrides, slugs }: ContentSettings,
  global: Omit<GlobalConfig, 'slug'>,
): GlobalConfig {
  const { access, adminGroup, fields } = overrides[key] ?? {}
  return {
    ...global,
    slug: slugs[key],
    admin: { ...global.admin, group: adminGroup ?? 'Case reviews' },
    access: access ? access({ defaultAccess: global.access ?? {} }) : global.access,
    fields: fields ? fields({ defaultFields: global.fields }) : global.fields,
  }
}
