import { published } from '../../helpers/content.ts'
import { aNote, allOf, draft, mutate, patch, update } from '../acts.ts'
import type { Group } from '../path.ts'

const unpublishAll = '?unpublishAllLocales=true'

export const unpublishing: Group = {
  id: 'unpublishing',
  title: 'Unpublishing it, or saving over it',
  paths: [
    {
      id: 'status-draft',
      title: 'An editor sets its status back to draft',
      numbers: [3],
      expect: 'refused',
      tries: {
        REST: patch(draft),
        GraphQL: mutate('{ _status: draft }'),
        'Local API': update(draft),
      },
    },
    {
      id: 'status-draft-over-draft',
      title: 'The same while a newer draft lies over it',
      numbers: [3],
      pendingDraft: true,
      expect: 'refused',
      tries: {
        REST: patch(draft),
        GraphQL: mutate('{ _status: draft }'),
        'Local API': update(draft),
      },
    },
    {
      id: 'edit-over-draft',
      title:
        'An ordinary edit while a newer draft lies over it, which would save the draft in its place',
      numbers: [2],
      pendingDraft: true,
      expect: 'refused',
      tries: {
        REST: patch(aNote),
        GraphQL: mutate('{ previouslyPublishedAt: "a note" }'),
        'Local API': update(aNote),
      },
    },
    {
      id: 'autosave-over-draft',
      title: 'An automatic save that does not say it is a draft, while a newer draft lies over it',
      numbers: [7],
      pendingDraft: true,
      expect: 'refused',
      tries: {
        REST: patch({ seededFrom: {} }, '?autosave=true'),
        GraphQL: mutate('{ previouslyPublishedAt: "a note" }', ', autosave: true'),
        'Local API': update(aNote, { autosave: true }),
      },
    },
    {
      id: 'autosave-status-draft',
      title: 'An automatic save with the status draft',
      numbers: [7],
      expect: 'refused',
      tries: {
        REST: patch(draft, '?autosave=true'),
        GraphQL: mutate('{ _status: draft }', ', autosave: true'),
        'Local API': update(draft, { autosave: true }),
      },
    },
    {
      id: 'unpublish-button',
      title: 'The button “Unpublish”',
      numbers: [8],
      expect: 'refused',
      tries: {
        REST: patch(draft, unpublishAll),
        'Local API': update(draft, { unpublishAllLocales: true }),
      },
    },
    {
      id: 'unpublish-button-over-draft',
      title: 'The button “Unpublish” while a newer draft lies over it',
      numbers: [8],
      pendingDraft: true,
      expect: 'refused',
      tries: {
        REST: patch(draft, unpublishAll),
        'Local API': update(draft, { unpublishAllLocales: true }),
      },
    },
    {
      id: 'unpublish-flag-with-status-published',
      title: 'The button’s request, altered so that it publishes a draft without its name or title',
      numbers: [9],
      prepare: (fixture, world) =>
        world.localUpdate(fixture, { [fixture.nameField]: '  ' }, { draft: true }),
      expect: 'changesNothing',
      tries: {
        REST: allOf('HTTP 400', patch(published, unpublishAll)),
        'Local API': update(published, { unpublishAllLocales: true }),
      },
    },
    {
      id: 'publish-all-flag-with-status-draft',
      title: 'The request of the button “Publish”, altered so that it unpublishes',
      numbers: [8],
      expect: 'refused',
      tries: {
        REST: patch(draft, '?publishAllLocales=true'),
        'Local API': update(draft, { publishAllLocales: true }),
      },
    },
    {
      id: 'one-language',
      title:
        'It is unpublished in one language, or that language’s own draft is published in its place',
      numbers: [10, 43],
      pendingDraft: true,
      expect: 'refused',
      tries: {
        REST: patch(draft, '?publishSpecificLocale=cy&locale=cy'),
        'Local API': update(draft, { publishSpecificLocale: 'cy', locale: 'cy' }),
      },
    },
    {
      id: 'answer-cut-short',
      title: 'Unpublishing it with a request that asks for a part of the answer only',
      numbers: [58],
      expect: 'refused',
      tries: {
        REST: patch(draft, '?select[updatedAt]=true&depth=0'),
        'Local API': update(draft, { select: { updatedAt: true } }),
      },
    },
    {
      id: 'another-id-inside',
      title: 'Unpublishing it with a request that names another document inside',
      expect: 'refused',
      tries: {
        REST: patch({ ...draft, id: 999_999 }),
        'Local API': update({ ...draft, id: 999_999 }),
      },
    },
    {
      id: 'without-an-account',
      title: 'Unpublishing or deleting it without an account',
      expect: { refusedWith: 'HTTP 403' },
      tries: {
        REST: allOf(
          'HTTP 403',
          ({ id, slug }, world) => world.asReader('PATCH', `/${slug}/${id}`, draft),
          ({ id, slug }, world) => world.asReader('DELETE', `/${slug}/${id}`),
          ({ olderDraft, slug }, world) =>
            world.asReader('POST', `/${slug}/versions/${olderDraft}`),
        ),
      },
    },
  ],
}
