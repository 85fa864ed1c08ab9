import { pdf } from '../helpers/content.ts'
import { leafletContent, type Vocabulary } from './content.ts'
import type { Side } from './side.ts'

/** What one review of a round has: two reports uploaded for it, and its id once it is there. */
interface Slot {
  reports: [number, number]
  id?: number
}

/** What an act is done with: by which editor, and on which review of the round. */
export interface Turn {
  side: Side
  editor: string
  /** Another number for each review, the same on both sides. */
  seed: number
  slot: Slot
  vocabulary: Vocabulary
}

/** One side with what stands in it. */
export interface Stage {
  side: Side
  /** Uploads the reports for another round of reviews. */
  prepare: (reviews: number) => Promise<void>
  /** Publishes a leaflet for each review of the round: readers of a review are shown its leaflets. */
  addLeaflets: () => Promise<void>
  turn: (index: number) => Turn
}

/**
 * Stock Payload has nobody to give an address and a date: the caller does. The date is the day, as we store
 * it, so that lists of both sides hold the same reviews.
 */
export const givenByHand = ({ name }: Side, slug: string) =>
  name === 'stock' && {
    slug,
    publishedOn: `${new Date().toISOString().slice(0, 10)}T12:00:00.000Z`,
  }

export async function stageFor(side: Side): Promise<Stage> {
  const { editors, payload } = side
  const vocabulary = await makeVocabulary(side)
  const bytes = await pdf('A report')
  let round = 0
  let slots: Slot[] = []

  const upload = async (name: string): Promise<number> => {
    const file = { data: Buffer.from(bytes), mimetype: 'application/pdf', name, size: bytes.length }
    // Stock Payload has nobody to open it with the review.
    const data = { isPublic: side.name === 'stock' }
    return (await payload.create({ collection: 'files', data, file })).id
  }
  return {
    side,
    prepare: async (reviews) => {
      round++
      slots = []
      while (slots.length < reviews)
        slots.push({ reports: [await upload('report.pdf'), await upload('another.pdf')] })
    },
    addLeaflets: async () => {
      for (const [seed, { id }] of slots.entries()) {
        const leaflet = leafletContent(seed, vocabulary, [id!])
        const data = { ...leaflet, ...givenByHand(side, `leaflet-${seed}`), _status: 'published' }
        await payload.create({ collection: 'leaflets', data: data as never })
      }
    },
    turn: (index) => ({
      side,
      editor: editors[index % editors.length]!,
      seed: round * 1000 + index,
      slot: slots[index]!,
      vocabulary,
    }),
  }
}

async function makeVocabulary({ payload }: Side): Promise<Vocabulary> {
  const agencies: number[] = []
  const themes: number[] = []
  for (const index of [1, 2, 3, 4, 5]) {
    const theme = { name: `theme ${index}`, facet: 'harm' as const, slug: `theme-${index}` }
    themes.push((await payload.create({ collection: 'themes', data: theme })).id)
    const agency = { name: `Agency ${index}`, slug: `agency-${index}` }
    agencies.push((await payload.create({ collection: 'agencies', data: agency })).id)
  }
  return { agencies, themes }
}
