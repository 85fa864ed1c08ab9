import type { Fixture, World } from '../../helpers/protectedWorld.ts'
import { versionsOf } from '../../helpers/publicView.ts'
import { aNote, ask, call, collectionOf, draft, fileField, linkField, send } from '../acts.ts'
import type { Group } from '../path.ts'

const restore = (query = '') =>
  send('POST', ({ olderDraft, slug }) => `/${slug}/versions/${olderDraft}${query}`)

/** Leaves `olderDraft` pointing at a version that says something else. */
const rewriteOldVersion = async (fixture: Fixture, { app }: World, values: object) => {
  const collection = collectionOf(fixture)
  const where = { id: { equals: fixture.olderDraft } }
  const { docs } = await app.payload.db.findVersions({ collection, limit: 1, where })
  await app.payload.db.updateVersion({
    collection,
    id: fixture.olderDraft,
    versionData: { ...docs[0], version: { ...docs[0]!.version, ...values } } as never,
  })
}

export const versions: Group = {
  id: 'versions',
  title: 'Bringing back an older version',
  paths: [
    {
      id: 'restore-draft',
      title: 'The draft from before the publication is restored in its place',
      numbers: [23],
      expect: 'refused',
      tries: {
        REST: restore(),
        GraphQL: ask(
          ({ olderDraft, singular }) =>
            `mutation { restoreVersion${singular}(id: ${olderDraft}) { id } }`,
        ),
        'Local API': call((payload, { olderDraft, slug }) =>
          payload.restoreVersion({ collection: slug as 'reviews', id: String(olderDraft) }),
        ),
      },
    },
    {
      id: 'restore-draft-over-draft',
      title: 'The same while a newer draft lies over it',
      numbers: [23],
      pendingDraft: true,
      expect: 'refused',
      tries: { REST: restore() },
    },
    {
      id: 'restore-as-draft',
      title: 'An older version is brought back as a newer draft',
      numbers: [24],
      expect: 'newerDraft',
      tries: {
        REST: restore('?draft=true'),
        GraphQL: ask(
          ({ olderDraft, singular }) =>
            `mutation { restoreVersion${singular}(id: ${olderDraft}, draft: true) { id } }`,
        ),
      },
    },
    {
      id: 'restore-as-draft-by-program',
      title: 'A program asks for that, and the software forgets that it asked for a draft',
      numbers: [25],
      expect: 'refused',
      tries: {
        'Local API': call((payload, { olderDraft, slug }) =>
          payload.restoreVersion({
            collection: slug as 'reviews',
            draft: true,
            id: String(olderDraft),
          }),
        ),
      },
    },
    {
      id: 'restore-trashed',
      title: 'A version is restored that was in the trash when it was saved',
      numbers: [26],
      prepare: (fixture, world) =>
        rewriteOldVersion(fixture, world, {
          _status: 'published',
          deletedAt: '2020-01-01T00:00:00.000Z',
        }),
      inProcess: true,
      expect: 'refused',
      tries: {
        REST: restore(),
        'Local API': call((payload, { olderDraft, slug }) =>
          payload.restoreVersion({ collection: slug as 'reviews', id: String(olderDraft) }),
        ),
      },
    },
    {
      id: 'restore-trashed-as-draft',
      title: 'The same as a draft, which would take it along later',
      numbers: [26, 17],
      prepare: (fixture, world) =>
        rewriteOldVersion(fixture, world, { deletedAt: '2020-01-01T00:00:00.000Z' }),
      inProcess: true,
      expect: 'refused',
      tries: { REST: restore('?draft=true') },
    },
    {
      id: 'restore-without-document',
      title: 'A published version is restored that did not have the document yet',
      numbers: [23],
      prepare: (fixture, world) =>
        rewriteOldVersion(fixture, world, {
          _status: 'published',
          [fileField(fixture)]: null,
          [linkField(fixture)]: 'https://elsewhere.example',
        }),
      inProcess: true,
      expect: 'refused',
      tries: { REST: restore() },
    },
    {
      id: 'restore-file-version',
      title: 'An older version of its file is restored',
      numbers: [27, 28],
      expect: 'changesNothing',
      tries: {
        REST: send('POST', () => '/files/versions/1'),
        'Local API': call((payload) => payload.restoreVersion({ collection: 'files', id: '1' })),
      },
    },
    {
      id: 'delete-versions',
      title: 'Its whole history is deleted past all rules, and then it is edited',
      numbers: [46, 11],
      expect: 'changesNothing',
      check: async ({ id, slug }, { app }) => {
        const kept = await versionsOf(app, slug, id)
        if (kept.at(-1)?.status !== 'published') throw new Error('The edit left no version.')
      },
      tries: {
        database: async (fixture, world) => {
          const collection = collectionOf(fixture)
          const where = { parent: { equals: fixture.id } }
          await world.app.payload.db.deleteVersions({ collection, where })
          return world.rest('PATCH', `/${fixture.slug}/${fixture.id}`, { seededFrom: {} })
        },
      },
    },
    {
      id: 'delete-versions-then-unpublish',
      title: 'Its whole history is deleted past all rules, and then it is unpublished',
      numbers: [46],
      prepare: (fixture, { app }) =>
        app.payload.db.deleteVersions({
          collection: collectionOf(fixture),
          where: { parent: { equals: fixture.id } },
        }),
      inProcess: true,
      expect: 'refused',
      tries: {
        REST: ({ id, slug }, world) => world.rest('PATCH', `/${slug}/${id}`, draft),
      },
    },
    {
      id: 'duplicate',
      title: 'A copy of it with its dates',
      numbers: [29],
      expect: { refusedWith: 'HTTP 404' },
      tries: { REST: send('POST', '/duplicate') },
    },
    {
      id: 'duplicate-by-program',
      title: 'The same with a program',
      numbers: [29],
      expect: 'changesNothing',
      tries: {
        'Local API': call((payload, { id, slug }) =>
          payload.duplicate({ collection: slug as 'reviews', id, data: aNote as never }),
        ),
        GraphQL: ask(({ id, singular }) => `mutation { duplicate${singular}(id: ${id}) { id } }`),
      },
    },
  ],
}
