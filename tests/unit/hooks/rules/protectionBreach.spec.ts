import { describe, expect, it, test } from 'vitest'

import type { Publication } from '../../../../hooks/rules/publication.ts'
import {
  isProtected,
  protectionBreach,
} from '../../../../hooks/rules/twelve-month-protection/protectionBreach.ts'

const words = (text: string) => ({
  root: { type: 'root', children: [{ type: 'paragraph', children: [{ type: 'text', text }] }] },
})

const row: Publication = {
  _status: 'published',
  reportAvailability: 'published',
  reportFile: 7,
  reportLink: 'https://board.example/alan',
  improvements: words('What must change.'),
  recommendations: [{ recommendation: 'Train.' }],
  changeNotes: [{ id: 'a', note: 'Corrected page 4.' }],
  protectedUntil: '2026-10-25T12:00:00.000Z',
}

const promised = {
  documents: ['reportFile', 'reportLink'],
  texts: ['improvements', 'recommendations'],
}

describe('a change that breaks the promise', () => {
  const note = { note: 'Corrected page 5.' }
  const cases: [string, Publication, string | undefined][] = [
    ['nothing changed', {}, undefined],
    ['unpublished', { _status: 'draft' }, 'PROTECTED_FROM_UNPUBLISHING'],
    ['without any status', { _status: null }, 'PROTECTED_FROM_UNPUBLISHING'],
    ['trashed', { deletedAt: '2026-01-01' }, 'PROTECTED_FROM_DELETION'],
    ['trashed and unpublished', { deletedAt: 'x', _status: 'draft' }, 'PROTECTED_FROM_DELETION'],
    ['on request', { reportAvailability: 'onRequest' }, 'PROTECTED_AVAILABILITY'],
    ['in the repository', { reportAvailability: 'nationalRepository' }, 'PROTECTED_AVAILABILITY'],
    ['delayed', { reportAvailability: 'delayed' }, 'PROTECTED_AVAILABILITY'],
    ['not published', { reportAvailability: 'notPublished' }, 'PROTECTED_AVAILABILITY'],
    ['availability forgotten', { reportAvailability: null }, 'PROTECTED_AVAILABILITY'],
    ['file detached', { reportFile: null }, 'PROTECTED_FROM_REMOVAL'],
    [
      'file detached with a note',
      { reportFile: null, changeNotes: [note] },
      'PROTECTED_FROM_REMOVAL',
    ],
    ['link removed', { reportLink: ' ' }, 'PROTECTED_FROM_REMOVAL'],
    ['improvements emptied', { improvements: words('  ') }, 'PROTECTED_FROM_REMOVAL'],
    ['recommendations removed', { recommendations: [] }, 'PROTECTED_FROM_REMOVAL'],
    ['file replaced', { reportFile: 8 }, 'PROTECTED_FROM_SILENT_REPLACEMENT'],
    ['link replaced', { reportLink: 'https://x.example' }, 'PROTECTED_FROM_SILENT_REPLACEMENT'],
    [
      'file replaced, old note',
      { reportFile: 8, changeNotes: [...row.changeNotes!] },
      'PROTECTED_FROM_SILENT_REPLACEMENT',
    ],
    [
      'file replaced, blank note',
      { reportFile: 8, changeNotes: [{ note: ' ' }] },
      'PROTECTED_FROM_SILENT_REPLACEMENT',
    ],
    [
      'file replaced, new note',
      { reportFile: 8, changeNotes: [...row.changeNotes!, note] },
      undefined,
    ],
    ['note removed', { changeNotes: [] }, 'PROTECTED_FROM_REMOVAL'],
    ['note blanked', { changeNotes: [{ id: 'a', note: ' ' }] }, 'PROTECTED_FROM_REMOVAL'],
    ['note worded better', { changeNotes: [{ id: 'a', note: 'Page 4 corrected.' }] }, undefined],
    ['the same file, populated', { reportFile: { id: 7, title: 'Alan' } }, undefined],
    ['text rewritten', { improvements: words('What must change now.') }, undefined],
  ]
  test.each(cases)('%s', (_, change, reason) => {
    expect(protectionBreach(row, { ...row, ...change }, promised)?.reason).toBe(reason)
  })

  test.each([
    ['onRequest', 'nationalRepository'],
    ['onRequest', 'published'],
    ['nationalRepository', 'published'],
    ['delayed', 'notPublished'],
    ['notStated', 'onRequest'],
    ['notPublished', 'published'],
  ])('a report may become more available: %s → %s', (before, after) => {
    const now = { ...row, reportAvailability: before }
    expect(protectionBreach(now, { ...now, reportAvailability: after }, promised)).toBeUndefined()
  })
})

describe('protected', () => {
  const at = (instant: string) => ({ now: new Date(instant), timeZone: 'Europe/London' })
  const cases: [string, Publication | undefined, string, boolean][] = [
    ['on the last day', row, '2026-10-25T12:00:00Z', true],
    [
      'in the last millisecond of the day on which the clocks go back',
      row,
      '2026-10-25T23:59:59.999Z',
      true,
    ],
    ['no longer when that day is over', row, '2026-10-26T00:00:00Z', false],
    [
      'in summer until 23:00 UTC',
      { ...row, protectedUntil: '2026-07-15T12:00:00.000Z' },
      '2026-07-15T22:59:59Z',
      true,
    ],
    [
      'in summer not after',
      { ...row, protectedUntil: '2026-07-15T12:00:00.000Z' },
      '2026-07-15T23:00:00Z',
      false,
    ],
    ['not when unpublished', { ...row, _status: 'draft' }, '2026-01-01T00:00:00Z', false],
    ['not when in the trash', { ...row, deletedAt: '2026-01-01' }, '2026-01-01T00:00:00Z', false],
    ['not without a date', { ...row, protectedUntil: null }, '2026-01-01T00:00:00Z', false],
    ['not when there is no row', undefined, '2026-01-01T00:00:00Z', false],
  ]
  test.each(cases)('%s', (_, publication, now, expected) => {
    expect(isProtected(publication, at(now))).toBe(expected)
  })

  it('by the day of the host’s own time zone', () => {
    const zone = { now: new Date('2026-10-25T11:30:00Z'), timeZone: 'Pacific/Auckland' }
    expect(isProtected(row, zone)).toBe(false)
  })
})
