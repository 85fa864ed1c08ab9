import { writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { pdf, png, uploadForm } from '../../helpers/content.ts'
import type { Fixture, World } from '../../helpers/protectedWorld.ts'
import { ofAnswer } from '../../helpers/publicView.ts'
import { allOf, anotherUpload, ask, call } from '../acts.ts'
import type { Group, Kind, Try } from '../path.ts'

const onFile =
  (method: string, rest: string, body?: (world: World) => object | Promise<object>): Try =>
  async (_: Fixture, world) =>
    world.rest(method, `/files/${world.file.id}${rest}`, await body?.(world))

const replaceBy =
  (query: string, many = false): Try =>
  async (_, world) => {
    const target = many ? `?where[id][equals]=${world.file.id}` : `/${world.file.id}${query}`
    return world.rest('PATCH', `/files${target}`, await anotherUpload())
  }

const uploaded = async () => {
  const data = await pdf('another')
  return { data, mimetype: 'application/pdf', name: 'another.pdf', size: data.length }
}

const crop =
  'uploadEdits[crop][x]=0&uploadEdits[crop][y]=0&uploadEdits[crop][width]=10&uploadEdits[crop][height]=10&uploadEdits[widthInPixels]=90&uploadEdits[heightInPixels]=60'
const focus = 'uploadEdits[focalPoint][x]=1&uploadEdits[focalPoint][y]=1'

const facts = {
  filename: 'another.pdf',
  url: 'http://127.0.0.1:9/x.pdf',
  mimeType: 'text/html',
  filesize: 1,
  isPublic: false,
  downloadName: 'another.html',
}

/** A new upload that must get a name of its own. */
const claims =
  (form: (world: World) => Promise<FormData>): Try =>
  async (_, world) => {
    const { app, file } = world
    const answer = await app.rest('POST', '/files', { as: app.editor, body: await form(world) })
    if (answer.body.doc?.filename === file.filename) throw new Error('Two files have one name.')
    return ofAnswer(answer)
  }

/** The file that all fixtures have is tried with one of them. */
const shared: Kind[] = ['reviews']

export const fileBytes: Group = {
  id: 'file-bytes',
  title: 'Changing its file',
  paths: [
    {
      id: 'file-replaced',
      title: 'Another file is uploaded in place of its file',
      numbers: [36, 37],
      kinds: shared,
      expect: { refusedWith: 'FILE_IS_FIXED' },
      tries: {
        REST: allOf(
          'FILE_IS_FIXED',
          replaceBy(''),
          replaceBy('?draft=true'),
          replaceBy('?autosave=true'),
        ),
        'Local API': allOf(
          'FILE_IS_FIXED',
          call(async (payload, _, { file }) =>
            payload.update({
              collection: 'files',
              id: file.id,
              data: {},
              file: await uploaded(),
              overwriteExistingFiles: true,
            }),
          ),
          call(async (payload, _, { file }) => {
            const filePath = path.join(tmpdir(), 'another-file-for-the-promise.pdf')
            await writeFile(filePath, await pdf('another'))
            return payload.update({ collection: 'files', id: file.id, data: {}, filePath })
          }),
        ),
      },
    },
    {
      id: 'files-replaced-at-once',
      title: 'Another file is uploaded in place of many at once',
      numbers: [36],
      kinds: shared,
      expect: { refusedWith: 'HTTP 403' },
      tries: { REST: replaceBy('', true) },
    },
    {
      id: 'file-recropped',
      title: 'Its file is cropped anew, or its focus moved, which writes over its bytes',
      numbers: [38],
      kinds: shared,
      expect: { refusedWith: 'FILE_IS_FIXED' },
      tries: {
        REST: allOf(
          'FILE_IS_FIXED',
          onFile('PATCH', `?${crop}`, () => ({})),
          onFile('PATCH', `?draft=true&${crop}`, () => ({})),
          onFile('PATCH', `?${focus}`, () => ({})),
        ),
      },
    },
    {
      id: 'focus-in-data',
      title: 'The same by values of the file instead of the request',
      numbers: [38],
      kinds: shared,
      expect: 'changesNothing',
      tries: {
        REST: onFile('PATCH', '', () => ({ focalX: 1, focalY: 99, url: facts.url })),
        'Local API': call((payload, _, { file }) =>
          payload.update({
            collection: 'files',
            id: file.id,
            data: { focalX: 2, focalY: 98, url: facts.url, filename: file.filename },
            overwriteExistingFiles: true,
          }),
        ),
      },
    },
    {
      id: 'file-facts',
      title:
        'Its file is said to have another name, another address or another type, or to be private',
      numbers: [35],
      kinds: shared,
      expect: 'changesNothing',
      tries: {
        REST: onFile('PATCH', '', () => facts),
        'Local API': call((payload, _, { file }) =>
          payload.update({ collection: 'files', id: file.id, data: facts }),
        ),
        GraphQL: ask(
          (_, { file }) =>
            `mutation { updateFile(id: ${file.id}, data: { title: "Report on Alan" }) { id } }`,
        ),
      },
    },
    {
      id: 'name-claimed',
      title: 'A new upload claims the name of its file',
      numbers: [39],
      kinds: shared,
      expect: 'changesNothing',
      tries: {
        REST: allOf(
          undefined,
          claims(async ({ file }) => anotherUpload(file.filename)),
          claims(async ({ file }) => {
            const form = await anotherUpload()
            form.set('_payload', JSON.stringify({ filename: file.filename, id: file.id }))
            return form
          }),
          claims(async ({ file }) =>
            uploadForm(await png(900, 600), file.filename.replace('.pdf', '.png'), 'image/png'),
          ),
        ),
        'Local API': call(async (payload, _, { file }) =>
          payload.create({
            collection: 'files',
            data: { filename: file.filename },
            file: { ...(await uploaded()), name: file.filename },
            overwriteExistingFiles: true,
          }),
        ),
      },
    },
    {
      id: 'refused-upload',
      title: 'An upload under the name of its file is refused half-way',
      numbers: [39],
      kinds: shared,
      expect: { refusedWith: 'FILE_TYPE_REFUSED' },
      tries: {
        REST: (_, world) =>
          world.rest(
            'POST',
            '/files',
            uploadForm(Buffer.from('Not a PDF.'), world.file.filename, 'application/pdf'),
          ),
      },
    },
  ],
}
