import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { startTestApp, type TestApp } from '../helpers/app.ts'
import { published, review } from '../helpers/content.ts'

let app: TestApp

beforeAll(async () => {
  app = await startTestApp({
    host: { collections: [{ slug: 'readers', auth: true, fields: [] }] },
    push: true,
  })
})

afterAll(() => app.stop())

/** The codes of an answer's errors, each once. */
const codes = async (query: string, request: Parameters<TestApp['graphql']>[1] = {}) => {
  const { body } = await app.graphql(query, request)
  return [
    ...new Set(
      body.errors?.map((error: { extensions?: { code?: string } }) => error.extensions?.code),
    ),
  ]
}

describe('the schema', () => {
  const questions = [
    '{ __schema { types { name } } }',
    '{ __type(name: "User") { fields { name } } }',
    '{ a: __schema { queryType { name } } }',
    'fragment S on Query { __schema { types { name } } } query { ...S }',
    'query { ... on Query { __type(name: "Review") { name } } }',
  ]

  it.each(questions)('is told to editors only: %s', async (question) => {
    expect(await codes(question)).toEqual(['INTROSPECTION_REFUSED'])
    const account = {
      email: `${questions.indexOf(question)}@reader.example`,
      password: 'a long password',
    }
    await app.payload.create({ collection: 'readers' as 'users', data: account })
    const { token } = await app.payload.login({ collection: 'readers' as 'users', data: account })
    expect(await codes(question, { as: `JWT ${token}` })).toEqual(['INTROSPECTION_REFUSED'])
    const { body } = await app.graphql(question, { as: app.editor })
    expect(body.errors).toBeUndefined()
    expect(body.data).toBeTruthy()
  })

  it('lets everybody ask for the name of a type', async () => {
    expect(await codes('{ __typename Reviews { __typename } }')).toEqual([])
  })
})

describe('a query', () => {
  const nested = (levels: number, inner = 'name') =>
    Array.from({ length: levels }).reduce<string>((query) => `related { ${query} }`, inner)

  it('of a usual depth is answered', async () => {
    expect(await codes(`{ Reviews { docs { ${nested(8)} } } }`)).toEqual([])
  })

  it.each([
    ['too deep', `{ Reviews { docs { ${nested(12)} } } }`],
    [
      'too deep by fragments',
      `fragment F on Review { ${nested(8)} } { Reviews { docs { ${nested(5, '...F')} } } }`,
    ],
    [
      'too deep by inline fragments',
      `{ ... on Query { Reviews { docs { ... on Review { ${nested(13)} } } } } }`,
    ],
    ['too deep under another name', `{ a: Reviews { b: docs { ${nested(13)} } } }`],
  ])('%s is refused with a code', async (_, query) => {
    expect(await codes(query)).toEqual(['QUERY_TOO_DEEP'])
    expect(await codes(query, { as: app.editor })).toEqual(['QUERY_TOO_DEEP'])
  })

  it('too complex is refused with a code', async () => {
    const lists = Array.from(
      { length: 200 },
      (_, index) => `a${index}: Reviews { docs { name slug leaflets { docs { title } } } }`,
    )
    expect(await codes(`{ ${lists.join(' ')} }`)).toEqual(['QUERY_TOO_COMPLEX'])
  })

  it.each([
    ['of a field that is not there', '{ Reviews { docs { nonsense } } }'],
    [
      'with a condition that is not there',
      '{ Reviews(where: { nonsense: { equals: 1 } }) { totalDocs } }',
    ],
    [
      'with a day that is none',
      '{ Reviews(where: { protectedUntil: { equals: "March" } }) { totalDocs } }',
    ],
  ])('%s is refused with a code', async (_, query) => {
    expect(await codes(query)).toEqual(['GRAPHQL_VALIDATION_FAILED'])
  })
})

describe('an error carries its code', () => {
  const make = (values: string) =>
    `mutation { createReview(data: { name: "Alan", reviewType: SCR, ${values} }) { id } }`

  it.each([
    [
      'of a rule',
      make('reportAvailability: published, _status: published'),
      true,
      'REPORT_REQUIRED',
    ],
    [
      'of the dates',
      make('reportAvailability: notStated, publishedOn: "2999-01-01", _status: published'),
      true,
      'PUBLISHED_IN_FUTURE',
    ],
    [
      'of Payload’s validation',
      make('reportAvailability: notStated, reportLink: "nowhere", _status: published'),
      true,
      'BAD_REQUEST',
    ],
    ['of access', make('reportAvailability: notStated'), false, 'FORBIDDEN'],
    ['of access to users', '{ Users { docs { email } } }', false, 'FORBIDDEN'],
    ['of what is not there', '{ Review(id: 9999) { name } }', false, 'NOT_FOUND'],
    [
      'of a change of what is not there',
      'mutation { updateReview(id: 9999, data: { name: "A" }) { id } }',
      true,
      'NOT_FOUND',
    ],
  ])('%s', async (_, query, isEditor, code) => {
    expect(await codes(query, isEditor ? { as: app.editor } : {})).toEqual([code])
  })

  it('and REST says the same sentence', async () => {
    const { id } = await app.payload.create({
      collection: 'reviews',
      data: { ...review(), ...published } as never,
    })
    const rest = await app.rest('PATCH', `/reviews/${id}`, {
      as: app.editor,
      body: { _status: 'draft' },
    })
    const graphql = await app.graphql(
      `mutation { updateReview(id: ${id}, data: { _status: draft }) { id } }`,
      { as: app.editor },
    )
    const [error] = graphql.body.errors
    expect(rest.status).toBe(409)
    expect(rest.body.errors[0].message).toBe(error.message)
    expect(error.message).toMatch(
      /^“Alan” must stay public until the end of \d+ \w+ \d{4}, because what is published has to be available for 12 months\. It cannot be unpublished before then\.$/,
    )
    expect(error.extensions).toMatchObject({
      code: 'PUBLICATION_PROTECTED',
      statusCode: 409,
      data: { collection: 'reviews', id, reason: 'PROTECTED_FROM_UNPUBLISHING' },
    })
  })
})

describe('introspection: everyone', () => {
  it('answers the schema to anybody', async () => {
    const open = await startTestApp({
      options: { graphQL: { introspection: 'everyone', maxDepth: 5 } },
    })
    try {
      expect((await open.graphql('{ __schema { queryType { name } } }')).body.data).toBeTruthy()
      const deep = await open.graphql(
        '{ Reviews { docs { related { related { related { name } } } } } }',
      )
      expect(deep.body.errors[0].extensions.code).toBe('QUERY_TOO_DEEP')
    } finally {
      await open.stop()
    }
  })
})
