import { describe, expect, it } from 'vitest'

import { arrange } from '../../../src/app/(site)/arrange.ts'
import type {
  FrameworkDocumentEntry,
  LeafletEntry,
  PageContent,
  ReviewEntry,
} from '../../../src/app/(site)/pageContent.ts'

const link = 'https://safeguarding.example/guidance'
const text = (url = '') => ({ root: { children: [{ type: 'link', fields: { url } }] } }) as never

const framework = (values: Partial<FrameworkDocumentEntry>) =>
  ({ slug: 'guidance', title: 'Guidance', kind: 'localGuidance', link, ...values }) as never
const leaflet = (slug: string) => ({ slug, title: slug }) as LeafletEntry
const review = (slug: string, ...leaflets: string[]) =>
  ({ slug, name: slug, leaflets: { docs: leaflets.map(leaflet) } }) as ReviewEntry

const content = (values: {
  page?: object | null
  reviews?: ReviewEntry[]
  leaflets?: LeafletEntry[]
  documents?: FrameworkDocumentEntry[]
}): PageContent => ({
  CaseReviewsPage: (values.page ?? null) as PageContent['CaseReviewsPage'],
  Reviews: { docs: values.reviews ?? [] },
  Leaflets: { docs: values.leaflets ?? [] },
  FrameworkDocuments: { docs: values.documents ?? [] },
})

const names = ({ sections }: ReturnType<typeof arrange>) => sections.map(({ name }) => name)

describe('the page', () => {
  it('has nothing on it when nothing has been published', () => {
    expect(arrange(content({}))).toMatchObject({
      heading: 'Case reviews and learning',
      sections: [],
      furtherDocuments: [],
      furtherLeaflets: [],
    })
  })

  it('lists reviews although nobody has written the text around them', () => {
    const page = arrange(content({ reviews: [review('alan')] }))
    expect(page.sections).toMatchObject([{ name: 'caseReviews', heading: 'Case reviews' }])
  })

  it('has its sections in the order of the editors, and none that they left out', () => {
    const page = {
      sectionOrder: ['rapidReview', 'introduction'],
      introduction: { heading: 'Introduction', text: text() },
      rapidReview: { heading: null, text: text() },
      caseReviews: { heading: null, text: text() },
    }
    expect(names(arrange(content({ page, reviews: [review('alan')] })))).toEqual([
      'rapidReview',
      'introduction',
    ])
  })

  it('shows a document in its section, or at the end when the section is not there', () => {
    const documents = [framework({})]
    expect(arrange(content({ documents })).sections).toMatchObject([{ documents }])
    const page = { sectionOrder: ['introduction'] }
    expect(arrange(content({ page, documents }))).toMatchObject({
      sections: [],
      furtherDocuments: documents,
    })
  })

  it('does not repeat a document that the text of its section links to', () => {
    const page = { localGuidance: { heading: 'Guidance', text: text(link) } }
    const shown = (document: FrameworkDocumentEntry) =>
      arrange(content({ page, documents: [document] })).sections[0]!.documents.length
    expect(shown(framework({}))).toBe(0)
    expect(shown(framework({ body: text() }))).toBe(1)
    expect(shown(framework({ link: 'https://elsewhere.example' }))).toBe(1)
  })

  it('lists a leaflet of no review at the end', () => {
    const page = arrange(
      content({
        reviews: [review('alan', 'of-alan')],
        leaflets: [leaflet('of-alan'), leaflet('of-none')],
      }),
    )
    expect(page.furtherLeaflets.map(({ slug }) => slug)).toEqual(['of-none'])
  })
})
