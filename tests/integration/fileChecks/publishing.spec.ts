import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { resumeChecks } from '../../../hooks/operations/fileChecks.ts'
import type { FileFinding } from '../../../hooks/rules/fileChecks.ts'
import type { PublishingSettings } from '../../../hooks/settings.ts'
import { account } from '../../helpers/accounts.ts'
import { type Answer, startTestApp, type TestApp } from '../../helpers/app.ts'
import { leaflet, picture, published, review, richText, uploadForm } from '../../helpers/content.ts'
import { corpus } from '../../helpers/fileCorpus/index.ts'
import { runSQL } from '../../helpers/sql.ts'

let app: TestApp
let contributor: string
let keeper: string
let reader: string

beforeAll(async () => {
  app = await startTestApp({
    push: true,
    options: { files: { checks: true } },
    host: {
      collections: [
        { slug: 'users', auth: { useAPIKey: true }, fields: [] },
        { slug: 'readers', auth: true, fields: [] },
      ],
    },
  })
  contributor = (await account(app, 'contributor', ['contributor'])).as
  keeper = (await account(app, 'keeper', ['editor', 'privateNames'])).as
  const data = { email: 'reader@example.test', password: 'a long test password' }
  await app.payload.create({ collection: 'readers' as 'users', data })
  const { token } = await app.payload.login({ collection: 'readers' as 'users', data })
  reader = `JWT ${token}`
})

afterAll(() => app.stop())

const codeOf = ({ body }: Answer): string | undefined => body.errors?.[0]?.data?.code

const checkOf = ({ check }: { check: string }) =>
  runSQL(app.payload, `select id from file_checks where id = ${Number(check)}`)

const bytesOf = async (what: string): Promise<Buffer> =>
  Buffer.from(await corpus.find((file) => file.what === what)!.bytes())

interface Check {
  id: number
  state: string
  findings: FileFinding[]
  pages: number
}

/** The newest check of a file, once there are as many and it is finished. */
async function checked(file: number, count = 1): Promise<Check> {
  const find = async () => {
    const path = `/file-checks?where[file][equals]=${file}&sort=-id`
    const { docs } = (await app.rest('GET', path, { as: app.editor })).body as { docs: Check[] }
    return docs.length >= count ? docs[0] : undefined
  }
  await expect.poll(async () => (await find())?.state, { timeout: 30_000 }).toBe('finished')
  return (await find())!
}

async function upload(what: string, name = 'Report.pdf'): Promise<number> {
  const body = uploadForm(await bytesOf(what), name, 'application/pdf')
  return (await app.rest('POST', '/files', { as: app.editor, body })).body.doc.id
}

const aReview = (file: number, more: object = {}) =>
  review({
    reviewType: 'local',
    name: `Review with file ${file}`,
    reportAvailability: 'published',
    reportFile: file,
    ...more,
  })

const publish = (file: number, more: object = {}) =>
  app.rest('POST', '/reviews', { as: app.editor, body: { ...aReview(file, more), ...published } })

const isReadable = async (file: number) => (await app.rest('GET', `/files/${file}`)).status === 200

const covered = 'a black box over words'
const clean = 'coloured boxes behind text'

describe('a file that was uploaded', () => {
  it('is checked by a job, which says what was found and where', async () => {
    const check = await checked(await upload(covered))
    expect(check.pages).toBe(1)
    expect(check.findings).toMatchObject([
      { code: 'REDACTION_COVERS_TEXT', severity: 'error', area: 'redaction', page: 1 },
    ])
    const { left, top, width, height } = check.findings[0]!.box!
    for (const fraction of [left, top, left + width, top + height]) {
      expect(fraction).toBeGreaterThan(0)
      expect(fraction).toBeLessThan(1)
    }
  })

  it('is not checked when its upload is rolled back', async () => {
    const asked = () => runSQL(app.payload, 'select count(*)::int from file_checks')
    const before = await asked()
    const { db } = app.payload
    const transactionID = (await db.beginTransaction())!
    const data = await bytesOf(clean)
    await app.payload.create({
      collection: 'files',
      data: {} as never,
      file: { data, mimetype: 'application/pdf', name: 'x.pdf', size: data.length },
      req: { transactionID },
    })
    await db.rollbackTransaction(transactionID)
    expect(await asked()).toEqual(before)
    const waiting = await runSQL(app.payload, 'select input from payload_jobs')
    for (const { input } of waiting)
      expect(await checkOf(input as { check: string })).toHaveLength(1)
  })

  it('is drawn with the places marked, for staff only', async () => {
    const { id } = await checked(await upload(covered))
    const drawn = await app.rest('GET', `/file-checks/${id}/pages/1`, { as: app.editor })
    expect(drawn.headers.get('content-type')).toBe('image/png')
    expect(drawn.body.subarray(1, 4).toString()).toBe('PNG')
    for (const as of [undefined, reader])
      expect((await app.rest('GET', `/file-checks/${id}/pages/1`, { as })).status).toBe(404)
    for (const page of ['0', '2', '1e9', '../1'])
      expect(
        (await app.rest('GET', `/file-checks/${id}/pages/${page}`, { as: app.editor })).status,
      ).toBe(404)
  })
})

describe('publishing', () => {
  it('is refused with a file in which an error was found, which stays private', async () => {
    const file = await upload(covered)
    await checked(file)
    const refused = await publish(file)
    expect([refused.status, codeOf(refused)]).toEqual([409, 'FILE_CHECK_FAILED'])
    expect(await isReadable(file)).toBe(false)
  })

  it('goes on with a mended file', async () => {
    const file = await upload(clean)
    await checked(file)
    expect((await publish(file)).status).toBe(201)
    expect(await isReadable(file)).toBe(true)
  })

  it('waits until the file is checked', async () => {
    const file = await upload(clean)
    const { id } = await checked(file)
    await runSQL(app.payload, `update file_checks set state = 'running' where id = ${id}`)
    const refused = await publish(file)
    expect([refused.status, codeOf(refused)]).toEqual([409, 'FILE_NOT_CHECKED'])
    expect(await isReadable(file)).toBe(false)
  })

  it('asks for the check of a file from before files were checked', async () => {
    const file = await upload(clean)
    const { id } = await checked(file)
    await runSQL(app.payload, `delete from file_checks where id = ${id}`)
    expect(codeOf(await publish(file))).toBe('FILE_NOT_CHECKED')
    await checked(file)
    expect((await publish(file)).status).toBe(201)
  })

  it('is refused through a leaflet and the page, too', async () => {
    const file = await upload(covered)
    await checked(file)
    const body = { ...leaflet({ file }), ...published }
    expect(codeOf(await app.rest('POST', '/leaflets', { as: app.editor, body }))).toBe(
      'FILE_CHECK_FAILED',
    )
    const page = await app.rest('POST', '/globals/case-reviews-page', {
      as: app.editor,
      body: { introduction: { text: richText('Hello', picture(file)) }, ...published },
    })
    expect(codeOf(page)).toBe('FILE_CHECK_FAILED')
    expect(await isReadable(file)).toBe(false)
  })

  it('by a program checks the file on the spot; errors stop it, warnings do not', async () => {
    const store = async (what: string) => {
      const data = await bytesOf(what)
      const file = { data, mimetype: 'application/pdf', name: 'x.pdf', size: data.length }
      const doc = await app.payload.create({ collection: 'files', data: {} as never, file })
      // As if the job had not come to it yet.
      await runSQL(
        app.payload,
        `update file_checks set state = 'waiting' where file_id = ${doc.id}`,
      )
      return doc.id as number
    }
    const create = (file: number) =>
      app.payload.create({
        collection: 'reviews',
        data: { ...aReview(file), ...published } as never,
      })
    await expect(create(await store(covered))).rejects.toMatchObject({
      data: {
        code: 'FILE_CHECK_FAILED',
        findings: [{ code: 'REDACTION_COVERS_TEXT', severity: 'error', page: 1 }],
      },
    })
    const warned = await store('an author')
    await create(warned)
    expect(await isReadable(warned)).toBe(true)
  })
})

describe('a warning', () => {
  const what = 'an author'

  it('stops a person until somebody says why it may pass', async () => {
    const file = await upload(what)
    const { findings, id } = await checked(file)
    const { code, severity } = findings[0]!
    expect(severity).toBe('warning')
    expect(codeOf(await publish(file))).toBe('FILE_WARNINGS_OPEN')

    const accept = (body: object, as = app.editor) =>
      app.rest('POST', `/file-checks/${id}/accept`, { as, body })
    expect(codeOf(await accept({ code }))).toBe('FILE_WARNING_NEEDS_REASON')
    expect(codeOf(await accept({ code: 'MACROS', reason: 'Because.' }))).toBe(
      'FILE_WARNING_UNKNOWN',
    )
    for (const as of [reader, contributor])
      expect(codeOf(await accept({ code, reason: 'Hm' }, as))).toBe('FILE_CHECK_NOT_YOURS')
    const apiKey = 'a-key-for-tests'
    await app.payload.create({
      collection: 'users',
      data: {
        email: 'machine@safeguarding.example',
        password: 'a long test password',
        publishingRoles: ['editor'],
        enableAPIKey: true,
        apiKey,
      } as never,
    })
    expect(codeOf(await accept({ code, reason: 'Me' }, `users API-Key ${apiKey}`))).toBe(
      'FILE_CHECK_NEEDS_A_PERSON',
    )
    expect(codeOf(await publish(file))).toBe('FILE_WARNINGS_OPEN')

    for (const { code } of findings)
      expect((await accept({ code, reason: 'It is the name of our office.' })).status).toBe(200)
    expect((await publish(file)).status).toBe(201)
  })

  it('is not what an error is', async () => {
    const { id } = await checked(await upload(covered))
    const body = { code: 'REDACTION_COVERS_TEXT', reason: 'I want it.' }
    expect(
      codeOf(await app.rest('POST', `/file-checks/${id}/accept`, { as: app.editor, body })),
    ).toBe('FILE_ERROR_STAYS')
  })

  it('and what was found is written by nobody else', async () => {
    const { id } = await checked(await upload(covered))
    const body = { findings: [], errors: 0 }
    for (const method of ['PATCH', 'DELETE'])
      expect(
        (await app.rest(method, `/file-checks/${id}`, { as: app.editor, body })).status,
      ).toBeGreaterThanOrEqual(400)
    expect((await app.rest('GET', `/file-checks/${id}`)).status).toBeGreaterThanOrEqual(400)
    const { body: told } = await app.rest('GET', `/file-checks/${id}`, { as: app.editor })
    expect(told.findings).toHaveLength(1)
    expect(told).not.toHaveProperty('text')
  })
})

describe('a check that nobody carries on', () => {
  it('is put into the queue again when the app starts', async () => {
    const { id } = await checked(await upload(clean))
    await runSQL(
      app.payload,
      `update file_checks set state = 'running', updated_at = now() - interval '1 hour' where id = ${id}`,
    )
    const settings = app.payload.config.custom!.safeguardingReviews as PublishingSettings
    await resumeChecks(app.payload, settings)
    await app.payload.jobs.run()
    const [row] = await runSQL(app.payload, `select state from file_checks where id = ${id}`)
    expect(row).toEqual({ state: 'finished' })
  })
})

describe('private names', () => {
  const names = 'Jonathan Smith\n12 Acacia Avenue\n3 April 2015'
  const draft = async (values: object): Promise<number> =>
    (await app.rest('POST', '/reviews?draft=true', { as: app.editor, body: values })).body.doc.id
  const write = (id: number, lines: string, as = keeper) =>
    app.rest('POST', `/reviews/${id}/private-names`, { as, body: { names: lines } })
  const make = (id: number) =>
    app.rest('PATCH', `/reviews/${id}`, { as: app.editor, body: published })
  const aText = (summary: string) =>
    review({ reviewType: 'local', reportAvailability: 'onRequest', summary: richText(summary) })

  it('are read and written by those with the right only', async () => {
    const id = await draft(aText('Nothing'))
    expect((await write(id, names)).status).toBe(200)
    const path = `/reviews/${id}/private-names`
    const read = await app.rest('GET', path, { as: keeper })
    expect(read.body).toEqual({ names })
    expect(read.headers.get('cache-control')).toBe('no-store')
    expect(codeOf(await app.rest('GET', path, { as: app.editor }))).toBe('PRIVATE_NAMES_NOT_YOURS')
    expect(codeOf(await write(id, 'Nobody', app.editor))).toBe('PRIVATE_NAMES_NOT_YOURS')
    for (const as of [undefined, reader])
      expect((await app.rest('GET', path, { as })).status).toBe(404)
    expect((await app.rest('GET', '/private-names', { as: keeper })).status).toBe(403)
    expect((await app.rest('GET', path, { as: keeper })).body).toEqual({ names })
  })

  it('lie enciphered, for one publication', async () => {
    const [one, other] = [await draft(aText('One')), await draft(aText('Another'))]
    await write(one, names)
    await write(other, 'Somebody Else')
    const rows = await runSQL(app.payload, 'select * from private_names')
    expect(JSON.stringify(rows)).not.toMatch(/Smith|Acacia|Somebody/)
    const sealed = rows.find(({ publication }) => publication === `reviews:${one}`)!.sealed
    await runSQL(
      app.payload,
      `update private_names set sealed = '${String(sealed)}' where publication = 'reviews:${other}'`,
    )
    expect(codeOf(await make(other))).toBe('PRIVATE_NAMES_UNREADABLE')
  })

  it.each([
    ['as written', 'What happened to Jonathan Smith was not seen.'],
    ['in the possessive, over a line', 'It was Jonathan\nSmith’s school.'],
    ['by an initial', 'J. Smith was fifteen.'],
    ['as an address', 'They lived at 12 Acacia Avenue then.'],
    ['as a date of birth', 'Born on 03/04/2015.'],
  ])('are found in what is written, %s', async (_, words) => {
    const id = await draft(aText(words))
    await write(id, names)
    const refused = await make(id)
    expect(refused.status).toBe(400)
    expect(refused.body.errors[0].data.errors).toMatchObject([
      { path: 'summary', code: 'PRIVATE_NAME_IN_TEXT' },
    ])
    expect(JSON.stringify(refused.body)).not.toMatch(/Smith|Acacia/)
    expect((await app.rest('GET', `/reviews/${id}`)).status).toBe(404)
    await write(id, 'Somebody Else')
    expect((await make(id)).status).toBe(200)
  })

  it('are found in the title and the description of a file', async () => {
    const file = await upload(clean)
    await checked(file)
    const id = await draft(aReview(file))
    await write(id, names)
    expect(codeOf(await make(id))).toBe('FILE_NOT_CHECKED')
    await checked(file, 2)
    for (const data of [{ description: 'About Jonathan Smith' }, { title: 'Smith, Jonathan' }]) {
      const path = `/files/${file}`
      const plain = { title: 'A report', description: null }
      await app.rest('PATCH', path, { as: app.editor, body: { ...plain, ...data } })
      expect(codeOf(await make(id))).toBe('PRIVATE_NAME_OF_FILE')
      const { body: panel } = await app.rest('GET', `/reviews/${id}/panel`, { as: app.editor })
      expect(panel.obstacles).toMatchObject([{ path: 'reportFile' }])
      expect(panel.publishing.isAllowed).toBe(false)
      await app.rest('PATCH', path, { as: app.editor, body: plain })
    }
    expect((await make(id)).status).toBe(200)
  })

  it('that cannot be read stand in the way, and are written anew', async () => {
    const id = await draft(aText('Nothing'))
    await write(id, names)
    await runSQL(
      app.payload,
      `update private_names set sealed = 'AAAA' where publication = 'reviews:${id}'`,
    )
    expect(codeOf(await make(id))).toBe('PRIVATE_NAMES_UNREADABLE')
    const { body: panel } = await app.rest('GET', `/reviews/${id}/panel`, { as: app.editor })
    expect(panel.obstacles[0].message).toContain('cannot be read')
    const path = `/reviews/${id}/private-names`
    expect((await app.rest('GET', path, { as: keeper })).body).toEqual({ names: '' })
    await write(id, names)
    expect((await make(id)).status).toBe(200)
  })

  it('are found in the files of the publication, whenever the list was written', async () => {
    const what = corpus.find(
      ({ expected, mimeType }) => !mimeType && expected.join().startsWith('PRIVATE_NAME p1'),
    )!.what
    const file = await upload(what)
    const { findings } = await checked(file)
    expect(findings.filter(({ code }) => code === 'PRIVATE_NAME')).toEqual([])
    const id = await draft(aReview(file))
    await write(id, names)
    expect(codeOf(await make(id))).toBe('FILE_NOT_CHECKED')
    const again = await checked(file, 2)
    expect(again.findings.map(({ code }) => code)).toContain('PRIVATE_NAME')
    expect(codeOf(await make(id))).toBe('FILE_CHECK_FAILED')
    expect(await isReadable(file)).toBe(false)
  })
})
