import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { account } from '../helpers/accounts.ts'
import { type Answer, startTestApp, type TestApp } from '../helpers/app.ts'
import {
  frameworkDocument,
  leaflet,
  picture,
  published,
  review,
  richText,
  storeFile,
  theme,
} from '../helpers/content.ts'
import { ofCall, publicationNames } from '../helpers/publicView.ts'
import { runSQL } from '../helpers/sql.ts'

type Slug = 'framework-documents' | 'leaflets' | 'reviews'

let app: TestApp
let people: Record<'approver' | 'both' | 'editor' | 'other', { id: number; as: string }>
let file: number
let aTheme: number

beforeAll(async () => {
  app = await startTestApp()
  people = {
    editor: await account(app, 'an-editor', ['editor']),
    other: await account(app, 'other-editor', ['contributor', 'editor']),
    approver: await account(app, 'approver', ['approver', 'withdrawal']),
    both: await account(app, 'other-approver', ['approver', 'withdrawal']),
  }
  file = (await storeFile(app.payload)).id
  aTheme = (await app.payload.create({ collection: 'themes', data: theme() as never })).id
})

afterAll(() => app.stop())

const rest = (who: keyof typeof people, method: string, path: string, body?: object) =>
  app.rest(method, path, { as: people[who].as, body })

const codeOf = ({ body }: Answer): string | undefined => body.errors?.[0]?.data?.code

/** As much as a publication can have, so that nothing in it differs between its draft and what is public. */
const whole: Record<Slug, () => object> = {
  reviews: () =>
    review({
      reportAvailability: 'published',
      reportFile: file,
      summary: richText('What happened.', picture(file)),
      themes: [aTheme],
      publishedBy: { body: 'anotherBody', name: 'Another board' },
      recommendations: [
        { recommendation: 'Do it.', dueBy: '2026-12-01', status: 'notStarted' },
        { recommendation: 'Do that, too.' },
      ],
      repositoryRecord: { keywords: ['neglect', 'babies'] },
      actionPlan: { status: 'inProgress' },
    }),
  leaflets: () => leaflet({ file, themes: [aTheme] }),
  'framework-documents': () => frameworkDocument({ file }),
}

const slugs = Object.keys(whole) as Slug[]

const draft = async (slug: Slug, more: object = {}): Promise<number> => {
  const body = { ...whole[slug](), ...more }
  const { body: answer } = await rest('editor', 'POST', `/${slug}?draft=true`, body)
  return answer.doc.id
}

const submit = (slug: Slug, id: number, who: keyof typeof people = 'editor') =>
  rest(who, 'POST', '/approvals', {
    document: { relationTo: slug, value: id },
    message: 'Please look.',
  })

const act = (who: keyof typeof people, approval: number, act: string, text?: string) =>
  rest(who, 'POST', `/approvals/${approval}/${act}`, { text })

const publish = (who: keyof typeof people, slug: Slug, id: number) =>
  rest(who, 'PATCH', `/${slug}/${id}`, published)

const isPublic = async (slug: Slug, id: number): Promise<boolean> =>
  (await app.rest('GET', `/${slug}/${id}`)).status === 200

/** A draft that was submitted. */
async function submitted(slug: Slug, more?: object): Promise<{ id: number; approval: number }> {
  const id = await draft(slug, more)
  const { body } = await submit(slug, id)
  return { id, approval: body.doc.id }
}

const lastEvent = async (slug: Slug, id: number) => {
  const [event] = await runSQL(
    app.payload,
    `select kind, body from publication_events where publication = '${slug}:${id}' order by sequence desc limit 1`,
  )
  return { kind: event!.kind, ...JSON.parse(event!.body).detail }
}

describe.each(slugs)('%s:', (slug) => {
  it('becomes public when another person approves exactly what was submitted', async () => {
    const { approval, id } = await submitted(slug)
    expect(codeOf(await publish('approver', slug, id))).toBe('APPROVAL_NEEDED')
    expect((await act('approver', approval, 'approve', 'Fine.')).body.doc).toMatchObject({
      state: 'approved',
      askedBy: `users:${people.editor.id}`,
      decidedBy: `users:${people.approver.id}`,
      comments: [{ text: 'Fine.', by: `users:${people.approver.id}` }],
    })
    expect(await isPublic(slug, id)).toBe(false)
    expect((await publish('approver', slug, id)).status).toBe(200)
    expect(await isPublic(slug, id)).toBe(true)
    expect(await lastEvent(slug, id)).toEqual({
      kind: 'published',
      approval: String(approval),
      askedBy: `users:${people.editor.id}`,
      approvedBy: `users:${people.approver.id}`,
    })
    const { body } = await rest('editor', 'GET', `/approvals/${approval}`)
    expect(body.state).toBe('published')
  })

  it('is approved and published in one act, with a date of its own or without', async () => {
    for (const dates of [
      {},
      {
        publishedOn: '2019-03-20',
        publishedOnPrecision: 'month',
        previouslyPublishedAt: 'https://old.example',
      },
    ]) {
      const { approval, id } = await submitted(slug, dates)
      expect((await act('approver', approval, 'publish')).status).toBe(200)
      expect(await isPublic(slug, id)).toBe(true)
    }
  })

  it('is asked for again after an edit, and after one while it is public', async () => {
    const { approval, id } = await submitted(slug)
    await act('approver', approval, 'approve')
    const name =
      publicationNames[slug === 'framework-documents' ? 'frameworkDocuments' : slug].nameField
    await rest('other', 'PATCH', `/${slug}/${id}?draft=true`, { [name]: 'Another name' })
    expect(codeOf(await publish('approver', slug, id))).toBe('APPROVAL_OUTDATED')
    expect(codeOf(await act('approver', approval, 'publish'))).toBe('APPROVAL_OUTDATED')

    const again = await submit(slug, id, 'other')
    expect(again.status).toBe(201)
    expect((await rest('editor', 'GET', `/approvals/${approval}`)).body.state).toBe('takenBack')
    expect((await act('approver', again.body.doc.id, 'publish')).status).toBe(200)
    expect((await app.rest('GET', `/${slug}/${id}`)).body[name]).toBe('Another name')

    for (const attempt of [
      () => rest('approver', 'PATCH', `/${slug}/${id}`, { [name]: 'Not approved' }),
      () => rest('editor', 'PATCH', `/${slug}/${id}`, { [name]: 'Not approved' }),
      () =>
        rest('approver', 'PATCH', `/${slug}/${id}?draft=true`, {
          [name]: 'Not approved',
          ...published,
        }),
    ]) {
      expect((await attempt()).status).toBeGreaterThanOrEqual(400)
      expect((await app.rest('GET', `/${slug}/${id}`)).body[name]).toBe('Another name')
    }
    // What readers get already may be said once more.
    expect(
      (await rest('approver', 'PATCH', `/${slug}/${id}`, { [name]: 'Another name' })).status,
    ).toBe(200)
  })
})

describe('a submission', () => {
  it('is never approved or published by who made it, approver or not', async () => {
    const id = await draft('reviews')
    const { body } = await submit('reviews', id, 'both')
    for (const one of ['approve', 'publish'])
      expect(codeOf(await act('both', body.doc.id, one))).toBe('APPROVAL_NEEDS_ANOTHER')
    await act('approver', body.doc.id, 'approve')
    expect(codeOf(await publish('both', 'reviews', id))).toBe('APPROVAL_NEEDS_ANOTHER')
    expect(await isPublic('reviews', id)).toBe(false)
    expect((await publish('approver', 'reviews', id)).status).toBe(200)
  })

  it('is refused with a reason, which is told', async () => {
    const { approval, id } = await submitted('leaflets')
    expect(codeOf(await act('approver', approval, 'refuse'))).toBe('REASON_FOR_REFUSAL_REQUIRED')
    expect(codeOf(await act('editor', approval, 'refuse', 'No'))).toBe('APPROVAL_NOT_YOURS')
    const { body } = await act('approver', approval, 'refuse', 'Name the agency.')
    expect(body.doc).toMatchObject({ state: 'refused', comments: [{ text: 'Name the agency.' }] })
    expect(codeOf(await act('approver', approval, 'approve'))).toBe('APPROVAL_NOT_IN_ORDER')
    expect(codeOf(await publish('approver', 'leaflets', id))).toBe('APPROVAL_NEEDED')
  })

  it('is commented on and taken back', async () => {
    const { approval, id } = await submitted('leaflets')
    expect((await act('other', approval, 'comment', 'Which year?')).status).toBe(200)
    expect((await act('editor', approval, 'comment', '2019.')).body.doc.comments).toHaveLength(2)
    expect((await act('editor', approval, 'takeBack')).body.doc.state).toBe('takenBack')
    expect(codeOf(await act('approver', approval, 'publish'))).toBe('APPROVAL_NOT_IN_ORDER')
    expect(codeOf(await publish('approver', 'leaflets', id))).toBe('APPROVAL_NEEDED')
  })

  it('is complete enough to be published', async () => {
    const id = await draft('reviews', { reportFile: null })
    const { body, status } = await submit('reviews', id)
    expect(status).toBe(400)
    expect(body.errors[0].data.errors[0]).toMatchObject({ path: 'reportFile' })
  })

  it('needs a draft, a person and the right', async () => {
    const { approval, id } = await submitted('leaflets')
    await act('approver', approval, 'publish')
    expect(codeOf(await submit('leaflets', id))).toBe('APPROVAL_NOT_NEEDED')
    const other = await draft('leaflets')
    const contributor = await account(app, 'contributor', ['contributor'])
    const body = { document: { relationTo: 'leaflets', value: other } }
    expect((await app.rest('POST', '/approvals', { as: contributor.as, body })).status).toBe(403)
    const program = ofCall(app.payload.create({ collection: 'approvals', data: body as never }))
    expect((await program).code).toBe('APPROVAL_NEEDS_A_PERSON')
  })

  it('stays on record, and is told to nobody outside', async () => {
    const { approval } = await submitted('leaflets')
    const as = people.approver.as
    for (const answer of [
      await app.rest('DELETE', `/approvals/${approval}`, { as }),
      await app.rest('PATCH', `/approvals/${approval}`, { as, body: { state: 'approved' } }),
    ])
      expect(answer.status).toBeGreaterThanOrEqual(400)
    const data = { state: 'approved' } as const
    const update = ofCall(app.payload.update({ collection: 'approvals', id: approval, data }))
    expect((await update).code).toBe('APPROVAL_KEPT')
    const removal = ofCall(app.payload.delete({ collection: 'approvals', id: approval }))
    expect((await removal).code).toBe('APPROVAL_KEPT')
    expect((await app.rest('GET', '/approvals')).status).toBe(403)
    const { body } = await app.graphql('{ Approvals { docs { title } } }')
    expect(body.errors[0].extensions.statusCode).toBe(403)
  })

  it('is decided over GraphQL as well', async () => {
    const id = await draft('leaflets')
    const { body } = await app.graphql(
      `mutation { createApproval(data: { document: { relationTo: leaflets, value: ${id} } }) { id state } }`,
      { as: people.editor.as },
    )
    const { id: approval, state } = body.data.createApproval
    expect(state).toBe('asked')
    const acting = async (mutation: string) =>
      (await app.graphql(`mutation { ${mutation} { state } }`, { as: people.approver.as })).body
    const { errors } = await acting(`refuseSubmission(id: ${approval})`)
    expect(errors[0].extensions.code).toBe('REASON_FOR_REFUSAL_REQUIRED')
    expect((await acting(`approveSubmission(id: ${approval})`)).data.approveSubmission.state).toBe(
      'approved',
    )
    await acting(`commentOnSubmission(id: ${approval}, text: "Well done.")`)
    expect((await acting(`publishSubmission(id: ${approval})`)).data.publishSubmission.state).toBe(
      'published',
    )
    expect(await isPublic('leaflets', id)).toBe(true)
  })
})

/** As an approver scheduled it, once its time has come. */
async function publishByJob(id: number): Promise<void> {
  const input = {
    type: 'publish',
    doc: { relationTo: 'reviews', value: String(id) },
    user: { relationTo: 'users', value: people.approver.id },
  }
  await app.payload.jobs.queue({ task: 'schedulePublish', input: input as never })
  await app.payload.jobs.run()
}

describe('without the approval of a second person nothing becomes public', () => {
  const attempts: [string, (id: number) => Promise<unknown>][] = [
    ['REST', (id) => publish('approver', 'reviews', id)],
    ['REST, as a draft', (id) => rest('approver', 'PATCH', `/reviews/${id}?draft=true`, published)],
    [
      'REST, many at once',
      (id) => rest('approver', 'PATCH', `/reviews?where[id][equals]=${id}`, published),
    ],
    [
      'the unpublish button’s argument',
      (id) => rest('approver', 'PATCH', `/reviews/${id}?unpublishAllLocales=true`, published),
    ],
    [
      'GraphQL',
      (id) =>
        app.graphql(`mutation { updateReview(id: ${id}, data: { _status: published }) { id } }`, {
          as: people.approver.as,
        }),
    ],
    [
      'the Local API with a user',
      async (id) =>
        ofCall(
          app.payload.update({
            collection: 'reviews',
            id,
            data: published as never,
            user: await user(people.approver.id),
          }),
        ),
    ],
    [
      'a scheduled job',
      async (id) => {
        await publishByJob(id)
      },
    ],
    [
      'a new document',
      () => rest('approver', 'POST', '/reviews', { ...whole.reviews(), ...published }),
    ],
  ]
  const user = async (id: number) => ({
    ...(await app.payload.findByID({ collection: 'users', id })),
    collection: 'users' as const,
  })

  it.each(attempts)('%s', async (_, attempt) => {
    const before = (await app.rest('GET', '/reviews')).body.totalDocs
    const id = await draft('reviews')
    await attempt(id)
    expect(await isPublic('reviews', id)).toBe(false)
    expect((await app.rest('GET', '/reviews')).body.totalDocs).toBe(before)
  })

  it('a version that is restored, though it was approved once', async () => {
    const { approval, id } = await submitted('leaflets', { title: 'First' })
    await act('approver', approval, 'publish')
    await rest('editor', 'PATCH', `/leaflets/${id}?draft=true`, { title: 'Second' })
    await act('approver', (await submit('leaflets', id)).body.doc.id, 'publish')
    const { docs } = await app.payload.findVersions({
      collection: 'leaflets',
      where: {
        and: [
          { parent: { equals: id } },
          { 'version.title': { equals: 'First' } },
          { 'version._status': { equals: 'published' } },
        ],
      },
    })
    const answer = await rest('approver', 'POST', `/leaflets/versions/${docs[0]!.id}`)
    expect(codeOf(answer)).toBe('APPROVAL_NEEDED')
    expect((await app.rest('GET', `/leaflets/${id}`)).body.title).toBe('Second')
  })

  it('and what was approved is published by a scheduled job as well', async () => {
    const { approval, id } = await submitted('reviews')
    await act('approver', approval, 'approve')
    await publishByJob(id)
    expect(await isPublic('reviews', id)).toBe(true)
  })
})

describe('what is withdrawn', () => {
  it('comes back as it was without another approval, and not with a draft that nobody approved', async () => {
    const { approval, id } = await submitted('reviews', { name: 'As it was' })
    await act('approver', approval, 'publish')
    const asked = await rest('approver', 'POST', '/withdrawals', {
      document: { relationTo: 'reviews', value: id },
      ground: 'courtOrder',
      reason: 'A court says so.',
      notice: 'This was withdrawn.',
    })
    const withdrawal = asked.body.doc.id
    expect((await rest('both', 'POST', `/withdrawals/${withdrawal}/approve`)).status).toBe(200)
    expect(await isPublic('reviews', id)).toBe(false)

    await rest('editor', 'PATCH', `/reviews/${id}?draft=true`, { name: 'Not approved' })
    expect(codeOf(await rest('both', 'POST', `/withdrawals/${withdrawal}/reinstate`))).toBe(
      'APPROVAL_NEEDED',
    )
    expect(await isPublic('reviews', id)).toBe(false)
    await rest('editor', 'PATCH', `/reviews/${id}?draft=true`, { name: 'As it was' })
    expect((await rest('both', 'POST', `/withdrawals/${withdrawal}/reinstate`)).status).toBe(200)
    expect((await app.rest('GET', `/reviews/${id}`)).body.name).toBe('As it was')
  })
})

describe('what is no longer protected', () => {
  it('is taken down by approvers only', async () => {
    const { approval, id } = await submitted('framework-documents')
    await act('approver', approval, 'publish')
    const path = `/framework-documents/${id}`
    for (const attempt of [
      () => rest('editor', 'PATCH', path, { _status: 'draft' }),
      () => rest('editor', 'PATCH', path, { deletedAt: '2026-01-01T00:00:00.000Z' }),
      () => rest('editor', 'DELETE', path),
    ]) {
      expect(codeOf(await attempt())).toBe('PUBLISHING_NOT_YOURS')
      expect(await isPublic('framework-documents', id)).toBe(true)
    }
    expect((await rest('approver', 'PATCH', path, { _status: 'draft' })).status).toBe(200)
  })
})
