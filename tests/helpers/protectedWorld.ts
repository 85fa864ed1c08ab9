import type { CollectionConfig, CollectionSlug, Plugin } from 'payload'

import { startTestApp, type TestApp } from './app.ts'
import {
  frameworkDocument,
  leaflet,
  pdf,
  published,
  review,
  richText,
  storeFile,
  type StoredFile,
} from './content.ts'
import {
  type CollectionNames,
  ofAnswer,
  ofCall,
  type Outcome,
  publicationNames,
  versionsOf,
} from './publicView.ts'

/** What hooks of a host do to the next change: before ours, after ours, and as an operation of their own. */
interface Hostility {
  first?: object
  last?: object
  nested?: object
}

export type Kind = keyof typeof publicationNames
export const kinds: Kind[] = ['reviews', 'leaflets', 'frameworkDocuments']

/** A published document under protection. */
export interface Fixture extends CollectionNames {
  id: number
  /** The version that was a draft, from before the publication. */
  olderDraft: number
}

/** An app in which every kind of publication is protected, with the three ways to speak to it. */
export interface World {
  app: TestApp
  /** Readers get it with each fixture. */
  file: StoredFile
  otherFile: StoredFile
  hostile: (hooks: Hostility) => void
  publish: (kind: Kind, options?: { pendingDraft?: boolean }) => Promise<Fixture>
  rest: (method: string, path: string, body?: object) => Promise<Outcome>
  graphql: (mutation: string, variables?: object) => Promise<Outcome>
  localUpdate: (fixture: Fixture, data: object, more?: object) => Promise<Outcome>
}

export async function startProtectedWorld(): Promise<World> {
  let hostility: Hostility = {}
  const app = await startTestApp({
    options: { protection: { frameworkDocuments: 12 } },
    host: {
      plugins: [
        hostilePlugin(
          () => hostility,
          () => void (hostility = {}),
        ),
      ],
    },
  })
  const file = await storeFile(app.payload)
  const otherFile = await storeFile(app.payload, { bytes: await pdf('Another'), name: 'b.pdf' })
  const as = app.editor
  return {
    app,
    file,
    otherFile,
    hostile: (hooks) => void (hostility = hooks),
    publish: (kind, options) => publish(app, file, kind, options),
    rest: async (method, path, body) => ofAnswer(await app.rest(method, path, { as, body })),
    graphql: async (query, variables) => ofAnswer(await app.graphql(query, { as, variables })),
    localUpdate: ({ id, slug }, data, more = {}) =>
      ofCall(
        app.payload.update({
          collection: slug as 'reviews',
          id,
          data: data as never,
          overrideAccess: true,
          ...more,
        }),
      ),
  }
}

/** A plugin after ours, whose hooks stand around ours. */
const hostilePlugin =
  (hostility: () => Hostility, calm: () => void): Plugin =>
  (config) => ({
    ...config,
    collections: config.collections?.map((collection) =>
      collection.slug === 'users' ? collection : withHooks(collection, hostility, calm),
    ),
  })

const withHooks = (
  collection: CollectionConfig,
  hostility: () => Hostility,
  calm: () => void,
): CollectionConfig => ({
  ...collection,
  hooks: {
    ...collection.hooks,
    beforeChange: [
      ({ data }) => ({ ...data, ...hostility().first }),
      ...(collection.hooks?.beforeChange ?? []),
      ({ data }) => ({ ...data, ...hostility().last }),
    ],
    afterChange: [
      ...(collection.hooks?.afterChange ?? []),
      async ({ collection: { slug }, doc, req }) => {
        const { nested } = hostility()
        calm()
        if (nested)
          await req.payload.update({ collection: slug as 'reviews', id: doc.id, data: nested, req })
      },
    ],
  },
})

async function publish(
  app: TestApp,
  file: StoredFile,
  kind: Kind,
  { pendingDraft = false } = {},
): Promise<Fixture> {
  const names = publicationNames[kind]
  const collection = names.slug as CollectionSlug
  const data = contents[kind](file.id) as never
  const { id } = await app.payload.create({ collection, data, draft: true })
  const [draft] = await versionsOf(app, names.slug, id)
  await app.payload.update({ collection, id, data: published as never })
  if (pendingDraft) {
    const change = { [names.nameField]: 'A draft that nobody has approved' } as never
    await app.payload.update({ collection, id, data: change, draft: true })
  }
  return { ...names, id: id as number, olderDraft: Number(draft!.id) }
}

const contents: Record<Kind, (file: number) => object> = {
  reviews: (reportFile) =>
    review({
      reportAvailability: 'published',
      reportFile,
      summary: richText('What happened.'),
      improvements: richText('What must change.'),
    }),
  leaflets: (file) => leaflet({ file, body: richText('The leaflet as text.') }),
  frameworkDocuments: (file) => frameworkDocument({ file, body: richText('As text.') }),
}
