import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'

import { pdf, uploadForm } from '../helpers/content.ts'
import { httpClient, type HttpClient } from '../helpers/http.ts'
import { type HttpWorld, httpWorld, publish } from '../helpers/httpWorld.ts'
import { publicView } from '../helpers/publicView.ts'
import { type RunningServer, startServer } from '../helpers/server.ts'
import { kindsOf, triesOf } from '../promise/path.ts'
import { groups } from '../promise/paths/index.ts'
import { caseReviewsPageQuery } from '../../src/app/(site)/caseReviewsPageQuery.ts'

interface ErrorAnswer {
  data?: { code?: string }
  extensions?: { code?: string }
}

let server: RunningServer
let client: HttpClient
let world: HttpWorld

beforeAll(async () => {
  server = await startServer({ prepared: inject('prepared') })
  client = await httpClient(server.url, server.admin)
  world = await httpWorld(client)
})

afterAll(() => server?.stop())

/** The kinds are refused by the same code; over HTTP one of them shows what the build made of it. */
const overHttp = groups
  .flatMap(({ paths }) => paths)
  .filter(
    (path) =>
      kindsOf(path).includes('reviews') &&
      !path.inProcess &&
      (path.expect === 'refused' || path.expect === 'refusedInWords'),
  )
  .flatMap((path) =>
    triesOf(path)
      .filter(([through]) => through === 'REST' || through === 'GraphQL')
      .map(([through, attempt]) => ({ ...path, through, try: attempt })),
  )

describe('the built server, minified as it is, refuses with a stable code and a sentence', () => {
  it.each(overHttp)('$title – $through', async (path) => {
    const fixture = await publish(world, 'reviews', path)
    await path.prepare?.(fixture, world)
    const before = await publicView(client as never, fixture, fixture.id)
    expect(before).toMatchObject({ one: { status: 200 } })

    const outcome = await path.try(fixture, world)

    const { protectedUntil } = fixture
    if (path.expect === 'refused')
      expect(outcome).toMatchObject({ code: 'PUBLICATION_PROTECTED', protectedUntil })
    expect(outcome.message).toContain('must stay public until the end of')
    expect(await publicView(client as never, fixture, fixture.id)).toEqual(before)
  })
})

describe('what is not complete or not honest is not published, over either interface', () => {
  const review = { name: 'Child S', reviewType: 'local', reportAvailability: 'notStated' }
  const cases: [name: string, code: string, values: object][] = [
    ['no name', 'NAME_REQUIRED', { name: ' ' }],
    ['a report that is not there', 'REPORT_REQUIRED', { reportAvailability: 'published' }],
    [
      'no link to the repository',
      'REPOSITORY_LINK_REQUIRED',
      { reportAvailability: 'nationalRepository' },
    ],
    ['no reason for a delay', 'REASON_REQUIRED', { reportAvailability: 'delayed' }],
    [
      'nothing in place of a statutory report',
      'IMPROVEMENTS_REQUIRED',
      { reviewType: 'LCSPR', reportAvailability: 'notPublished', reportReason: 'Because.' },
    ],
    ['a date in the future', 'PUBLISHED_IN_FUTURE', { publishedOn: '2099-01-01' }],
    ['a date before today', 'PREVIOUS_ADDRESS_REQUIRED', { publishedOn: '2020-01-01' }],
  ]

  it.each(cases)('REST: %s', async (_, code, values) => {
    const { body, status } = await client.rest('POST', '/reviews', {
      as: client.editor,
      body: { ...review, ...values, _status: 'published' },
    })
    expect(status).toBe(400)
    expect(body.errors[0].data.errors.map((error: { code?: string }) => error.code)).toContain(code)
  })

  it.each(cases)('GraphQL: %s', async (_, code, values) => {
    const { body } = await client.graphql(
      'mutation ($data: mutationReviewInput!) { createReview(data: $data) { id } }',
      { as: client.editor, variables: { data: { ...review, ...values, _status: 'published' } } },
    )
    expect(body.errors[0].extensions.code).toBe(code)
  })

  it('what is fixed stays fixed', async () => {
    const { id } = await publish(world, 'reviews')
    for (const [values, code] of [
      [{ publishedOn: '2020-01-01' }, 'PUBLISHED_ON_FIXED'],
      [{ slug: 'another-address' }, 'SLUG_FIXED'],
    ] as const) {
      const rest = await client.rest('PATCH', `/reviews/${id}`, { as: client.editor, body: values })
      expect(rest.body.errors[0].data.errors[0].code).toBe(code)
      const graphql = await client.graphql(
        'mutation ($id: Int!, $data: mutationReviewUpdateInput!) { updateReview(id: $id, data: $data) { id } }',
        { as: client.editor, variables: { id, data: values } },
      )
      expect(graphql.body.errors[0].extensions.code).toBe(code)
    }
  })
})

describe('what something published needs is kept, over either interface', () => {
  const send = (method: string, path: string, body?: object) =>
    client.rest(method, path, { as: client.editor, body })
  const mutate = (query: string) => client.graphql(`mutation { ${query} }`, { as: client.editor })
  const codes = (...answers: { body: { errors: ErrorAnswer[] } }[]) =>
    answers.map(({ body }) => body.errors[0]!.extensions?.code ?? body.errors[0]!.data?.code)

  it('a theme', async () => {
    const theme = (await send('POST', '/themes', { name: 'A new theme', facet: 'harm' })).body.doc
    const { id } = await publish(world, 'reviews')
    await send('PATCH', `/reviews/${id}`, { themes: [theme.id] })
    expect(
      codes(
        await send('DELETE', `/themes/${theme.id}`),
        await mutate(`deleteTheme(id: ${theme.id}) { id }`),
      ),
    ).toEqual(['IN_USE', 'IN_USE'])
  })

  it('the order of what supersedes what', async () => {
    const create = async (title: string, supersedes?: number) =>
      (await send('POST', '/framework-documents', { title, supersedes, _status: 'published' })).body
        .doc.id as number
    const first = await create('First')
    const second = await create('Second', first)
    const circle = await send('PATCH', `/framework-documents/${first}`, { supersedes: second })
    expect(circle.body.errors[0].data.errors[0].code).toBe('SUPERSEDES_ITSELF')
    expect(
      codes(
        await mutate(
          `updateFrameworkDocument(id: ${first}, data: { supersedes: ${second} }) { id }`,
        ),
      ),
    ).toEqual(['SUPERSEDES_ITSELF'])
  })

  it('the contents of a file', async () => {
    const form = uploadForm(await pdf('Changed'), 'Changed.pdf', 'application/pdf')
    const answer = await client.rest('PATCH', `/files/${world.file.id}`, {
      as: client.editor,
      body: form,
    })
    expect(codes(answer)).toEqual(['FILE_IS_FIXED'])
  })
})

describe('files', () => {
  it('that something published refers to cannot be deleted, and the answer lists what uses them', async () => {
    const fixture = await publish(world, 'reviews')
    for (const body of [
      (await client.rest('DELETE', `/files/${world.file.id}`, { as: client.editor })).body,
      (
        await client.graphql(`mutation { deleteFile(id: ${world.file.id}) { id } }`, {
          as: client.editor,
        })
      ).body,
    ]) {
      const { data, extensions } = body.errors[0]
      expect((data ?? extensions.data).code).toBe('IN_USE')
      expect((data ?? extensions.data).usedBy).toContainEqual(
        expect.objectContaining({ collection: 'reviews', id: fixture.id }),
      )
    }
  })

  it('are sent under a readable name, in ranges, and kept by no cache', async () => {
    await publish(world, 'reviews')
    const { downloadName, filename, url } = world.file
    expect(filename).not.toContain('Report')
    const whole = await fetch(server.url + url)
    expect(whole.headers.get('content-disposition')).toContain(downloadName)
    expect(whole.headers.get('cache-control')).toBe('private, no-cache')
    expect(whole.headers.get('x-content-type-options')).toBe('nosniff')
    const bytes = Buffer.from(await whole.arrayBuffer())
    const part = await fetch(server.url + url, { headers: { Range: 'bytes=0-4' } })
    expect(part.status).toBe(206)
    expect(Buffer.from(await part.arrayBuffer())).toEqual(bytes.subarray(0, 5))
    const described = await fetch(server.url + url, { method: 'HEAD' })
    expect(described.status).toBe(200)
    for (const name of ['content-length', 'content-type', 'content-disposition', 'etag'])
      expect(described.headers.get(name), name).toBe(whole.headers.get(name))
  })

  it('are private until something public refers to them', async () => {
    const form = uploadForm(await pdf('Unpublished'), 'Draft.pdf', 'application/pdf')
    const { body } = await client.rest('POST', '/files', { as: client.editor, body: form })
    for (const range of ['bytes=0-', 'bytes=0-4'])
      expect((await fetch(server.url + body.doc.url, { headers: { Range: range } })).status).toBe(
        403,
      )
    for (const method of ['GET', 'HEAD'])
      expect((await fetch(server.url + body.doc.url, { method })).status).toBe(403)
  })

  it('are taken by what they hold, not by what they are called', async () => {
    const form = uploadForm(Buffer.from('<script>alert(1)</script>'), 'a.pdf', 'application/pdf')
    const { body, status } = await client.rest('POST', '/files', { as: client.editor, body: form })
    expect(status).toBe(400)
    expect(JSON.stringify(body)).toMatch(/FILE_TYPE_REFUSED|invalid|type/i)
  })
})

describe('an anonymous reader', () => {
  it('gets all of the page for the one query', async () => {
    const { body } = await client.graphql(caseReviewsPageQuery)
    expect(body.errors).toBeUndefined()
    expect(body.data.Reviews.docs.length).toBeGreaterThanOrEqual(7)
  })

  it('sees no draft, whatever is asked for', async () => {
    const secret = 'Nobody may read this'
    const { body } = await client.rest('POST', '/reviews?draft=true', {
      as: client.editor,
      body: { name: secret },
    })
    const { id } = await publish(world, 'reviews')
    await client.rest('PATCH', `/reviews/${id}?draft=true`, {
      as: client.editor,
      body: { name: secret },
    })
    const answers = await Promise.all([
      client.rest('GET', '/reviews?draft=true&limit=0&depth=3'),
      client.rest('GET', `/reviews/${body.doc.id}?draft=true`),
      client.rest('GET', `/reviews/${id}?draft=true&trash=true`),
      client.rest('GET', '/reviews/versions?limit=0'),
      client.rest('GET', `/reviews?where[name][equals]=${encodeURIComponent(secret)}`),
      client.graphql('{ Reviews(draft: true, trash: true, limit: 0) { docs { name } } }'),
      client.graphql('{ versionsReviews(limit: 0) { docs { version { name } } } }'),
      client.graphql(`{ Review(id: ${id}, draft: true) { name } }`),
      client.graphql(
        '{ Leaflets(draft: true, limit: 0) { docs { reviews(draft: true) { name } } } }',
      ),
    ])
    expect(answers.map(({ body: answer }) => JSON.stringify(answer)).join('\n')).not.toContain(
      secret,
    )
    const page = await (await fetch(server.url)).text()
    expect(page).not.toContain(secret)
  })

  it('is answered no schema, no users and no jobs', async () => {
    const { body } = await client.graphql('{ __schema { types { name } } }')
    expect(body.errors.map((error: { message: string }) => error.message).join()).toMatch(
      /editors only|introspection/i,
    )
    expect(body.data).toBeFalsy()
    expect((await client.rest('GET', '/users')).status).toBe(403)
    expect((await client.rest('GET', '/payload-jobs')).status).toBe(403)
    expect(
      (await client.graphql('{ Users { docs { email } } }')).body.data?.Users ?? null,
    ).toBeNull()
  })

  it('finds no playground in production', async () => {
    expect((await fetch(`${server.url}/api/graphql-playground`)).status).toBe(404)
  })

  it('is refused a query that is too deep', async () => {
    const deep = Array.from({ length: 13 }).reduce<string>(
      (inner) => `related { name ${inner} }`,
      '',
    )
    const { body } = await client.graphql(`{ Reviews { docs { ${deep} } } }`)
    expect(body.errors[0].message).toMatch(/levels deep/)
  })
})
