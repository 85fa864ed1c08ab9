import { published } from '../../helpers/content.ts'
import { ofAnswer } from '../../helpers/publicView.ts'
import { allOf, draft, mutate, patch, update } from '../acts.ts'
import type { Group, Path } from '../path.ts'

const fixed: [string, string, string, string, string][] = [
  [
    'publishedOn',
    '2020-01-01',
    '"2020-01-01"',
    'PUBLISHED_ON_FIXED',
    'Its date of publication is moved',
  ],
  [
    'publishedOnPrecision',
    'year',
    'year',
    'PUBLISHED_ON_FIXED',
    'The precision of its date is changed',
  ],
  ['slug', 'another-address', '"another-address"', 'SLUG_FIXED', 'Its address is changed'],
]

const isFixed = ([field, value, literal, code, title]: (typeof fixed)[number]): Path => ({
  id: `fixed-${field}`,
  title,
  numbers: [48],
  expect: { refusedWith: code },
  tries: {
    REST: allOf(code, patch({ [field]: value }), patch({ [field]: value }, '?draft=true')),
    GraphQL: allOf(
      code,
      mutate(`{ ${field}: ${literal} }`),
      mutate(`{ ${field}: ${literal} }`, ', draft: true'),
    ),
    'Local API': update({ [field]: value }),
  },
})

const past = '2020-01-01T00:00:00.000Z'

/** What only the system writes, whatever is sent. */
const stamps = {
  firstPublishedAt: past,
  protectedUntil: past,
  createdAt: past,
  lastPublicChangeAt: past,
  refersTo: { documents: [] },
}
const emptied = { publishedOn: null, publishedOnPrecision: null, slug: null }

/** At once, as a draft that is then published, and past the access rules. */
const sent = (values: object): Path['tries'] => ({
  REST: allOf(undefined, patch(values), patch(values, '?draft=true'), patch(published)),
  'Local API': update(values),
})

interface Stamped {
  id: number
  lastPublicChangeAt: string
  refersTo?: { documents: string[] }
}

/** Readers do not see all of them. */
const stampsAreKept: Path['check'] = async ({ id, slug }, { app }) => {
  const where = { id: { equals: id } }
  const row = (await app.payload.db.findOne<Stamped>({ collection: slug as 'reviews', where }))!
  if (row.lastPublicChangeAt === past) throw new Error('A forged moment was stored.')
  if (!row.refersTo?.documents.length) throw new Error('It no longer knows what it refers to.')
}

export const dates: Group = {
  id: 'dates',
  title: 'Forging its dates or its address',
  paths: [
    ...fixed.map(isFixed),
    {
      id: 'stamps-forged',
      title:
        'The moment of its first publication, the end of its protection and what it refers to are forged',
      numbers: [48],
      expect: 'changesNothing',
      check: stampsAreKept,
      tries: sent(stamps),
    },
    {
      id: 'date-emptied',
      title: 'Its date of publication and its address are emptied',
      numbers: [48],
      expect: 'changesNothing',
      tries: sent(emptied),
    },
    {
      id: 'forged-and-unpublished',
      title: 'The end of its protection is forged in the same request that unpublishes it',
      numbers: [48],
      expect: 'refused',
      tries: {
        REST: patch({
          ...draft,
          protectedUntil: past,
          publishedOn: '2019-01-01',
          firstPublishedAt: past,
        }),
        'Local API': update({ ...draft, protectedUntil: null, firstPublishedAt: null }),
      },
    },
    {
      id: 'shorter-kind',
      title: 'It becomes a review of a type with a shorter protection, and is then unpublished',
      kinds: ['reviews'],
      prepare: (fixture, world) => world.localUpdate(fixture, { reviewType: 'local' }),
      expect: 'refused',
      tries: { REST: patch(draft) },
    },
    {
      id: 'address-taken',
      title: 'Another document is published under its address',
      expect: 'changesNothing',
      tries: {
        REST: async (fixture, world) => {
          const { app } = world
          const { body } = await app.rest('GET', `/${fixture.slug}/${fixture.id}`)
          const data = {
            name: 'Usurper',
            title: 'Usurper',
            reviewType: 'LCSPR',
            reportAvailability: 'notStated',
            slug: body.slug,
            ...published,
          }
          const answer = await app.rest('POST', `/${fixture.slug}`, { as: app.editor, body: data })
          if (answer.body.doc?.slug === body.slug) throw new Error('Two have one address.')
          return ofAnswer(answer)
        },
      },
    },
    {
      id: 'born-with-forged-dates',
      title: 'A document is published with dates that would end its protection before it begins',
      numbers: [20, 48, 51],
      expect: 'changesNothing',
      tries: {
        REST: async (fixture, world) => {
          const { app } = world
          const data = {
            name: 'Forged',
            title: 'Forged',
            reviewType: 'LCSPR',
            reportAvailability: 'notStated',
            firstPublishedAt: past,
            protectedUntil: past,
            createdAt: past,
            ...published,
          }
          const { slug } = fixture
          const answer = await app.rest('POST', `/${slug}`, { as: app.editor, body: data })
          const until = String(answer.body.doc?.protectedUntil).slice(0, 10)
          if (until !== fixture.protectedUntil) throw new Error(`Protected until ${until}.`)
          return ofAnswer(answer)
        },
      },
    },
  ],
}
