import type { CollectionSlug } from 'payload'

import type { SafeguardingReviewsOptions } from 'payload-safeguarding-reviews'

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
  theme,
} from './content.ts'
import { type Hostility, hostilePlugin, hostTaskMigration } from './hostilePlugin.ts'
import { keysMigration, type People, rights, startPeople, usersWithKeys } from './people.ts'
import {
  type CollectionNames,
  ofAnswer,
  ofCall,
  type Outcome,
  publicationNames,
  versionsOf,
} from './publicView.ts'

export type Kind = keyof typeof publicationNames
export const kinds: Kind[] = ['reviews', 'leaflets', 'frameworkDocuments']

/** A published document under protection. */
export interface Fixture extends CollectionNames {
  id: number
  /** The version that was a draft, from before the publication. */
  olderDraft: number
  /** The last day of its protection, as a refusal tells it. */
  protectedUntil: string
  /** Where it has a file that no other fixture has. */
  ownFile?: StoredFile
  /** The withdrawal that the editor asked for, where there is one. */
  withdrawal?: number
}

/** How far the withdrawal of a fixture has come. */
export type Withdrawn = 'asked' | 'declined' | 'executed' | 'reinstated'

/** The name of the draft over a published fixture, which no reader may see. */
export const pendingName = 'A draft that nobody has approved'

/** An app in which every kind of publication is protected, with the three ways to speak to it. */
export interface World {
  app: TestApp
  /** Readers get it with each fixture. */
  file: StoredFile
  otherFile: StoredFile
  /** Each fixture that can have a theme has this one. */
  theme: number
  hostile: (hooks: Hostility) => void
  /** Whom withdrawals need besides the editor. */
  people: () => Promise<People>
  publish: (
    kind: Kind,
    options?: { pendingDraft?: boolean; withdrawal?: Withdrawn },
  ) => Promise<Fixture>
  rest: (method: string, path: string, body?: object) => Promise<Outcome>
  graphql: (mutation: string, variables?: object) => Promise<Outcome>
  /** The same without an account. */
  asReader: (method: string, path: string, body?: object) => Promise<Outcome>
  localUpdate: (fixture: Fixture, data: object, more?: object) => Promise<Outcome>
}

export async function startProtectedWorld(
  options: SafeguardingReviewsOptions = {},
): Promise<World> {
  let hostility: Hostility = {}
  const app = await startTestApp({
    options: { protection: { frameworkDocuments: 12 }, withdrawal: rights, ...options },
    migration: `${keysMigration}; ${hostTaskMigration}`,
    host: {
      collections: [usersWithKeys],
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
  const { id: themeID } = await app.payload.create({ collection: 'themes', data: theme() as never })
  const values = { file: file.id, theme: themeID as number }
  const as = app.editor
  let people: Promise<People> | undefined
  const world: World = {
    app,
    file,
    otherFile,
    theme: values.theme,
    hostile: (hooks) => void (hostility = hooks),
    people: () => (people ??= startPeople(app)),
    publish: async (kind, { pendingDraft, withdrawal } = {}) => {
      const fixture = await publish(app, values, kind, { pendingDraft })
      return withdrawal ? withdraw(world, fixture, withdrawal) : fixture
    },
    rest: async (method, path, body) => ofAnswer(await app.rest(method, path, { as, body })),
    graphql: async (query, variables) => ofAnswer(await app.graphql(query, { as, variables })),
    asReader: async (method, path, body) => ofAnswer(await app.rest(method, path, { body })),
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
  return world
}

/** What somebody sends to ask for the withdrawal of something. */
export const asking = ({ id, slug }: Pick<Fixture, 'id' | 'slug'>) => ({
  document: { relationTo: slug, value: id },
  ground: 'courtOrder',
  reason: 'Named Judge ordered it',
  notice: 'This was withdrawn. Please read the leaflet.',
})

/** What the second person did after the editor had asked. */
const actsUntil: Record<Withdrawn, string[]> = {
  asked: [],
  declined: ['decline'],
  executed: ['approve'],
  reinstated: ['approve', 'reinstate'],
}

async function withdraw(
  { app, people }: World,
  fixture: Fixture,
  withdrawn: Withdrawn,
): Promise<Fixture> {
  const { second } = await people()
  const asked = await app.rest('POST', '/withdrawals', { as: app.editor, body: asking(fixture) })
  const withdrawal = asked.body.doc.id as number
  for (const act of actsUntil[withdrawn]) {
    const { body, status } = await app.rest('POST', `/withdrawals/${withdrawal}/${act}`, {
      as: second,
      body: {},
    })
    if (status !== 200) throw new Error(`The fixture is not withdrawn: ${JSON.stringify(body)}`)
  }
  const { id, slug } = fixture
  const row = await app.payload.findByID({ collection: slug as 'reviews', id, depth: 0 })
  return { ...fixture, withdrawal, protectedUntil: row.protectedUntil!.slice(0, 10) }
}

/** Each has a name of its own: finding a free address for the hundredth “Alan” takes a hundred questions. */
let count = 0

async function publish(
  app: TestApp,
  values: Values,
  kind: Kind,
  { pendingDraft = false } = {},
): Promise<Fixture> {
  const names = publicationNames[kind]
  const collection = names.slug as CollectionSlug
  const name = { [names.nameField]: `${kind} ${++count}` }
  const data = { ...contents[kind](values), ...name } as never
  const { id } = await app.payload.create({ collection, data, draft: true })
  const [draft] = await versionsOf(app, names.slug, id)
  const row = await app.payload.update({ collection, id, data: published as never })
  if (pendingDraft) {
    const change = { [names.nameField]: pendingName } as never
    await app.payload.update({ collection, id, data: change, draft: true })
  }
  const { protectedUntil } = row as unknown as { protectedUntil: string }
  return {
    ...names,
    id: id as number,
    olderDraft: Number(draft!.id),
    protectedUntil: protectedUntil.slice(0, 10),
  }
}

/** The ids of what each fixture refers to. */
interface Values {
  file: number
  theme: number
}

const contents: Record<Kind, (values: Values) => object> = {
  reviews: ({ file, theme }) =>
    review({
      reportAvailability: 'published',
      reportFile: file,
      summary: richText('What happened.'),
      improvements: richText('What must change.'),
      themes: [theme],
    }),
  leaflets: ({ file, theme }) =>
    leaflet({ file, body: richText('The leaflet as text.'), themes: [theme] }),
  frameworkDocuments: ({ file }) => frameworkDocument({ file, body: richText('As text.') }),
}
