import { describe, expect, it, test } from 'vitest'

import type { Answers } from '../../../src/admin/GuidedStart/answers.ts'
import { type Ask, ensureDraft, Failure, failureOf } from '../../../src/admin/GuidedStart/api.ts'
import { changesOf, leafletDraft, reviewDraft } from '../../../src/admin/GuidedStart/drafts.ts'
import { isPrepared, prepareDrafts } from '../../../src/admin/GuidedStart/prepare.ts'
import { whyOf } from '../../../src/admin/GuidedStart/sentences.ts'
import { linesOf, nextOf } from '../../../src/admin/GuidedStart/summary.ts'
import type { Stored } from '../../../src/admin/GuidedStart/useStored.ts'
import { english } from '../../helpers/english.ts'
import { answered, guide, pdfFile } from '../../helpers/guidedStart.ts'

const say = english('guidedStart')
const attempt = 'a'.repeat(32)

describe('what is sent', () => {
  const nothing = {
    name: 'Child T',
    reviewType: 'local',
    reviewer: null,
    publishedOn: null,
    publishedOnPrecision: 'day',
    previouslyPublishedAt: null,
    publishedBy: { body: 'thisPartnership', name: null },
    reportAvailability: null,
    reportFile: null,
    reportLink: null,
    reportReason: null,
    improvements: null,
  }

  test.each<[string, Partial<Answers>, object]>([
    ['a report', {}, { reportAvailability: 'published', reportFile: 7 }],
    [
      'an executive summary, of which readers are told that it is none of the report',
      { choice: 'executiveSummary' },
      {
        reportAvailability: 'notPublished',
        reportFile: 7,
        reportReason: 'An executive summary is published in its place.',
      },
    ],
    [
      'a link to another body',
      { choice: 'elsewhere', link: ' https://x.example/r ', otherBody: 'Another Board' },
      {
        reportAvailability: 'published',
        reportLink: 'https://x.example/r',
        publishedBy: { body: 'anotherBody', name: 'Another Board' },
      },
    ],
    [
      'no file, no link and no reason that were answered before and are not asked for any more',
      { choice: 'onRequest', link: 'https://x.example', otherBody: 'X', improvements: 'Y' },
      { reportAvailability: 'onRequest' },
    ],
    [
      'a date as exactly as it is known',
      {
        reviewType: 'SCR',
        wasPublic: 'yes',
        year: '2018',
        month: '3',
        previousAddress: 'old.example',
      },
      {
        reviewType: 'SCR',
        reportAvailability: 'published',
        reportFile: 7,
        publishedOn: '2018-03-01',
        publishedOnPrecision: 'month',
        previouslyPublishedAt: 'old.example',
      },
    ],
    [
      'no date of a review that was not public before',
      { reviewType: 'SCR', wasPublic: 'no', year: '2018', previousAddress: 'old.example' },
      { reviewType: 'SCR', reportAvailability: 'published', reportFile: 7 },
    ],
  ])('%s', (_, values, expected) => {
    expect(reviewDraft(answered(values), guide)).toEqual({ ...nothing, ...expected })
  })

  it('improvements, a paragraph for each line', () => {
    const { improvements } = reviewDraft(
      answered({ choice: 'notPublished', reviewType: 'LCSPR', improvements: 'One.\n\n Two. \n' }),
      guide,
    ) as { improvements: { root: { children: { children: { text: string }[] }[] } } }
    expect(improvements.root.children.map(({ children }) => children[0]!.text)).toEqual([
      'One.',
      'Two.',
    ])
  })

  it('a leaflet that draws from the review', () => {
    expect(leafletDraft(answered({ leaflet: 'yes', leafletFile: pdfFile(8) }), 3)).toEqual({
      title: 'Learning leaflet: Child T',
      kind: 'learningLeaflet',
      file: 8,
      reviews: [3],
    })
  })

  it('nothing that was sent before: it may have been edited since', () => {
    const sent = reviewDraft(answered(), guide)
    const next = reviewDraft(answered({ name: 'Child U' }), guide)
    expect(changesOf(sent, next)).toEqual({ name: 'Child U' })
    expect(changesOf(sent, reviewDraft(answered(), guide))).toEqual({})
  })
})

/** A server that keeps drafts by their keys, and can lose an answer on its way. */
function fakeServer() {
  const docs: { id: number; key: string; name?: unknown }[] = []
  const asked: string[] = []
  let losesNext = false
  const ask: Ask = async (method, path, body) => {
    asked.push(`${method} ${path.split(/[?/]/)[0]}`)
    const collection = path.split(/[?/]/)[0]!
    const key = (body?.seededFrom as { key: string } | undefined)?.key
    if (method === 'GET') {
      const wanted = decodeURIComponent(path.split('equals]=')[1]!)
      return { docs: docs.filter((doc) => doc.key === `${collection} ${wanted}`) }
    }
    if (method === 'PATCH') {
      const doc = docs.find(({ id }) => String(id) === /\/(\d+)/.exec(path)![1])
      if (!doc) throw failureOf(404, { errors: [{ message: 'Not Found' }] })
      return Object.assign(doc, body)
    }
    if (docs.some((doc) => doc.key === `${collection} ${key}`))
      throw failureOf(409, { errors: [{ message: 'Twice.', data: { code: 'ALREADY_PREPARED' } }] })
    const doc = { ...body, id: docs.length + 1, key: `${collection} ${key}` }
    docs.push(doc)
    if (losesNext) {
      losesNext = false
      throw new Failure('unreachable', '')
    }
    return { doc }
  }
  return { ask, asked, docs, loseNextAnswer: () => void (losesNext = true) }
}

describe('a draft is made once', () => {
  const body = { name: 'Child T' }

  it('when the answer got lost and it is tried again', async () => {
    const { ask, docs, loseNextAnswer } = fakeServer()
    loseNextAnswer()
    await expect(ensureDraft(ask, 'reviews', attempt, body)).rejects.toThrow(Failure)
    expect(await ensureDraft(ask, 'reviews', attempt, body)).toEqual({ id: 1, sent: body })
    expect(docs).toHaveLength(1)
  })

  it('when two requests overtake one another', async () => {
    const { ask, docs } = fakeServer()
    const made = await Promise.all([
      ensureDraft(ask, 'reviews', attempt, body),
      ensureDraft(ask, 'reviews', attempt, body),
    ])
    expect(made.map(({ id }) => id)).toEqual([1, 1])
    expect(docs).toHaveLength(1)
  })

  it('and is not touched when nothing changed', async () => {
    const { ask, asked } = fakeServer()
    const made = await ensureDraft(ask, 'reviews', attempt, body)
    await ensureDraft(ask, 'reviews', attempt, body, made)
    expect(asked).toEqual(['POST reviews'])
  })

  it('anew, when somebody deleted it meanwhile', async () => {
    const { ask, docs } = fakeServer()
    const made = await ensureDraft(ask, 'reviews', attempt, body)
    docs.length = 0
    const next = { name: 'Child U' }
    expect(await ensureDraft(ask, 'reviews', attempt, next, made)).toEqual({ id: 1, sent: next })
  })
})

describe('the drafts', () => {
  const answers = answered({ leaflet: 'yes', leafletFile: pdfFile(8, 'scan') })
  const begun: Stored = { attempt, answers }

  it('are prepared as the answers have them, and only then', async () => {
    let stored = begun
    const { ask, docs } = fakeServer()
    docs.push({ id: 7, key: 'files' }, { id: 8, key: 'files' })
    expect(isPrepared(stored, answers, guide)).toBe(false)
    await prepareDrafts(ask, guide, stored, answers, (change) => void (stored = change(stored)))
    expect(docs.slice(2)).toMatchObject([
      { name: 'Child T', reportFile: 7 },
      { title: 'Learning leaflet: Child T', file: 8, reviews: [3] },
    ])
    expect(stored.answers.leafletFile?.title).toBe('Learning leaflet: Child T')
    const now = answered(stored.answers)
    expect(isPrepared(stored, now, guide)).toBe(true)
    expect(isPrepared(stored, answered({ ...stored.answers, name: 'Child U' }), guide)).toBe(false)
  })

  it('keep the review when the leaflet fails, and go on from there', async () => {
    let stored: Stored = {
      attempt,
      answers: answered({ leaflet: 'yes', leafletFile: pdfFile(8, 'Learning leaflet: Child T') }),
    }
    const { ask, docs } = fakeServer()
    const keep = (change: (before: Stored) => Stored) => void (stored = change(stored))
    const failing: Ask = (method, path, body) =>
      path.startsWith('leaflets')
        ? Promise.reject(new Failure('unreachable', ''))
        : ask(method, path, body)
    const complete = answered(stored.answers)
    await expect(prepareDrafts(failing, guide, stored, complete, keep)).rejects.toThrow(Failure)
    expect(stored.review?.id).toBe(1)
    await prepareDrafts(ask, guide, stored, complete, keep)
    expect(docs.map(({ key }) => key.split(' ')[0])).toEqual(['reviews', 'leaflets'])
  })
})

describe('why the server did not do it', () => {
  test.each<[string, number, unknown, string]>([
    [
      'its own sentences',
      400,
      { errors: [{ message: 'Invalid: file', data: { errors: [{ message: 'Too large.' }] } }] },
      'Too large.',
    ],
    ['its own sentence', 409, { errors: [{ message: 'It is protected.' }] }, 'It is protected.'],
    [
      'that somebody is logged out',
      403,
      { errors: [{ message: 'Not allowed.' }] },
      say('loggedOut'),
    ],
    ['nothing that a person could read', 502, '<html>', say('unknown')],
  ])('%s', (_, status, body, expected) => {
    expect(whyOf(failureOf(status, body), say)).toBe(expected)
  })

  it('says that it could not be reached', () => {
    expect(whyOf(new Failure('unreachable', ''), say)).toBe(say('unreachable'))
    expect(whyOf(new Error('a fault of ours'), say)).toBe(say('unknown'))
  })
})

describe('the summary', () => {
  it('says what was prepared, and leads back to each answer', () => {
    expect(
      linesOf(answered({ leaflet: 'later' }), guide, say).map(({ is, step }) => [step, is]),
    ).toEqual([
      ['review', 'Child T'],
      ['review', 'Local case review'],
      ['report', 'The full report'],
      ['file', 'Local case review: Child T (Local case review Child T.pdf)'],
      ['leaflet', 'later: choose this review in the leaflet, and it is listed with it'],
    ])
    const later = linesOf(answered({ report: undefined, reportLater: true }), guide, say)
    expect(later.find(({ step }) => step === 'file')?.is).toBe('not added yet')
  })

  const allowed = { isAllowed: true } as const
  const refused = { isAllowed: false, why: '' } as const
  test.each([
    [
      'what is missing',
      'nextMissing',
      { acts: [], obstacles: [{ path: 'name', message: '' }], publishing: refused },
    ],
    ['submitting', 'nextSubmit', { acts: ['submit' as const], obstacles: [], publishing: refused }],
    ['publishing', 'nextPublish', { acts: [], obstacles: [], publishing: allowed }],
    ['waiting for an editor', 'nextWait', { acts: [], obstacles: [], publishing: refused }],
  ] as const)('leads to %s', (_, expected, facts) => {
    expect(nextOf(facts as never)).toBe(expected)
  })
})
