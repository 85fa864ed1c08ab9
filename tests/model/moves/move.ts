import fc from 'fast-check'

import { richText } from '../../helpers/content.ts'
import {
  type Doc,
  type Form,
  keyOf,
  liveDocs,
  type Model,
  type Outcome,
  type Whereabouts,
} from '../state.ts'
import { collectionOf, names, type System } from '../system.ts'

/** Something that somebody is about to do: to the system, and what the model says of it. */
export interface Plan {
  says: string
  /** The documents of which readers may see something else afterwards. */
  touches: string[]
  act: () => Promise<Outcome>
  /** Does it to the model, once it was done; what came of it is what must have come of it. */
  expect: (model: Model) => Outcome
}

/** Plans what to do in the situation at hand; nothing when it does not fit. */
export type Move = (model: Model, system: System) => Promise<Plan | undefined> | Plan | undefined

/** A choice among what is there, whatever its number is by then. */
export const choice = fc.nat({ max: 999 })

export const pick = <T>(from: T[], chosen: number): T | undefined => from[chosen % from.length]

export type Through = 'REST' | 'GraphQL' | 'Local API'
export const through = fc.constantFrom<Through[]>('REST', 'GraphQL', 'Local API')

/** What can be chosen in a form: what is in the trash cannot. */
export const here = (things: Record<number, Whereabouts | { is: Whereabouts }>): number[] =>
  Object.entries(things)
    .filter(([, thing]) => (typeof thing === 'string' ? thing : thing.is) === 'here')
    .map(([id]) => Number(id))

let count = 0

/** Nothing is written twice, so that what readers see tells where it came from. */
export const words = (): string => `Words ${++count}`

/** A plan for one of the documents that are there. */
export const withDoc =
  (chosen: number, plan: (doc: Doc, model: Model, system: System) => ReturnType<Move>): Move =>
  (model, system) => {
    const doc = pick(liveDocs(model), chosen)
    return doc && plan(doc, model, system)
  }

/** The document in the state that a plan is tried on, which need not be the one it was made for. */
export const inModel = ({ docs }: Model, doc: Doc): Doc => docs[keyOf(doc)]!

export type Change = Partial<Omit<Form, 'isInTrash' | 'isPublished'>>

/** What an editor types, as Payload stores it. */
export function dataOf({ kind }: Pick<Doc, 'kind'>, change: Change): Record<string, unknown> {
  const { date, file, notes, saysPublished, summary, theme, words } = change
  const fields = names[kind]
  return {
    ...(words !== undefined && { [fields.words]: words }),
    ...(summary !== undefined && { summary: summary === null ? null : richText(summary) }),
    ...(file !== undefined && { [fields.file]: file }),
    ...(kind === 'reviews' &&
      saysPublished !== undefined && {
        reportAvailability: saysPublished ? 'published' : 'notStated',
      }),
    ...(kind !== 'framework-documents' &&
      theme !== undefined && { themes: theme === null ? [] : [theme] }),
    ...(notes !== undefined && { changeNotes: notes.map((note) => ({ note })) }),
    ...(date && {
      publishedOn: date.day,
      publishedOnPrecision: date.precision,
      previouslyPublishedAt: 'https://before.example',
    }),
  }
}

interface How {
  through: Through
  /** Saves a newer draft only. */
  draft?: boolean
  /** Reaches into the trash. */
  inTrash?: boolean
}

export const queryOf = ({ draft = false, inTrash = false }: Omit<How, 'through'>): string =>
  `${draft ? '&draft=true' : ''}${inTrash ? '&trash=true' : ''}`.replace('&', '?')

/** An update, through one interface or another. */
export function update(
  system: System,
  { id, kind }: Doc,
  data: object,
  { draft = false, inTrash = false, ...how }: How,
): Promise<Outcome> {
  if (how.through === 'Local API')
    return system.local((payload) =>
      payload.update({ collection: collectionOf(kind), id, data, draft, trash: inTrash } as never),
    )
  if (how.through === 'REST')
    return system.rest('PATCH', `/${kind}/${id}${queryOf({ draft, inTrash })}`, data)
  const { singular } = names[kind]
  return system.graphql(
    `mutation ($id: Int!, $data: mutation${singular}UpdateInput!, $draft: Boolean, $trash: Boolean) {
      update${singular}(id: $id, data: $data, draft: $draft, trash: $trash) { id }
    }`,
    { id, data, draft, trash: inTrash },
  )
}
