import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { PanelFacts } from '../../src/admin/PublicationPanel/panel.ts'
import { account } from '../helpers/accounts.ts'
import { startTestApp, type TestApp } from '../helpers/app.ts'
import { published, review, richText, storeFile, theme } from '../helpers/content.ts'

let app: TestApp
let people: Record<'approver' | 'contributor' | 'editor' | 'other', { as: string }>

beforeAll(async () => {
  app = await startTestApp({
    host: { collections: [{ slug: 'readers', auth: true, fields: [] }] },
    push: true,
    options: { approval: { secondPerson: 'always' } },
  })
  people = {
    contributor: await account(app, 'contributor', ['contributor']),
    editor: await account(app, 'an-editor', ['editor']),
    approver: await account(app, 'approver', ['approver']),
    other: await account(app, 'other', ['approver', 'editor']),
  }
})

afterAll(() => app.stop())

const rest = (who: keyof typeof people, method: string, path: string, body?: object) =>
  app.rest(method, path, { as: people[who].as, body })

const panel = async (who: keyof typeof people, id: number): Promise<PanelFacts> =>
  (await rest(who, 'GET', `/reviews/${id}/panel`)).body

const draft = async (values: Record<string, unknown> = {}): Promise<number> =>
  (await rest('editor', 'POST', '/reviews?draft=true', review(values))).body.doc.id

const submit = async (id: number): Promise<number> => {
  const document = { relationTo: 'reviews', value: id }
  return (await rest('editor', 'POST', '/approvals', { document, message: 'Please look.' })).body
    .doc.id
}

describe('the panel of a publication', () => {
  it('says what stands in the way, and where', async () => {
    const id = await draft({ reviewType: null, reportAvailability: 'published' })
    const { acts, hasDraft, obstacles, publishing, state, unpublishing } = await panel('editor', id)
    expect({ acts, hasDraft, state, unpublishing }).toEqual({
      acts: [],
      hasDraft: true,
      state: 'Draft: not public',
      unpublishing: undefined,
    })
    expect(obstacles.map(({ path, tab }) => [path, tab])).toEqual([
      ['reviewType', 'About the review'],
      ['reportFile', 'Report and documents'],
    ])
    expect(publishing.isAllowed).toBe(false)
  })

  it('offers to show a draft where there is one, to those who may write it', async () => {
    const id = await draft({ reviewType: 'local' })
    expect((await panel('contributor', id)).mayPreview).toBe(true)
    const data = { ...review({ reviewType: 'local' }), ...published }
    const open = await app.payload.create({ collection: 'reviews', data: data as never })
    expect((await panel('editor', Number(open.id))).mayPreview).toBe(false)
    const { as } = await account(app, 'keeper', ['privateNames'])
    const { body } = await app.rest('GET', `/reviews/${id}/panel`, { as })
    expect([body.hasDraft, body.mayPreview]).toEqual([true, false])
  })

  it('says what was submitted, by whom, and to each what they can do', async () => {
    const id = await draft()
    expect((await panel('editor', id)).acts).toEqual(['submit'])
    expect((await panel('contributor', id)).acts).toEqual([])
    const approval = await submit(id)
    const asEditor = await panel('editor', id)
    expect(asEditor.acts).toEqual(['comment', 'takeBack'])
    expect(asEditor.approval?.sentences[0]).toMatch(
      /^Submitted by an-editor@safeguarding\.example on \d+ \w+ \d{4} at \d\d:\d\d\.$/,
    )
    expect(asEditor.approval?.comments).toMatchObject([{ text: 'Please look.' }])
    const asApprover = await panel('approver', id)
    expect(asApprover.acts).toEqual(['approve', 'refuse', 'comment', 'publish'])
    expect(asApprover.publishing).toMatchObject({ isAllowed: false })

    await rest('approver', 'POST', `/approvals/${approval}/approve`)
    expect((await panel('approver', id)).publishing).toEqual({ isAllowed: true })
    expect((await panel('editor', id)).publishing.isAllowed).toBe(false)

    await rest('editor', 'PATCH', `/reviews/${id}?draft=true`, { name: 'Changed since' })
    const changed = await panel('approver', id)
    expect(changed.publishing.isAllowed).toBe(false)
    expect(changed.approval?.sentences.at(-1)).toContain('was changed since')
    expect(changed.acts).toEqual(['submit', 'refuse', 'comment'])

    await rest('approver', 'POST', `/approvals/${approval}/refuse`, { text: 'Not that name.' })
    const refused = await panel('editor', id)
    expect(refused.approval?.sentences.at(-1)).toMatch(/^Refused by approver@/)
    expect(refused.approval?.comments.at(-1)?.text).toBe('Not that name.')
    expect(refused.acts).toEqual(['submit'])
  })

  it('says until when it stays public, and what a draft changes of it', async () => {
    const file = await storeFile(app.payload)
    const { id: aTheme } = await app.payload.create({
      collection: 'themes',
      data: theme() as never,
    })
    const { id } = (await app.payload.create({
      collection: 'reviews',
      data: review({ summary: richText('What happened.'), ...published }) as never,
    })) as unknown as { id: number }
    const before = await panel('approver', id)
    expect(before.state).toMatch(/^Public since .* · protected until the end of \d+ \w+ \d{4}$/)
    expect(before.unpublishing).toMatchObject({
      isAllowed: false,
      why: expect.stringContaining('cannot be unpublished or deleted before the end of'),
    })
    expect(before.withdrawal).toBe('/admin/collections/withdrawals/create')
    expect(before.differences).toEqual([])

    await rest('editor', 'PATCH', `/reviews/${id}?draft=true`, {
      name: 'Al',
      reportFile: file.id,
      themes: [aTheme],
    })
    const { differences, obstacles, state } = await panel('approver', id)
    expect(state).toMatch(/ · 3 changes in draft$/)
    expect(differences).toMatchObject([
      { label: 'Name', before: 'Alan', after: 'Al' },
      { label: 'Themes', before: '', after: 'neglect' },
      { label: 'Report', before: '', after: file.title },
    ])
    expect(obstacles).toEqual([])

    await rest('editor', 'PATCH', `/reviews/${id}?draft=true`, { summary: null })
    expect((await panel('approver', id)).obstacles).toMatchObject([
      { path: 'summary', message: expect.stringContaining('cannot be taken away before then') },
    ])
  })

  it('tells nothing to anybody outside', async () => {
    const id = await draft()
    const data = { email: 'reader@safeguarding.example', password: 'a long test password' }
    await app.payload.create({ collection: 'readers' as 'users', data })
    const { token } = await app.payload.login({ collection: 'readers' as 'users', data })
    for (const as of [undefined, `JWT ${token}`])
      expect((await app.rest('GET', `/reviews/${id}/panel`, { as })).status).toBe(404)
  })
})
