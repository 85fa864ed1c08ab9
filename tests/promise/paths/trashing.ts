import { published } from '../../helpers/content.ts'
import { ofAnswer } from '../../helpers/publicView.ts'
import { mutate, patch, patchMany, trashed, update, updateMany } from '../acts.ts'
import type { Group } from '../path.ts'

const inTrash = '{ deletedAt: "2020-01-01T00:00:00.000Z" }'

export const trashing: Group = {
  id: 'trashing',
  title: 'Moving it to the trash',
  paths: [
    {
      id: 'trash',
      title: 'An editor moves it to the trash',
      numbers: [15],
      expect: 'refused',
      tries: { REST: patch(trashed), GraphQL: mutate(inTrash), 'Local API': update(trashed) },
    },
    {
      id: 'trash-later',
      title: 'It is marked as deleted from a day to come',
      numbers: [15],
      expect: 'refused',
      tries: {
        REST: patch({ deletedAt: '2099-01-01T00:00:00.000Z' }),
        'Local API': update({ deletedAt: '2099-01-01T00:00:00.000Z' }),
      },
    },
    {
      id: 'trash-over-draft',
      title: 'It is moved to the trash while a newer draft lies over it',
      numbers: [16],
      pendingDraft: true,
      expect: 'refused',
      tries: { REST: patch(trashed), GraphQL: mutate(inTrash), 'Local API': update(trashed) },
    },
    {
      id: 'trash-as-draft',
      title: 'A draft of it is moved to the trash, and would take it along later',
      numbers: [17],
      expect: 'refused',
      tries: {
        REST: patch(trashed, '?draft=true'),
        GraphQL: mutate(inTrash, ', draft: true'),
        'Local API': update(trashed, { draft: true }),
      },
    },
    {
      id: 'trash-as-published',
      title: 'It is moved to the trash with the status published',
      numbers: [18],
      expect: 'refused',
      tries: {
        REST: patch({ ...trashed, ...published }),
        'Local API': update({ ...trashed, ...published }),
      },
    },
    {
      id: 'trash-by-button',
      title: 'It is moved to the trash by the request of the button “Unpublish”',
      numbers: [8, 15],
      expect: 'refused',
      tries: { REST: patch(trashed, '?unpublishAllLocales=true') },
    },
    {
      id: 'trash-many',
      title: 'It is moved to the trash among many at once with the editors’ interface',
      numbers: [13],
      expect: { refusedWith: 'HTTP 403' },
      tries: { REST: patchMany(trashed) },
    },
    {
      id: 'trash-many-by-program',
      title: 'The same with a program',
      numbers: [13],
      expect: 'refusedInWords',
      tries: { 'Local API': updateMany(trashed) },
    },
    {
      id: 'trash-many-as-drafts',
      title: 'Drafts of many are moved to the trash at once',
      numbers: [13, 17],
      expect: 'refusedInWords',
      tries: { 'Local API': updateMany(trashed, { draft: true }) },
    },
    {
      id: 'restore-from-trash',
      title: 'It is “restored” from a trash it is not in, with the draft that lies over it',
      numbers: [16, 19],
      pendingDraft: true,
      expect: 'refused',
      tries: {
        REST: patch({ deletedAt: null }, '?trash=true'),
        GraphQL: mutate('{ deletedAt: null }', ', trash: true'),
        'Local API': update({ deletedAt: null }, { trash: true }),
      },
    },
    {
      id: 'born-in-trash',
      title: 'A document is published and in the trash from its first moment',
      numbers: [20],
      expect: 'changesNothing',
      tries: {
        REST: async ({ id, slug }, world) => {
          const { app } = world
          const data = {
            name: 'Born',
            title: 'Born',
            reviewType: 'LCSPR',
            reportAvailability: 'notStated',
            ...published,
            ...trashed,
          }
          const answer = await app.rest('POST', `/${slug}`, { as: app.editor, body: data })
          if (answer.body.doc?.id === id) throw new Error('It took the place of another document.')
          const seen = await app.rest('GET', `/${slug}/${answer.body.doc?.id}`)
          if (seen.status !== 200) throw new Error('What was published is not public.')
          return ofAnswer(answer)
        },
      },
    },
  ],
}
