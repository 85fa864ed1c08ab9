import { published, richText } from '../content.ts'
import type { Fixture, World } from '../protectedWorld.ts'
import { ofCall } from '../publicView.ts'
import { type Attempt, draft, trashed } from './takingDown.ts'

/** Attempts that answer per document, or that change what is published. */
export const bulk: Attempt[] = [
  {
    name: 'Local API: bulk update',
    try: ({ id, slug }, world) =>
      ofCall(
        world.app.payload.update({
          collection: slug as 'reviews',
          data: draft,
          where: { id: { equals: id } },
        }),
      ),
  },
  {
    name: 'Local API: bulk trash as a draft',
    try: ({ id, slug }, world) =>
      ofCall(
        world.app.payload.update({
          collection: slug as 'reviews',
          data: trashed as never,
          draft: true,
          where: { id: { equals: id } },
        }),
      ),
  },
  {
    name: 'Local API: bulk delete',
    try: ({ id, slug }, world) =>
      ofCall(
        world.app.payload.delete({ collection: slug as 'reviews', where: { id: { equals: id } } }),
      ),
  },
  {
    name: 'REST: bulk update',
    try: ({ id, slug }, world) => world.rest('PATCH', `/${slug}?where[id][equals]=${id}`, draft),
  },
  {
    name: 'REST: bulk delete',
    try: ({ id, slug }, world) => world.rest('DELETE', `/${slug}?where[id][equals]=${id}`),
  },
]

export const changing: Attempt[] = [
  ...['onRequest', 'nationalRepository', 'delayed', 'notPublished', 'notStated'].map(
    (reportAvailability) => ({
      name: `the report becomes ${reportAvailability}`,
      only: 'reviews' as const,
      try: ({ id, slug }: Fixture, world: World) =>
        world.rest('PATCH', `/${slug}/${id}`, {
          reportAvailability,
          reportReason: 'Because.',
          reportLink: 'https://repository.example/1',
        }),
    }),
  ),
  {
    name: 'its report file is detached',
    only: 'reviews',
    try: ({ id, slug }, world) =>
      world.rest('PATCH', `/${slug}/${id}`, {
        reportFile: null,
        reportLink: 'https://elsewhere.example',
      }),
  },
  {
    name: 'its report file is replaced without a note',
    only: 'reviews',
    try: ({ id, slug }, world) =>
      world.rest('PATCH', `/${slug}/${id}`, { reportFile: world.otherFile.id }),
  },
  {
    name: 'its report file is replaced through GraphQL',
    only: 'reviews',
    try: ({ id }, world) =>
      world.graphql(
        `
          mutation ($id: Int!, $file: Int) {
            updateReview(id: $id, data: { reportFile: $file }) {
              id
            }
          }
        `,
        { id, file: world.otherFile.id },
      ),
  },
  {
    name: 'the improvements are emptied',
    only: 'reviews',
    try: ({ id, slug }, world) =>
      world.rest('PATCH', `/${slug}/${id}`, { improvements: richText('  ') }),
  },
  {
    name: 'the improvements are removed by the Local API',
    only: 'reviews',
    try: (fixture, world) => world.localUpdate(fixture, { improvements: null }),
  },
  {
    name: 'its file is detached',
    only: 'leaflets',
    try: ({ id, slug }, world) => world.rest('PATCH', `/${slug}/${id}`, { file: null }),
  },
  {
    name: 'its file is replaced without a note',
    only: 'leaflets',
    try: ({ id, slug }, world) =>
      world.rest('PATCH', `/${slug}/${id}`, { file: world.otherFile.id }),
  },
  {
    name: 'its text is emptied',
    only: 'leaflets',
    try: (fixture, world) => world.localUpdate(fixture, { body: richText('') }),
  },
  {
    name: 'its file is detached',
    only: 'frameworkDocuments',
    try: (fixture, world) => world.localUpdate(fixture, { file: null }),
  },
  {
    name: 'a draft without its report is published',
    only: 'reviews',
    try: async (fixture, world) => {
      await world.localUpdate(
        fixture,
        { reportFile: null, reportLink: 'https://elsewhere.example' },
        { draft: true },
      )
      return world.rest('PATCH', `/reviews/${fixture.id}`, published)
    },
  },
]
