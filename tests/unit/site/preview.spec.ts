import type { FrameworkDocument, Leaflet, Review } from 'payload-safeguarding-reviews/types'
import { describe, expect, it } from 'vitest'

import {
  frameworkDocumentFrom,
  leafletFrom,
  reviewFrom,
} from '../../../src/app/(site)/preview/entries.ts'

describe('a draft on the page', () => {
  it('may lack everything', () => {
    const review = reviewFrom({ id: 1 } as Review)
    expect(review).toMatchObject({ name: 'No name yet', publishedOn: null, themes: [] })
    expect(review).toMatchObject({ leaflets: { docs: [] }, related: [], reportFile: null })
    expect(leafletFrom({ id: 1 } as Leaflet)).toMatchObject({ title: 'No title yet', file: null })
    expect(frameworkDocumentFrom({ id: 1 } as FrameworkDocument)).toMatchObject({ edition: null })
  })

  it('shows of its date what is known', () => {
    const publishedOn = '2020-01-31T12:00:00.000Z'
    const dated = (publishedOnPrecision: Review['publishedOnPrecision']) =>
      reviewFrom({ id: 1, publishedOn, publishedOnPrecision } as Review).publishedOn
    expect([dated('day'), dated('month'), dated('year'), dated(null)]).toEqual([
      '2020-01-31',
      '2020-01',
      '2020',
      '2020-01-31',
    ])
  })

  it('leaves out what readers do not get, of which there is only an id', () => {
    const neglect = { id: 3, name: 'neglect', slug: 'neglect', facet: 'harm' } as const
    const { reportFile, related, themes } = reviewFrom({
      id: 1,
      related: [7],
      reportFile: 9,
      themes: [2, neglect],
    } as Review)
    expect({ reportFile, related, themes }).toEqual({
      reportFile: null,
      related: [],
      themes: [{ name: 'neglect', slug: 'neglect' }],
    })
  })
})
