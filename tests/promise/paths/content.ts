import { richText } from '../../helpers/content.ts'
import { aNote, fileField, linkField, mutate, patch, send, textField, update } from '../acts.ts'
import type { Group, Path } from '../path.ts'

/** What a review may say of its report, and how each stands in a sentence. */
const lessAvailable = {
  onRequest: 'on request',
  nationalRepository: 'in the national repository only',
  delayed: 'delayed',
  notPublished: 'not published',
  notStated: 'not stated',
}

const becomesLessAvailable = (value: string, words: string): Path => ({
  id: `report-becomes-${value}`,
  title: `The report becomes less available: ${words}`,
  kinds: ['reviews'],
  expect: 'refused',
  tries: {
    REST: patch({
      reportAvailability: value,
      reportReason: 'Because.',
      reportLink: 'https://repository.example/1',
    }),
    GraphQL: mutate(
      `{ reportAvailability: ${value}, reportReason: "Because.", reportLink: "https://repository.example/1" }`,
    ),
  },
})

export const content: Group = {
  id: 'content',
  title: 'Taking a part of it away',
  paths: [
    {
      id: 'document-detached',
      title: 'Its document is taken away',
      numbers: [1],
      expect: 'refused',
      tries: {
        REST: patch((fixture) => ({
          [fileField(fixture)]: null,
          [linkField(fixture)]: 'https://elsewhere.example',
        })),
        GraphQL: mutate(
          (fixture) =>
            `{ ${fileField(fixture)}: null, ${linkField(fixture)}: "https://a.example" }`,
        ),
        'Local API': update((fixture) => ({ [fileField(fixture)]: null })),
      },
    },
    {
      id: 'document-replaced',
      title: 'Its document is replaced by another without a public note',
      numbers: [1],
      expect: 'refused',
      tries: {
        REST: patch((fixture, world) => ({ [fileField(fixture)]: world.otherFile.id })),
        GraphQL: mutate((fixture, world) => `{ ${fileField(fixture)}: ${world.otherFile.id} }`),
        'Local API': update((fixture, world) => ({ [fileField(fixture)]: world.otherFile.id })),
      },
    },
    {
      id: 'text-emptied',
      title: 'A text that was published is emptied',
      expect: 'refused',
      tries: {
        REST: patch((fixture) => ({ [textField(fixture)]: richText('  ') })),
        'Local API': update((fixture) => ({ [textField(fixture)]: null })),
      },
    },
    {
      id: 'text-emptied-by-save-of-its-own',
      title: 'A text that was published is emptied by an automatic save',
      expect: 'refused',
      tries: {
        REST: patch((fixture) => ({ [textField(fixture)]: richText('') }), '?autosave=true'),
      },
    },
    ...Object.entries(lessAvailable).map(([value, words]) => becomesLessAvailable(value, words)),
    {
      id: 'note-of-replacement-removed',
      title: 'The public note that told of a replaced document is removed again',
      prepare: async (fixture, world) => {
        await world.localUpdate(fixture, {
          [linkField(fixture)]: 'https://second.example',
          changeNotes: [{ date: '2026-01-01', note: 'A second address.' }],
        })
      },
      expect: 'refused',
      tries: {
        REST: patch({ changeNotes: [] }),
        'Local API': update({ changeNotes: [] }),
      },
    },
    {
      id: 'imported-row',
      title: 'A row of an import brings a status, a date of deletion and dates of its own',
      numbers: [51],
      expect: 'refused',
      tries: {
        REST: patch({
          _status: 'draft',
          deletedAt: '2020-01-01T00:00:00.000Z',
          createdAt: '2019-01-01T00:00:00.000Z',
          firstPublishedAt: '2019-01-01T00:00:00.000Z',
          protectedUntil: '2020-01-01T00:00:00.000Z',
        }),
        'Local API': update({
          _status: 'draft',
          updatedAt: '2019-01-01T00:00:00.000Z',
          protectedUntil: '2020-01-01T00:00:00.000Z',
        }),
      },
    },
    {
      id: 'imported-over-its-id',
      title: 'A row of an import claims its number, to be stored in its place',
      numbers: [51],
      expect: 'changesNothing',
      tries: {
        REST: async ({ id, slug }, world) =>
          world.rest('POST', `/${slug}`, {
            id,
            _status: 'draft',
            name: 'Imported',
            title: 'Imported',
            reviewType: 'LCSPR',
            reportAvailability: 'notStated',
          }),
      },
    },
    {
      id: 'put',
      title: 'It is written anew as a whole by another kind of request',
      expect: { refusedWith: 'HTTP 404' },
      tries: { REST: send('POST') },
    },
    {
      id: 'harmless-edit',
      title: 'An edit that readers do not see',
      numbers: [1],
      expect: 'changesNothing',
      tries: {
        REST: patch({ seededFrom: { key: 'a key' } }),
        'Local API': update({ seededFrom: { key: aNote.previouslyPublishedAt } }),
      },
    },
  ],
}
