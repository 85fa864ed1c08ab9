import { leaflet, storeFile } from '../../helpers/content.ts'
import type { Fixture } from '../../helpers/protectedWorld.ts'
import { ofCall } from '../../helpers/publicView.ts'
import { allOf, ask, call, fileField, trashed } from '../acts.ts'
import type { Group, Kind, Path, Try } from '../path.ts'

const onOwnFile =
  (method: string, rest = '', body?: object): Try =>
  (fixture, world) =>
    world.rest(method, `/files/${ofFile(fixture)}${rest}`, body)

/** The file that all fixtures have is tried with one of them. */
const shared: Kind[] = ['reviews']

/** With a file of its own, nothing else keeps the file from going. */
const withOwnFile: Path['prepare'] = async (fixture, world) => {
  fixture.ownFile = await storeFile(world.app.payload)
  return world.localUpdate(fixture, {
    [fileField(fixture)]: fixture.ownFile.id,
    changeNotes: [{ date: '2026-01-01', note: 'A clearer copy.' }],
  })
}

const ofFile = ({ ownFile }: Fixture) => ownFile!.id

export const files: Group = {
  id: 'files',
  title: 'Deleting its file',
  paths: [
    {
      id: 'file-deleted',
      title: 'Its file is deleted',
      numbers: [40, 47],
      prepare: withOwnFile,
      expect: { refusedWith: 'IN_USE' },
      tries: {
        REST: allOf('IN_USE', onOwnFile('DELETE'), onOwnFile('DELETE', '?trash=true')),
        GraphQL: ask((fixture) => `mutation { deleteFile(id: ${ofFile(fixture)}) { id } }`),
        'Local API': call((payload, fixture) =>
          payload.delete({ collection: 'files', id: ofFile(fixture) }),
        ),
      },
    },
    {
      id: 'files-deleted-at-once',
      title: 'Its file is deleted among many at once',
      numbers: [22, 40],
      kinds: shared,
      expect: 'changesNothing',
      tries: {
        REST: async (_, world) =>
          world.rest('DELETE', `/files?where[id][equals]=${world.file.id}&select[title]=true`),
        'Local API': call((payload, _, { file }) =>
          payload.delete({ collection: 'files', where: { id: { equals: file.id } } }),
        ),
      },
    },
    {
      id: 'file-trashed',
      title: 'Its file is moved to the trash',
      numbers: [42, 47],
      prepare: withOwnFile,
      expect: { refusedWith: 'IN_USE' },
      tries: {
        REST: onOwnFile('PATCH', '', trashed),
        GraphQL: ask(
          (fixture) =>
            `mutation { updateFile(id: ${ofFile(fixture)}, data: { deletedAt: "2020-01-01T00:00:00.000Z" }) { id } }`,
        ),
        'Local API': call((payload, fixture) =>
          payload.update({ collection: 'files', id: ofFile(fixture), data: trashed }),
        ),
      },
    },
    {
      id: 'other-user-of-file',
      title: 'Another document that refers to the same file is written and deleted',
      kinds: shared,
      expect: 'changesNothing',
      tries: {
        'Local API': async (_, world) => {
          const { payload } = world.app
          const collection = 'leaflets'
          const data = leaflet({ title: 'Also with it', file: world.file.id }) as never
          const { id } = await payload.create({ collection, data, draft: true })
          return ofCall(payload.delete({ collection, id }))
        },
      },
    },
    {
      id: 'file-elsewhere',
      title: 'Its file is asked for under another collection’s address, or written to',
      numbers: [41],
      expect: { refusedWith: 'HTTP 404' },
      tries: {
        'file address': allOf(
          'HTTP 404',
          ({ slug }, world) => world.asReader('GET', `/${slug}/file/${world.file.filename}`),
          (_, world) => world.rest('DELETE', `/files/file/${world.file.filename}`),
        ),
      },
    },
  ],
}
