import { corrected, reviewContent } from './content.ts'
import { givenByHand, type Turn } from './stage.ts'

export interface Act {
  name: string
  limit: number
  run: (turn: Turn) => Promise<unknown>
}

/** How much dearer than stock Payload a change and a look may be. */
const limits = { read: 1.02, write: 1.15 }

const contentOf = ({ seed, slot, vocabulary }: Turn) =>
  reviewContent(seed, vocabulary, slot.reports[0])

const save = (turn: Turn, query: string, body: object) =>
  turn.side.send('PATCH', `/reviews/${turn.slot.id}?depth=0${query}`, { as: turn.editor, body })

const write = (name: string, run: Act['run']): Act => ({ name, limit: limits.write, run })
const read = (name: string, run: Act['run']): Act => ({ name, limit: limits.read, run })

/** A review's way, from its first draft to its correction; then one that is published at once. */
export const writes: Act[] = [
  write('create a draft', async (turn) => {
    const content = contentOf(turn)
    const body = { ...content, ...givenByHand(turn.side, `child-${turn.seed}`), _status: 'draft' }
    const path = '/reviews?depth=0&draft=true'
    turn.slot.id = (await turn.side.send('POST', path, { as: turn.editor, body })).doc.id
  }),
  write('save a draft', (turn) =>
    save(turn, '&draft=true', {
      ...contentOf(turn),
      ...corrected(turn.seed + 1),
    }),
  ),
  write('save a draft by itself', (turn) =>
    save(turn, '&draft=true&autosave=true', {
      ...contentOf(turn),
      ...corrected(turn.seed + 2),
    }),
  ),
  write('publish the draft', (turn) =>
    save(turn, '', {
      ...contentOf(turn),
      _status: 'published',
    }),
  ),
  write('correct the published', (turn) =>
    save(turn, '', {
      ...contentOf(turn),
      ...corrected(turn.seed + 3),
      _status: 'published',
    }),
  ),
  write('save a draft over it', (turn) =>
    save(turn, '&draft=true', {
      ...contentOf(turn),
      ...corrected(turn.seed + 4),
    }),
  ),
  write('create published', (turn) => {
    const seed = turn.seed + 1_000_000
    const content = reviewContent(seed, turn.vocabulary, turn.slot.reports[1])
    const body = { ...content, ...givenByHand(turn.side, `child-${seed}`), _status: 'published' }
    return turn.side.send('POST', '/reviews?depth=0', { as: turn.editor, body })
  }),
]

const list = `{ Reviews(limit: 20, sort: "-publishedOn") { totalDocs docs {
  id slug name reviewType publishedOn themes { name } reportFile { url } } } }`
const one = (id: number) => `{ Review(id: ${id}) { name summary learning publishedOn
  themes { name } recommendations { recommendation agencies { name } } reportFile { url }
  leaflets { docs { title } } } }`

/** What anonymous readers ask for, and a program of the host. */
export const reads: Act[] = [
  read('REST list of 20', ({ side }) => side.send('GET', '/reviews?limit=20&depth=1')),
  read('REST one', ({ side, slot }) => side.send('GET', `/reviews/${slot.id}?depth=1`)),
  read('GraphQL list of 20', ({ side }) => side.graphql(list)),
  read('GraphQL one', ({ side, slot }) => side.graphql(one(slot.id!))),
  read('Local list of 20', ({ side }) =>
    side.payload.find({ collection: 'reviews', depth: 1, limit: 20, overrideAccess: false }),
  ),
  read('Local one', ({ side, slot }) =>
    side.payload.findByID({
      collection: 'reviews',
      id: slot.id!,
      depth: 1,
      overrideAccess: false,
    }),
  ),
]
