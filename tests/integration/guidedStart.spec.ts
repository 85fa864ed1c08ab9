import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'

import { guidedStartKey } from '../../hooks/rules/guidedStart.ts'
import type { Answers } from '../../src/admin/GuidedStart/answers.ts'
import { type Ask, ensureDraft, failureOf } from '../../src/admin/GuidedStart/api.ts'
import { prepareDrafts } from '../../src/admin/GuidedStart/prepare.ts'
import type { Stored } from '../../src/admin/GuidedStart/useStored.ts'
import type { PanelFacts } from '../../src/admin/PublicationPanel/panel.ts'
import { account } from '../helpers/accounts.ts'
import { startTestApp, type TestApp } from '../helpers/app.ts'
import { pdf, published, review, uploadForm } from '../helpers/content.ts'
import { answered, guide } from '../helpers/guidedStart.ts'

let app: TestApp
let people: Record<'approver' | 'contributor' | 'withdrawer', { as: string }>

beforeAll(async () => {
  app = await startTestApp({ options: { approval: { secondPerson: 'never' } } })
  people = {
    approver: await account(app, 'approver', ['approver']),
    contributor: await account(app, 'contributor', ['contributor']),
    withdrawer: await account(app, 'withdrawer', ['withdrawal']),
  }
})

afterAll(() => app.stop())

/** Asks as the browser does. */
const askAs =
  (as: string | undefined): Ask =>
  async (method, path, body) => {
    const answer = await app.rest(method, `/${path}`, { as, body })
    if (answer.status >= 300) throw failureOf(answer.status, answer.body)
    return answer.body
  }

let attempts = 0
const newAttempt = () => String(++attempts).padStart(32, '0')

const upload = async (name: string) => {
  const form = uploadForm(await pdf(name), name, 'application/pdf')
  return (await app.rest('POST', '/files', { as: people.contributor.as, body: form })).body.doc
}

async function prepare(values: Partial<Answers>): Promise<Stored> {
  let stored: Stored = { attempt: newAttempt(), answers: answered(values) }
  const ask = askAs(people.contributor.as)
  const keep = (change: (before: Stored) => Stored) => void (stored = change(stored))
  await prepareDrafts(ask, guide, stored, answered(stored.answers), keep)
  return stored
}

const panelOf = async (id: number | string): Promise<PanelFacts> =>
  (await app.rest('GET', `/reviews/${id}/panel`, { as: people.approver.as })).body

describe('what a contributor prepares', () => {
  const improvements = 'Visits are seen by two people.\nThe night is covered.'
  test.each<[string, Partial<Answers>]>([
    ['an executive summary', { choice: 'executiveSummary', reviewType: 'LCSPR', improvements }],
    ['a link elsewhere', { choice: 'elsewhere', link: 'https://x.example/r', otherBody: 'X' }],
    ['the repository', { choice: 'nationalRepository', link: 'https://library.example/1' }],
    ['a report on request', { choice: 'onRequest' }],
    ['one that is delayed', { choice: 'delayed', reason: 'An inquest is not concluded.' }],
    [
      'one that is not published',
      { choice: 'notPublished', reviewType: 'LCSPR', reason: 'A sibling is known.', improvements },
    ],
    [
      'one that was public before',
      {
        choice: 'onRequest',
        reviewType: 'SCR',
        wasPublic: 'yes',
        year: '2018',
        previousAddress: 'The page of before.',
      },
    ],
  ])('is complete, and can be published as it is: %s', async (_, values) => {
    const report = await upload('A file.pdf')
    const { review } = await prepare({ report, ...values })
    expect(await panelOf(review!.id)).toMatchObject({ state: 'Draft: not public', obstacles: [] })
    const path = `/reviews/${review!.id}`
    expect((await app.rest('GET', path)).status).toBe(404)
    const answer = await app.rest('PATCH', path, { as: people.approver.as, body: published })
    expect([answer.status, answer.body.errors]).toEqual([200, undefined])
  })

  it('is a review with its report and its leaflet, each a draft, and the files stay private', async () => {
    const [report, leafletFile] = [await upload('a.pdf'), await upload('b.pdf')]
    const { leaflet, review } = await prepare({ report, leaflet: 'yes', leafletFile })
    const stored = await app.payload.findByID({
      collection: 'leaflets',
      id: leaflet!.id,
      draft: true,
      depth: 0,
    })
    expect(stored).toMatchObject({
      _status: 'draft',
      title: 'Learning leaflet: Child T',
      reviews: [review!.id],
      file: leafletFile.id,
    })
    const titles = { report: 'Local case review: Child T', leafletFile: stored.title }
    for (const [file, title] of [
      [report, titles.report],
      [leafletFile, titles.leafletFile],
    ]) {
      expect((await app.rest('GET', `/files/file/${file.filename}`)).status).toBe(403)
      const { body } = await app.rest('GET', `/files/${file.id}`, { as: people.approver.as })
      expect(body.title).toBe(title)
    }
  })

  it('is told what is missing when the file comes later', async () => {
    const { review } = await prepare({ report: undefined, reportLater: true })
    expect((await panelOf(review!.id)).obstacles.map(({ path }) => path)).toEqual(['reportFile'])
  })
})

describe('the guided start makes a draft once', () => {
  const post = (attempt: string, as = people.contributor.as) =>
    app.rest('POST', '/reviews?draft=true', {
      as,
      body: review({ name: `Child ${attempt}`, seededFrom: { key: guidedStartKey(attempt) } }),
    })
  const countOf = async (attempt: string) =>
    (await app.payload.count({ collection: 'reviews', where: { name: { contains: attempt } } }))
      .totalDocs

  it('when the same is sent several times at once', async () => {
    const attempt = newAttempt()
    const answers = await Promise.all([post(attempt), post(attempt), post(attempt)])
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409])
    const refused = answers.find(({ status }) => status === 409)!
    expect(refused.body.errors[0].data.code).toBe('ALREADY_PREPARED')
    expect(await countOf(attempt)).toBe(1)
  })

  it('and finds it again by its key, whatever it is called by now', async () => {
    const attempt = newAttempt()
    const { id } = (await post(attempt)).body.doc
    const ask = askAs(people.contributor.as)
    await ask('PATCH', `reviews/${id}?draft=true`, { name: 'Called otherwise' })
    const made = await ensureDraft(ask, 'reviews', attempt, { name: `Child ${attempt}` })
    expect(made.id).toBe(id)
    const latest = await app.payload.findByID({ collection: 'reviews', id, draft: true })
    expect(latest.name).toBe(`Child ${attempt}`)
  })

  it('anew, when it was put into the trash', async () => {
    const attempt = newAttempt()
    const { id } = (await post(attempt)).body.doc
    const body = { deletedAt: new Date().toISOString() }
    const trashed = await app.rest('PATCH', `/reviews/${id}`, { as: people.approver.as, body })
    expect(trashed.status).toBe(200)
    const ask = askAs(people.contributor.as)
    const next = { name: `Child ${attempt}` }
    const made = await ensureDraft(ask, 'reviews', attempt, next, { id, sent: {} })
    expect(made.id).not.toBe(id)
  })

  it('for nobody who may not make drafts', async () => {
    const attempt = newAttempt()
    const ask = askAs(people.withdrawer.as)
    await expect(ensureDraft(ask, 'reviews', attempt, review())).rejects.toMatchObject({
      reason: 'loggedOut',
    })
    await expect(ensureDraft(askAs(undefined), 'reviews', attempt, review())).rejects.toThrow()
    expect(await countOf(attempt)).toBe(0)
  })
})
