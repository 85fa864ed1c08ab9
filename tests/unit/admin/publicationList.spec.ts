import { describe, expect, it } from 'vitest'

import { addressOf, presetsOn } from '../../../src/admin/PublicationList/presets.ts'
import { stateOf } from '../../../src/admin/PublicationList/state.ts'

describe('the state of a publication in a list', () => {
  const published = { _status: 'published', firstPublishedAt: '2023-03-20' } as const

  it.each([
    ['what is new', undefined, true, 'stateDraft'],
    ['a draft', { _status: 'draft' } as const, true, 'stateDraft'],
    ['what is public', published, false, 'statePublic'],
    ['what is public, with a newer draft', published, true, 'statePublicDraft'],
    ['what was unpublished', { ...published, _status: 'draft' } as const, true, 'stateWasPublic'],
    [
      'what was withdrawn',
      { _status: 'draft', withdrawnAt: '2023-04-01' } as const,
      true,
      'stateWithdrawn',
    ],
    ['trash', { ...published, deletedAt: '2024-01-01' }, false, 'stateInTrash'],
  ])('%s', (_, row, isLatestDraft, state) => {
    expect(stateOf(row, isLatestDraft)).toBe(state)
  })
})

describe('a preset of a list', () => {
  it('is an address that Payload’s own filters understand', () => {
    const { all, withdrawn, protected: isProtected } = presetsOn('2026-11-26')
    expect(addressOf('/admin/collections/reviews', all)).toBe('/admin/collections/reviews')
    expect(addressOf('/r', withdrawn)).toBe('/r?where[or][0][and][0][withdrawnAt][exists]=true')
    expect(addressOf('/r', isProtected)).toBe(
      '/r?where[or][0][and][0][protectedUntil][greater_than_equal]=2026-11-26T12%3A00%3A00.000Z&where[or][0][and][1][withdrawnAt][exists]=false',
    )
  })
})
