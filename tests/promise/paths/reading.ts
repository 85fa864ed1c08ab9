import { pendingName, type Fixture, type World } from '../../helpers/protectedWorld.ts'
import { ofAnswer, type Outcome } from '../../helpers/publicView.ts'
import { storeFile } from '../../helpers/content.ts'
import { fileField } from '../acts.ts'
import type { Group, Path, Try } from '../path.ts'

type Address = (fixture: Fixture, world: World) => string

/** What a reader without an account asks for; each answer is searched for what only editors may know. */
const reading =
  (...addresses: Address[]): Try =>
  async (fixture, world) => {
    const outcomes: Outcome[] = []
    for (const address of addresses) {
      const answer = await world.app.rest('GET', address(fixture, world))
      outcomes.push({ ...ofAnswer(answer), told: JSON.stringify(answer.body) })
    }
    return { told: outcomes.map(({ told }) => told).join() }
  }

const asking =
  (query: Address): Try =>
  async (fixture, world) => {
    const answer = await world.app.graphql(query(fixture, world))
    return { ...ofAnswer(answer), told: JSON.stringify(answer.body) }
  }

const path = (
  id: string,
  title: string,
  numbers: number[],
  tries: Path['tries'],
  leaves?: Path['leaves'],
): Path => ({
  id,
  title,
  numbers,
  pendingDraft: true,
  expect: 'tellsNothing',
  leaves,
  tries,
})

const secret = encodeURIComponent(pendingName)

export const reads: Group = {
  id: 'reading',
  title: 'Reading what is not published: the draft over it',
  paths: [
    path('draft-asked-for', 'A reader asks for the draft, or for what is in the trash', [56], {
      REST: reading(
        ({ id, slug }) => `/${slug}/${id}?draft=true&depth=2`,
        ({ id, slug }) => `/${slug}/${id}?trash=true&draft=true`,
        ({ slug }) => `/${slug}?draft=true&trash=true&limit=0&where[deletedAt][exists]=true`,
        ({ slug }) => `/${slug}?draft=true&trash=true&limit=0&depth=2`,
      ),
      GraphQL: asking(
        ({ id, nameField, plural, singular }) =>
          `{ ${singular}(id: ${id}, draft: true, trash: true) { ${nameField} } ${plural}(draft: true, trash: true, limit: 0) { docs { ${nameField} } } }`,
      ),
    }),
    path('history-asked-for', 'A reader asks for its history', [54, 60], {
      REST: reading(
        ({ slug }) => `/${slug}/versions?limit=0`,
        ({ olderDraft, slug }) => `/${slug}/versions/${olderDraft + 2}`,
        ({ olderDraft, slug }) => `/${slug}/versions/${olderDraft}`,
      ),
      GraphQL: asking(
        ({ nameField, plural }) =>
          `{ versions${plural}(limit: 0) { docs { version { ${nameField} } } } }`,
      ),
    }),
    path(
      'rights-asked-for',
      'A reader asks what he may do with it, and sends values of his own',
      [55],
      {
        REST: async ({ id, slug }, world) => {
          const body = { _status: 'draft', title: 'x' }
          const answers = [
            await world.app.rest('POST', `/${slug}/access/${id}`, { body }),
            await world.app.rest('GET', '/access'),
          ]
          return { told: JSON.stringify(answers.map((answer) => answer.body)) }
        },
        GraphQL: asking(
          ({ id, singular }) => `{ docAccess${singular}(id: ${id}) { update { permission } } }`,
        ),
      },
    ),
    path('values-injected', 'A reader sends the values that he wants to read', [57], {
      REST: reading(
        ({ id, slug }) =>
          `/${slug}/${id}?data=${encodeURIComponent('{"warnings":[{"code":"X"}]}')}`,
        ({ id, slug }) =>
          `/${slug}/${id}?data[_status]=draft&data[deletedAt]=2020-01-01&draft=true`,
      ),
    }),
    path(
      'parts-asked-for',
      'A reader asks for hidden parts, or for what other documents show of it',
      [58],
      {
        REST: reading(
          ({ id, slug }) =>
            `/${slug}/${id}?select[warnings]=true&select[refersTo]=true&select[seededFrom]=true&draft=true`,
          ({ slug }) => `/${slug}?select[id]=false&limit=0&draft=true&depth=3`,
          () =>
            '/reviews?joins[leaflets][limit]=0&joins[leaflets][where][_status][equals]=draft&depth=3',
          ({ nameField, slug }) =>
            `/${slug}?populate[${slug}][${nameField}]=true&depth=3&draft=true`,
        ),
      },
    ),
    path('guessing', 'A reader filters and sorts by what he may not see', [59], {
      REST: reading(
        ({ nameField, slug }) => `/${slug}?where[${nameField}][equals]=${secret}&draft=true`,
        ({ slug }) => `/${slug}?where[version._status][equals]=draft`,
        ({ slug }) => `/${slug}?sort=refersTo&where[refersTo][exists]=true`,
      ),
    }),
    path('counting', 'A reader counts what he may not see', [60], {
      REST: async ({ nameField, slug }, world) => {
        const where = `where[${nameField}][equals]=${secret}&draft=true&trash=true`
        const { body } = await world.app.rest('GET', `/${slug}/count?${where}`)
        return { told: body.totalDocs ? `${pendingName}: ${body.totalDocs}` : '' }
      },
      GraphQL: asking(
        ({ nameField, plural }) =>
          `{ count${plural}(draft: true, where: { ${nameField}: { equals: "${pendingName}" } }) { totalDocs } }`,
      ),
    }),
    path(
      'file-of-the-draft',
      'A reader asks for a file that only the draft refers to',
      [41, 42, 56],
      {
        'file address': async (fixture, world) => {
          const { app } = world
          const file = await storeFile(app.payload, { name: 'Only in a draft.pdf' })
          await world.localUpdate(fixture, { [fileField(fixture)]: file.id }, { draft: true })
          const names = [file.filename, `${file.filename}?draft=true&trash=true`]
          for (const name of names) {
            const { status } = await app.rest('GET', `/files/file/${name}`)
            if (status !== 403) return { told: `${pendingName}: its file, with ${status}` }
          }
          const { body } = await app.rest('GET', `/files/${file.id}?draft=true&trash=true`)
          return { told: body.filename ? pendingName : '' }
        },
      },
      'other documents',
    ),
  ],
}
