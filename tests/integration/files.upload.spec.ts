import { readdir } from 'node:fs/promises'

import sharp from 'sharp'
import { zipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { startTestApp, type TestApp } from '../helpers/app.ts'
import {
  leaflet,
  pdf,
  picture,
  png,
  published,
  richText,
  storeFile,
  uploadForm,
} from '../helpers/content.ts'

let app: TestApp

beforeAll(
  async () =>
    void (app = await startTestApp({
      options: { protection: { reviews: 0, leaflets: 0 }, files: { maxMegabytes: 1 } },
    })),
)

afterAll(() => app.stop())

const upload = (bytes: Buffer, name: string, type: string) =>
  app.rest('POST', '/files', { as: app.editor, body: uploadForm(bytes, name, type) })

const fetched = (filename: string, headers?: Record<string, string>) =>
  app.rest('GET', `/files/file/${encodeURIComponent(filename)}`, { headers })

const compound = (stream: string) => {
  const bytes = Buffer.alloc(4096)
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(bytes)
  Buffer.from(stream, 'utf16le').copy(bytes, 1024)
  return bytes
}

const office = () =>
  Buffer.from(
    zipSync({
      '[Content_Types].xml': Buffer.from(
        `<Types><Override PartName="/word/document.xml" ContentType="${word}.main+xml"/></Types>`,
      ),
      'word/document.xml': Buffer.from('<document/>'),
    }),
  )

const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const openDocument = 'application/vnd.oasis.opendocument.text'

describe('a file is accepted by its content and not by its name', () => {
  it.each([
    ['a PDF', () => pdf(), 'a.pdf', 'application/pdf', 'application/pdf'],
    ['a PDF named as a picture', () => pdf(), 'a.png', 'image/png', 'application/pdf'],
    ['a PNG', () => png(), 'a.png', 'image/png', 'image/png'],
    [
      'a JPEG',
      () =>
        sharp({ create: { width: 9, height: 9, channels: 3, background: 'red' } })
          .jpeg()
          .toBuffer(),
      'a.jpg',
      'image/jpeg',
      'image/jpeg',
    ],
    [
      'a WebP',
      () =>
        sharp({ create: { width: 9, height: 9, channels: 3, background: 'red' } })
          .webp()
          .toBuffer(),
      'a.webp',
      'image/webp',
      'image/webp',
    ],
    ['a Word file', () => office(), 'a.docx', word, word],
    [
      'an older Word file',
      () => compound('WordDocument'),
      'a.doc',
      'application/msword',
      'application/msword',
    ],
    [
      'an OpenDocument text',
      () => Buffer.from(zipSync({ mimetype: [Buffer.from(openDocument), { level: 0 }] })),
      'a.odt',
      openDocument,
      openDocument,
    ],
  ])('%s', async (_, bytes, name, type, stored) => {
    const { body, status } = await upload(await bytes(), name, type)
    expect([status, body.errors]).toEqual([201, undefined])
    expect(body.doc.mimeType).toBe(stored)
  })

  it.each([
    ['text named as a PDF', () => Buffer.from('Not a PDF at all.'), 'a.pdf', 'application/pdf'],
    ['text named as a Word file', () => Buffer.from('Not Word.'), 'a.docx', word],
    [
      'an installer named as a Word file',
      () => compound('MsiTables'),
      'a.doc',
      'application/msword',
    ],
    [
      'an older spreadsheet named as a Word file',
      () => compound('Workbook'),
      'a.doc',
      'application/msword',
    ],
    [
      'a ZIP archive named as a Word file',
      () => Buffer.from(zipSync({ 'a.txt': Buffer.from('a') })),
      'a.docx',
      word,
    ],
    ['a page', () => Buffer.from('<html><script>alert(1)</script></html>'), 'a.html', 'text/html'],
    [
      'a drawing with a script',
      () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'),
      'a.svg',
      'image/svg+xml',
    ],
    [
      'a drawing named as a PNG',
      () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'),
      'a.png',
      'image/png',
    ],
    [
      'a program',
      () => Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200)]),
      'a.pdf',
      'application/pdf',
    ],
    [
      'a GIF',
      () => Buffer.from('R0lGODlhAQABAAAAACwAAAAAAQABAAAC', 'base64'),
      'a.gif',
      'image/gif',
    ],
    ['nothing', () => Buffer.alloc(0), 'a.pdf', 'application/pdf'],
    [
      'more than the limit',
      async () => Buffer.concat([await pdf(), Buffer.alloc(1024 * 1024)]),
      'a.pdf',
      'application/pdf',
    ],
  ])('refused: %s', async (name, bytes, file, type) => {
    const { body, status } = await upload(await bytes(), file, type)
    expect(status).toBe(400)
    if (name !== 'nothing')
      expect(body.errors[0].data.code).toBe(
        /limit/.test(name) ? 'FILE_TOO_LARGE' : 'FILE_TYPE_REFUSED',
      )
  })

  it('through the Local API, too', async () => {
    await expect(
      storeFile(app.payload, { bytes: Buffer.from('Not a PDF.'), name: 'a.pdf' }),
    ).rejects.toMatchObject({ data: { code: 'FILE_TYPE_REFUSED' } })
  })
})

describe('the name of a stored file', () => {
  it.each([
    ['Real Name of a Child.pdf', 'filename="Real Name of a Child.pdf"'],
    [
      'Adolygiad Siân – ‘Emily’.pdf',
      "filename*=UTF-8''Adolygiad%20Si%C3%A2n%20%E2%80%93%20%E2%80%98Emily%E2%80%99.pdf",
    ],
    ['..\\..\\evil"; filename="x.html', 'evil; filename=x.pdf'],
  ])('tells nothing, and %s is downloaded under its readable one', async (name, header) => {
    const file = await storeFile(app.payload, { name })
    expect(file.filename).toMatch(/^[0-9a-f-]{36}\.pdf$/)
    const data = { title: 'L', file: file.id, ...published }
    await app.payload.create({ collection: 'leaflets', data: leaflet(data) as never })

    const answer = await fetched(file.filename)

    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-disposition')).toContain('inline')
    expect(answer.headers.get('content-disposition')).toContain(header)
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
    expect(answer.headers.get('content-type')).toBe('application/pdf')
  })

  it('cannot be chosen', async () => {
    const form = uploadForm(await pdf(), 'a.pdf', 'application/pdf')
    const forged = {
      filename: 'chosen.pdf',
      downloadName: 'b.html',
      isPublic: true,
      mimeType: 'text/html',
    }
    form.set('_payload', JSON.stringify(forged))
    const { body } = await app.rest('POST', '/files', { as: app.editor, body: form })
    expect(body.doc).toMatchObject({
      downloadName: 'a.pdf',
      isPublic: false,
      mimeType: 'application/pdf',
    })
    expect(body.doc.filename).toMatch(/^[0-9a-f-]{36}\.pdf$/)

    await app.rest('PATCH', `/files/${body.doc.id}`, { as: app.editor, body: forged })
    await app.payload.update({ collection: 'files', id: body.doc.id, data: forged })

    const after = await app.payload.findByID({ collection: 'files', id: body.doc.id })
    expect(after).toMatchObject({
      downloadName: 'a.pdf',
      filename: body.doc.filename,
      isPublic: false,
      mimeType: 'application/pdf',
    })
  })
})

describe('the bytes of a stored file never change', () => {
  it('not by another upload, a crop or a focal point, and the old bytes are still there', async () => {
    const bytes = await png(900, 600)
    const file = await storeFile(app.payload, { bytes, mimetype: 'image/png', name: 'plan.png' })
    const data = leaflet({ body: richText(picture(file.id)), ...published })
    await app.payload.create({ collection: 'leaflets', data: data as never })
    const folder = (app.payload.collections.files.config.upload as { staticDir: string }).staticDir
    const stored = (await readdir(folder)).sort()
    const as = app.editor
    const crop =
      'uploadEdits[crop][x]=0&uploadEdits[crop][y]=0&uploadEdits[crop][width]=10&uploadEdits[crop][height]=10&uploadEdits[widthInPixels]=90&uploadEdits[heightInPixels]=60'
    const again = async () => uploadForm(await png(50, 50), 'b.png', 'image/png')

    const refused = [
      await app.rest('PATCH', `/files/${file.id}`, { as, body: await again() }),
      await app.rest('PATCH', `/files/${file.id}?draft=true`, { as, body: await again() }),
      await app.rest('PATCH', `/files?where[id][equals]=${file.id}`, { as, body: await again() }),
      await app.rest('PATCH', `/files/${file.id}?${crop}`, { as, body: {} }),
      await app.rest(
        'PATCH',
        `/files/${file.id}?uploadEdits[focalPoint][x]=1&uploadEdits[focalPoint][y]=1`,
        { as, body: {} },
      ),
    ]
    await app.rest('PATCH', `/files/${file.id}`, {
      as,
      body: { focalX: 1, focalY: 99, url: 'http://127.0.0.1:9/x' },
    })
    await expect(
      app.payload.update({
        collection: 'files',
        id: file.id,
        data: {},
        file: { data: await png(50, 50), mimetype: 'image/png', name: 'b.png', size: 100 },
        overwriteExistingFiles: true,
      }),
    ).rejects.toMatchObject({ data: { code: 'FILE_IS_FIXED' } })

    expect(refused.map(({ status }) => status >= 400)).toEqual(refused.map(() => true))
    expect(refused[0]!.body.errors[0].data.code).toBe('FILE_IS_FIXED')
    expect((await readdir(folder)).sort()).toEqual(stored)
    expect((await fetched(file.filename)).body.equals(bytes)).toBe(true)
  })
})
