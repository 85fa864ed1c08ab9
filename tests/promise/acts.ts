import type { CollectionSlug } from 'payload'

import { pdf, uploadForm } from '../helpers/content.ts'
import type { Fixture, World } from '../helpers/protectedWorld.ts'
import { ofCall, type Outcome } from '../helpers/publicView.ts'
import type { Try } from './path.ts'

/** What attempts are made of: the same act on a published document through one interface or another. */

export const draft = { _status: 'draft' as const }
export const trashed = { deletedAt: '2020-01-01T00:00:00.000Z' }
/** An edit that is nobody's business. */
export const aNote = { previouslyPublishedAt: 'a note' }

type Values = object | ((fixture: Fixture, world: World) => object)

const valuesOf = (values: Values, fixture: Fixture, world: World): object =>
  typeof values === 'function' ? values(fixture, world) : values

/** The field that holds the document itself. */
export const fileField = ({ slug }: { slug: string }) =>
  slug === 'reviews' ? 'reportFile' : 'file'
export const linkField = ({ slug }: { slug: string }) =>
  slug === 'reviews' ? 'reportLink' : 'link'
/** A field with a text that was published. */
export const textField = ({ slug }: { slug: string }) =>
  slug === 'reviews' ? 'improvements' : 'body'

export const patch =
  (values: Values, query = ''): Try =>
  (fixture, world) =>
    world.rest('PATCH', `/${fixture.slug}/${fixture.id}${query}`, valuesOf(values, fixture, world))

export const patchMany =
  (values: Values, query = ''): Try =>
  (fixture, world) =>
    world.rest(
      'PATCH',
      `/${fixture.slug}?where[id][equals]=${fixture.id}${query}`,
      valuesOf(values, fixture, world),
    )

/** @param data as GraphQL writes it, for example `{ _status: draft }` */
export const mutate =
  (data: string | ((fixture: Fixture, world: World) => string), args = ''): Try =>
  (fixture, world) => {
    const written = typeof data === 'function' ? data(fixture, world) : data
    return world.graphql(
      `mutation { update${fixture.singular}(id: ${fixture.id}${args}, data: ${written}) { id } }`,
    )
  }

export const update =
  (values: Values, more: object = {}): Try =>
  (fixture, world) =>
    world.localUpdate(fixture, valuesOf(values, fixture, world), more)

export const updateMany =
  (values: Values, more: object = {}): Try =>
  (fixture, { app: { payload } }) =>
    ofCall(
      payload.update({
        collection: fixture.slug as 'reviews',
        data: values as never,
        where: { id: { equals: fixture.id } },
        ...more,
      }),
    )

/** REST on the document itself, or on what stands under its address. */
export const send =
  (method: string, rest: string | ((fixture: Fixture, world: World) => string) = ''): Try =>
  (fixture, world) =>
    world.rest(
      method,
      typeof rest === 'string' ? `/${fixture.slug}/${fixture.id}${rest}` : rest(fixture, world),
    )

export const ask =
  (query: (fixture: Fixture, world: World) => string): Try =>
  (fixture, world) =>
    world.graphql(query(fixture, world))

/** A call of the Local API or of the database. */
export const call =
  (
    act: (payload: World['app']['payload'], fixture: Fixture, world: World) => Promise<unknown>,
  ): Try =>
  (fixture, world) =>
    ofCall(act(world.app.payload, fixture, world))

export const collectionOf = ({ slug }: { slug: string }) => slug as CollectionSlug

export const anotherUpload = async (name = 'another.pdf') =>
  uploadForm(await pdf(name), name, 'application/pdf')

/** One attempt after another; the answer is the first that is not the code all of them must have. */
export const allOf =
  (code: string | undefined, ...tries: Try[]): Try =>
  async (fixture, world) => {
    let outcome: Outcome = {}
    for (const attempt of tries) {
      outcome = await attempt(fixture, world)
      if (outcome.code !== code) return outcome
    }
    return outcome
  }
