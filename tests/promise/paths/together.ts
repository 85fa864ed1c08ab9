import { published, richText } from '../../helpers/content.ts'
import type { Fixture, World } from '../../helpers/protectedWorld.ts'
import type { Outcome } from '../../helpers/publicView.ts'
import { draft, fileField, patch, trashed, update } from '../acts.ts'
import type { Group, Path } from '../path.ts'

/** Both at once; the answer is that of the act that must be refused. */
const race = async (
  forbidden: () => Promise<Outcome>,
  ...others: (() => Promise<Outcome>)[]
): Promise<Outcome> => {
  const [outcome] = await Promise.all([forbidden(), ...others.map((act) => act())])
  return outcome
}

/** Another editor has it open, and the software holds it for him. */
const lockedByAnother: Path['prepare'] = async ({ id, slug }, { app: { payload } }) => {
  const email = `${slug}-${id}@safeguarding.example`
  const data = { email, password: 'a long test password' }
  const other = await payload.create({ collection: 'users', data })
  await payload.create({
    collection: 'payload-locked-documents' as 'users',
    data: {
      document: { relationTo: slug, value: id },
      user: { relationTo: 'users', value: other.id },
    } as never,
  })
}

const atWork = { previouslyPublishedAt: 'written at the same moment' }

export const together: Group = {
  id: 'together',
  title: 'Two at once, and what is interrupted',
  paths: [
    {
      id: 'locked-by-another',
      title: 'It is unpublished while another editor has it open',
      numbers: [44],
      prepare: lockedByAnother,
      expect: { refusedWith: 'HTTP 423' },
      tries: { REST: patch(draft) },
    },
    {
      id: 'lock-taken-over',
      title: 'The same, and the other editor’s lock is taken over',
      numbers: [44],
      prepare: lockedByAnother,
      inProcess: true,
      expect: 'refused',
      tries: {
        REST: patch(draft, '?overrideLock=true'),
        GraphQL: ({ id, singular }, world) =>
          world.graphql(
            `mutation { update${singular}(id: ${id}, data: { _status: draft }) { id } }`,
          ),
        'Local API': update(draft, { overrideLock: true }),
      },
    },
    {
      id: 'unpublished-while-edited',
      title: 'One editor unpublishes it while another saves an edit',
      expect: 'changesNothing',
      tries: {
        'Local API': (fixture, world) =>
          race(
            () => world.localUpdate(fixture, draft),
            () => world.localUpdate(fixture, { seededFrom: { key: 'at once' } }),
          ),
      },
    },
    {
      id: 'deleted-while-drafted',
      title: 'One editor deletes it while another saves a draft',
      expect: 'changesNothing',
      tries: {
        REST: (fixture, world) => {
          const address = `/${fixture.slug}/${fixture.id}`
          return race(
            () => world.rest('DELETE', address),
            () => world.rest('PATCH', `${address}?draft=true`, atWork),
          )
        },
      },
    },
    {
      id: 'trashed-while-restored',
      title: 'One editor moves it to the trash while another restores a version as a draft',
      expect: 'changesNothing',
      tries: {
        REST: (fixture, world) =>
          race(
            () => world.rest('PATCH', `/${fixture.slug}/${fixture.id}`, trashed),
            () => world.rest('POST', `/${fixture.slug}/versions/${fixture.olderDraft}?draft=true`),
          ),
      },
    },
    {
      id: 'file-deleted-while-published',
      title: 'One editor deletes its file while another publishes it anew',
      numbers: [36],
      expect: 'changesNothing',
      tries: {
        REST: (fixture, world) =>
          race(
            () => world.rest('DELETE', `/files/${world.file.id}`),
            () => world.rest('PATCH', `/${fixture.slug}/${fixture.id}`, published),
          ),
      },
    },
    {
      id: 'interrupted',
      title: 'A change fails half-way, when its new document and its note are written already',
      numbers: [36],
      expect: { refusedWith: 'HTTP 500' },
      tries: {
        REST: (fixture, world) => {
          world.hostile({ written: () => Promise.reject(new Error('The disk is full.')) })
          return world.rest('PATCH', `/${fixture.slug}/${fixture.id}`, {
            [fileField(fixture)]: world.otherFile.id,
            changeNotes: [{ date: '2026-01-01', note: 'Another document.' }],
          })
        },
      },
    },
    {
      id: 'rolled-back',
      title: 'A program changes it in a transaction of its own and takes the transaction back',
      expect: 'changesNothing',
      tries: {
        'Local API': async (fixture: Fixture, world: World) => {
          const { db } = world.app.payload
          const { createLocalReq } = await import('payload')
          const req = await createLocalReq({}, world.app.payload)
          const transactionID = (await db.beginTransaction())!
          req.transactionID = transactionID
          const outcome = await world.localUpdate(
            fixture,
            {
              [fileField(fixture)]: world.otherFile.id,
              summary: richText('Another summary.'),
              changeNotes: [{ date: '2026-01-01', note: 'Another document.' }],
            },
            { req },
          )
          await db.rollbackTransaction(transactionID)
          return outcome
        },
      },
    },
  ],
}
