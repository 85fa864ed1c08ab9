import { published } from '../../helpers/content.ts'
import { pendingName } from '../../helpers/protectedWorld.ts'
import { versionsOf } from '../../helpers/publicView.ts'
import { draft, fileField, linkField, mutate, patch, update } from '../acts.ts'
import type { Group, Path } from '../path.ts'

/** What was published stays in the history, whatever is saved after it. */
const keepsPublishedVersion: Path['check'] = async ({ id, slug }, { app }) => {
  const versions = await versionsOf(app, slug, id)
  if (!versions.some(({ status }) => status === 'published'))
    throw new Error('What was published is no longer in the history.')
}

const inDraft = { previouslyPublishedAt: 'a note in a draft' }
const written = '{ previouslyPublishedAt: "a note in a draft" }'

/** A draft from which the document was taken, though a link stands in its place. */
const withoutDocument: Path['prepare'] = (fixture, world) =>
  world.localUpdate(
    fixture,
    { [fileField(fixture)]: null, [linkField(fixture)]: 'https://elsewhere.example' },
    { draft: true },
  )

export const drafts: Group = {
  id: 'drafts',
  title: 'Newer drafts over it',
  paths: [
    {
      id: 'newer-draft',
      title: 'An editor writes a newer draft',
      numbers: [6],
      expect: 'newerDraft',
      check: keepsPublishedVersion,
      tries: {
        REST: patch(inDraft, '?draft=true'),
        GraphQL: mutate(written, ', draft: true'),
        'Local API': update({ ...inDraft, ...draft }, { draft: true }),
      },
    },
    {
      id: 'autosaved-draft',
      title: 'The editors’ interface saves a newer draft by itself',
      numbers: [6],
      expect: 'newerDraft',
      check: keepsPublishedVersion,
      tries: {
        REST: patch({ ...inDraft, ...draft }, '?draft=true&autosave=true'),
        GraphQL: mutate(written, ', draft: true, autosave: true'),
        'Local API': update(inDraft, { draft: true, autosave: true }),
      },
    },
    {
      id: 'draft-by-unpublish-flag',
      title:
        'A newer draft whose request also says “unpublish”, to write over what the history holds',
      numbers: [8],
      expect: 'newerDraft',
      check: keepsPublishedVersion,
      tries: {
        REST: patch({ ...inDraft, ...draft }, '?draft=true&unpublishAllLocales=true'),
        'Local API': update(inDraft, { draft: true, unpublishAllLocales: true }),
      },
    },
    {
      id: 'draft-over-autosaved-publication',
      title:
        'A draft saved by itself over something published by an automatic save, to write over the history',
      numbers: [7],
      prepare: (fixture, world) =>
        world.rest('PATCH', `/${fixture.slug}/${fixture.id}?autosave=true`, {
          ...published,
          previouslyPublishedAt: 'published by an automatic save',
        }),
      expect: 'newerDraft',
      check: async (fixture, { app }) => {
        const { docs } = await app.payload.findVersions({
          collection: fixture.slug as 'reviews',
          where: { parent: { equals: fixture.id }, 'version._status': { equals: 'published' } },
        })
        const notes = docs.map(({ version }) => version.previouslyPublishedAt)
        if (!notes.includes('published by an automatic save'))
          throw new Error('What was published is no longer in the history.')
      },
      tries: { REST: patch({ ...inDraft, ...draft }, '?draft=true&autosave=true') },
    },
    {
      id: 'pruned-history',
      title: 'So many drafts that the history would drop what was published',
      numbers: [46],
      expect: 'newerDraft',
      check: keepsPublishedVersion,
      tries: {
        'Local API': async (fixture, world) => {
          for (let count = 0; count < 12; count++) {
            const change = { previouslyPublishedAt: `draft ${count}` }
            const outcome = await world.localUpdate(fixture, change, { draft: true })
            if (outcome.code) return outcome
          }
          return {}
        },
      },
    },
    {
      id: 'draft-without-document',
      title: 'A draft from which the document was taken is published',
      numbers: [4],
      prepare: withoutDocument,
      expect: 'refused',
      tries: {
        REST: patch(published),
        GraphQL: mutate('{ _status: published }'),
        'Local API': update(published),
      },
    },
    {
      id: 'draft-that-says-published',
      title: 'A save that calls itself a draft and published at once, without the document',
      numbers: [5],
      expect: 'refused',
      tries: {
        REST: patch((fixture) => ({ ...published, [fileField(fixture)]: null }), '?draft=true'),
        GraphQL: mutate(
          (fixture) => `{ _status: published, ${fileField(fixture)}: null }`,
          ', draft: true',
        ),
        'Local API': update((fixture) => ({ ...published, [fileField(fixture)]: null }), {
          draft: true,
        }),
      },
    },
    {
      id: 'autosave-that-says-published',
      title: 'The same by an automatic save',
      numbers: [5],
      prepare: withoutDocument,
      expect: 'refused',
      tries: { REST: patch(published, '?draft=true&autosave=true') },
    },
    {
      id: 'publish-flag-on-draft',
      title: 'A draft whose request also says “publish in all languages”',
      numbers: [5],
      pendingDraft: true,
      expect: 'newerDraft',
      check: async ({ id, nameField, slug }, { app }) => {
        const { body } = await app.rest('GET', `/${slug}/${id}`)
        if (body[nameField] === pendingName) throw new Error('The draft was published.')
      },
      tries: { REST: patch({ ...inDraft, ...draft }, '?draft=true&publishAllLocales=true') },
    },
  ],
}
