import { published, storeFile } from '../../helpers/content.ts'
import type { Fixture, World } from '../../helpers/protectedWorld.ts'
import { ofCall } from '../../helpers/publicView.ts'
import { collectionOf, draft, fileField, patchMany, updateMany } from '../acts.ts'
import type { Group } from '../path.ts'

const another = {
  title: 'Another',
  name: 'Another',
  reviewType: 'local',
  reportAvailability: 'notStated',
}

/** Two drafts beside a fixture, the second with a file that is in the trash. */
const drafts = new WeakMap<Fixture, number[]>()

async function draftTwo(fixture: Fixture, { app: { payload } }: World): Promise<void> {
  const collection = collectionOf(fixture)
  const file = await storeFile(payload)
  const create = (more: object) =>
    payload.create({ collection, data: { ...another, ...more } as never, draft: true })
  const both = [await create({}), await create({ [fileField(fixture)]: file.id })]
  await payload.update({
    collection: 'files',
    id: file.id,
    data: { deletedAt: new Date().toISOString() },
  })
  drafts.set(
    fixture,
    both.map(({ id }) => Number(id)),
  )
}

export const manyAtOnce: Group = {
  id: 'many-at-once',
  title: 'Many at once',
  paths: [
    {
      id: 'many-at-once',
      title: 'Unpublishing many documents at once with the editors’ interface',
      numbers: [12],
      expect: { refusedWith: 'HTTP 403' },
      tries: { REST: patchMany(draft) },
    },
    {
      id: 'many-at-once-by-program',
      title: 'Unpublishing many documents at once with a program',
      numbers: [12, 13],
      expect: 'refusedInWords',
      tries: { 'Local API': updateMany(draft) },
    },
    {
      id: 'many-at-once-over-draft',
      title: 'An edit of many documents at once while a newer draft lies over it',
      numbers: [12, 13],
      pendingDraft: true,
      expect: 'changesNothing',
      tries: { 'Local API': updateMany({ seededFrom: {} }) },
    },
    {
      id: 'among-others',
      title: 'Unpublishing it together with a document that may be unpublished',
      numbers: [14],
      expect: 'refusedInWords',
      leaves: 'other documents',
      tries: {
        'Local API': async (fixture, world) => {
          const { payload } = world.app
          const collection = fixture.slug as 'leaflets'
          const { id } = await payload.create({ collection, data: another as never, draft: true })
          const where = { id: { in: [id, fixture.id] } }
          return ofCall(payload.update({ collection, data: draft, where }))
        },
      },
    },
    {
      id: 'among-unreadable',
      title: 'Many are published at once, one of them with a file that is in the trash',
      numbers: [14],
      prepare: draftTwo,
      expect: { refusedWith: 'NOT_SAVED_AS_A_WHOLE' },
      tries: {
        'Local API': (fixture, { app: { payload } }) =>
          ofCall(
            payload.update({
              collection: collectionOf(fixture),
              data: published as never,
              where: { id: { in: [fixture.id, ...drafts.get(fixture)!] } },
            }),
          ),
      },
    },
    {
      id: 'two-mutations',
      title: 'Two acts in one request, the first of them harmless',
      numbers: [34],
      expect: 'refused',
      leaves: 'versions',
      tries: {
        GraphQL: ({ id, olderDraft, singular }, world) =>
          world.graphql(
            `mutation {
              restoreVersion${singular}(id: ${olderDraft}, draft: true) { id }
              update${singular}(id: ${id}, data: { _status: draft }) { id }
            }`,
          ),
      },
    },
  ],
}
