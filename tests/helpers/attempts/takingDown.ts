import type { Fixture, Kind, World } from '../protectedWorld.ts'
import { published } from '../content.ts'
import { ofCall, type Outcome } from '../publicView.ts'

/** One way to take a protected publication, or a part of it, from the public. */
export interface Attempt {
  name: string
  pendingDraft?: boolean
  /** The kind of publication that has the fields for it; all kinds if none is named. */
  only?: Kind
  try: (fixture: Fixture, world: World) => Promise<Outcome>
}

export const draft = { _status: 'draft' as const }
export const trashed = { deletedAt: '2020-01-01T00:00:00.000Z' }

export const takingDown: Attempt[] = [
  {
    name: 'REST: status draft',
    try: ({ id, slug }, world) => world.rest('PATCH', `/${slug}/${id}`, draft),
  },
  {
    name: 'REST: status draft over a pending draft',
    pendingDraft: true,
    try: ({ id, slug }, world) => world.rest('PATCH', `/${slug}/${id}`, draft),
  },
  {
    name: 'REST: an edit that says nothing of drafts, over a pending draft',
    pendingDraft: true,
    try: ({ id, slug }, world) =>
      world.rest('PATCH', `/${slug}/${id}`, { previouslyPublishedAt: 'a note' }),
  },
  {
    name: 'REST: autosave without draft, over a pending draft',
    pendingDraft: true,
    try: ({ id, slug }, world) =>
      world.rest('PATCH', `/${slug}/${id}?autosave=true`, { seededFrom: {} }),
  },
  {
    name: 'REST: the “unpublish all locales” button',
    try: ({ id, slug }, world) =>
      world.rest('PATCH', `/${slug}/${id}?unpublishAllLocales=true`, draft),
  },
  {
    name: 'REST: “unpublish all locales” over a pending draft',
    pendingDraft: true,
    try: ({ id, slug }, world) =>
      world.rest('PATCH', `/${slug}/${id}?unpublishAllLocales=true`, draft),
  },
  {
    name: 'REST: autosave with status draft',
    try: ({ id, slug }, world) => world.rest('PATCH', `/${slug}/${id}?autosave=true`, draft),
  },
  { name: 'REST: delete', try: ({ id, slug }, world) => world.rest('DELETE', `/${slug}/${id}`) },
  {
    name: 'REST: delete with trash',
    try: ({ id, slug }, world) => world.rest('DELETE', `/${slug}/${id}?trash=true`),
  },
  {
    name: 'REST: trash by PATCH',
    try: ({ id, slug }, world) => world.rest('PATCH', `/${slug}/${id}`, trashed),
  },
  {
    name: 'REST: trash by PATCH with status published',
    try: ({ id, slug }, world) =>
      world.rest('PATCH', `/${slug}/${id}`, { ...trashed, ...published }),
  },
  {
    name: 'REST: trash as a draft',
    try: ({ id, slug }, world) => world.rest('PATCH', `/${slug}/${id}?draft=true`, trashed),
  },
  {
    name: 'REST: trash over a pending draft',
    pendingDraft: true,
    try: ({ id, slug }, world) => world.rest('PATCH', `/${slug}/${id}`, trashed),
  },
  {
    name: 'REST: restore the draft from before the publication',
    try: ({ olderDraft, slug }, world) => world.rest('POST', `/${slug}/versions/${olderDraft}`),
  },
  {
    name: 'GraphQL: status draft',
    try: ({ id, singular }, world) =>
      world.graphql(
        `mutation ($id: Int!) { update${singular}(id: $id, data: { _status: draft }) { id } }`,
        {
          id,
        },
      ),
  },
  {
    name: 'GraphQL: status draft over a pending draft',
    pendingDraft: true,
    try: ({ id, singular }, world) =>
      world.graphql(
        `mutation ($id: Int!) { update${singular}(id: $id, data: { _status: draft }) { id } }`,
        {
          id,
        },
      ),
  },
  {
    name: 'GraphQL: delete',
    try: ({ id, singular }, world) =>
      world.graphql(`mutation ($id: Int!) { delete${singular}(id: $id) { id } }`, { id }),
  },
  {
    name: 'GraphQL: trash',
    try: ({ id, singular }, world) =>
      world.graphql(
        `mutation ($id: Int!) { update${singular}(id: $id, data: { deletedAt: "2020-01-01T00:00:00.000Z" }) { id } }`,
        { id },
      ),
  },
  {
    name: 'GraphQL: restore the draft from before the publication',
    try: ({ olderDraft, singular }, world) =>
      world.graphql(`mutation { restoreVersion${singular}(id: ${olderDraft}) { id } }`),
  },
  {
    name: 'GraphQL: two mutations at once, a harmless restore before the status draft',
    try: ({ id, olderDraft, singular }, world) =>
      world.graphql(
        `mutation {
          restoreVersion${singular}(id: ${olderDraft}, draft: true) { id }
          update${singular}(id: ${id}, data: { _status: draft }) { id }
        }`,
      ),
  },
  { name: 'Local API: status draft', try: (fixture, world) => world.localUpdate(fixture, draft) },
  {
    name: 'Local API: an edit that says nothing of drafts, over a pending draft',
    pendingDraft: true,
    try: (fixture, world) => world.localUpdate(fixture, { previouslyPublishedAt: 'a note' }),
  },
  { name: 'Local API: trash', try: (fixture, world) => world.localUpdate(fixture, trashed) },
  {
    name: 'Local API: trash as a draft',
    try: (fixture, world) => world.localUpdate(fixture, trashed, { draft: true }),
  },
  {
    name: 'Local API: delete',
    try: ({ id, slug }, world) =>
      ofCall(world.app.payload.delete({ collection: slug as 'reviews', id })),
  },
  {
    name: 'Local API: restore the draft from before the publication',
    try: ({ olderDraft, slug }, world) =>
      ofCall(
        world.app.payload.restoreVersion({ collection: slug as 'reviews', id: String(olderDraft) }),
      ),
  },
  {
    name: 'a hook of the host before ours',
    try: (fixture, world) => {
      world.hostile({ first: draft })
      return world.localUpdate(fixture, published)
    },
  },
  {
    name: 'a hook of a plugin after ours',
    try: (fixture, world) => {
      world.hostile({ last: draft })
      return world.localUpdate(fixture, published)
    },
  },
  {
    name: 'a hook of a plugin after ours that trashes',
    try: (fixture, world) => {
      world.hostile({ last: trashed })
      return world.localUpdate(fixture, published)
    },
  },
  {
    name: 'an operation inside an operation',
    try: (fixture, world) => {
      world.hostile({ nested: draft })
      return world.localUpdate(fixture, published)
    },
  },
]
