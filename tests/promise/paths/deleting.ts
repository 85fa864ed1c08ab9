import { ask, call, collectionOf, send } from '../acts.ts'
import type { Group } from '../path.ts'
import { schedule } from './jobs.ts'

const manyAt = (query = '') =>
  send('DELETE', ({ id, slug }) => `/${slug}?where[id][equals]=${id}${query}`)

export const deleting: Group = {
  id: 'deleting',
  title: 'Deleting it',
  paths: [
    {
      id: 'delete',
      title: 'An editor deletes it for good',
      numbers: [21],
      expect: 'refused',
      tries: {
        REST: send('DELETE'),
        GraphQL: ask(({ id, singular }) => `mutation { delete${singular}(id: ${id}) { id } }`),
        'Local API': call((payload, { id, slug }) =>
          payload.delete({ collection: slug as 'reviews', id }),
        ),
      },
    },
    {
      id: 'delete-as-from-trash',
      title: 'It is deleted as if it were in the trash already',
      numbers: [21],
      expect: 'refused',
      tries: {
        REST: send('DELETE', '?trash=true'),
        GraphQL: ask(
          ({ id, singular }) => `mutation { delete${singular}(id: ${id}, trash: true) { id } }`,
        ),
        'Local API': call((payload, { id, slug }) =>
          payload.delete({ collection: slug as 'reviews', id, trash: true }),
        ),
      },
    },
    {
      id: 'delete-over-draft',
      title: 'It is deleted while a newer draft lies over it',
      numbers: [21],
      pendingDraft: true,
      expect: 'refused',
      tries: {
        REST: send('DELETE'),
        'Local API': call((payload, { id, slug }) =>
          payload.delete({ collection: slug as 'reviews', id }),
        ),
      },
    },
    {
      id: 'delete-many',
      title: 'It is deleted among many at once, with or without a part of the answer',
      numbers: [22],
      expect: 'refusedInWords',
      tries: {
        REST: manyAt(),
        'Local API': call((payload, { id, slug }) =>
          payload.delete({
            collection: collectionOf({ slug }),
            select: { id: true } as never,
            where: { id: { equals: id } },
          }),
        ),
      },
    },
    {
      id: 'delete-many-as-from-trash',
      title: 'The same as if they were in the trash already',
      numbers: [22],
      expect: 'refusedInWords',
      tries: { REST: manyAt('&trash=true&select[updatedAt]=true') },
    },
    {
      id: 'delete-with-schedule',
      title:
        'It is deleted while its next publication is scheduled, which must not be forgotten either',
      numbers: [21],
      prepare: (fixture, world) => schedule(fixture, world, 'publish', new Date('2099-01-01')),
      inProcess: true,
      expect: 'refused',
      tries: { REST: send('DELETE') },
    },
  ],
}
