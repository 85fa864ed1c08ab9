import { published, richText } from '../../helpers/content.ts'
import type { World } from '../../helpers/protectedWorld.ts'
import { ask, call, trashed } from '../acts.ts'
import type { Group } from '../path.ts'

const themes = ({ theme }: World) => `/themes/${theme}`

export const references: Group = {
  id: 'references',
  title: 'What it refers to, and what shows it',
  paths: [
    {
      id: 'theme-deleted',
      title: 'A theme under which readers find it is deleted',
      numbers: [47],
      kinds: ['reviews'],
      expect: { refusedWith: 'IN_USE' },
      tries: {
        REST: (_, world) => world.rest('DELETE', themes(world)),
        GraphQL: ask((_, { theme }) => `mutation { deleteTheme(id: ${theme}) { id } }`),
        'Local API': call((payload, _, { theme }) =>
          payload.delete({ collection: 'themes', id: theme }),
        ),
      },
    },
    {
      id: 'theme-trashed',
      title: 'A theme under which readers find it is moved to the trash',
      numbers: [47],
      kinds: ['reviews'],
      expect: { refusedWith: 'IN_USE' },
      tries: {
        REST: (_, world) => world.rest('PATCH', themes(world), trashed),
        GraphQL: ask(
          (_, { theme }) =>
            `mutation { updateTheme(id: ${theme}, data: { deletedAt: "2020-01-01T00:00:00.000Z" }) { id } }`,
        ),
        'Local API': call((payload, _, { theme }) =>
          payload.update({ collection: 'themes', id: theme, data: trashed }),
        ),
      },
    },
    {
      id: 'themes-deleted-at-once',
      title: 'Themes are deleted many at once',
      numbers: [22, 47],
      kinds: ['reviews'],
      expect: 'changesNothing',
      tries: {
        REST: (_, world) => world.rest('DELETE', `/themes?where[id][equals]=${world.theme}`),
        'Local API': call((payload, _, { theme }) =>
          payload.delete({ collection: 'themes', where: { id: { equals: theme } } }),
        ),
      },
    },
    {
      id: 'page-unpublished',
      title:
        'The page that introduces the reviews is published with its file and unpublished again',
      kinds: ['reviews'],
      expect: 'changesNothing',
      tries: {
        REST: async (_, world) => {
          const page = '/globals/case-reviews-page'
          const text = richText({
            type: 'upload',
            format: '',
            version: 3,
            id: 'a',
            fields: null,
            relationTo: 'files',
            value: world.file.id,
          })
          const shown = { introduction: { text }, ...published }
          const { code } = await world.rest('POST', page, shown)
          return code
            ? { code }
            : world.rest('POST', page, { introduction: { text: null }, _status: 'draft' })
        },
      },
    },
  ],
}
