import { describe, expect, it } from 'vitest'

import {
  acceptFault,
  fileCheckFault,
  type FileCheckRecord,
  openFindings,
  passedEverywhere,
} from '../../../../hooks/rules/fileChecks.ts'

const error = { code: 'SCRIPT', severity: 'error', area: 'safety' } as const
const warning = { code: 'NO_TITLE', severity: 'warning', area: 'accessibility' } as const
const said = (code: string) => ({ code, reason: 'So.', by: 'users:1', at: '2026-01-01T00:00:00Z' })
const check = (more: Partial<FileCheckRecord> = {}): FileCheckRecord => ({
  id: 1,
  state: 'finished',
  ...more,
})

describe('what forbids that a file becomes public', () => {
  it.each<[string, FileCheckRecord | undefined, string | undefined, string | undefined]>([
    ['nobody has checked it', undefined, 'FILE_NOT_CHECKED', 'FILE_NOT_CHECKED'],
    ['it waits', check({ state: 'waiting' }), 'FILE_NOT_CHECKED', 'FILE_NOT_CHECKED'],
    ['it is being checked', check({ state: 'running' }), 'FILE_NOT_CHECKED', 'FILE_NOT_CHECKED'],
    ['nothing was found', check({ findings: [] }), undefined, undefined],
    ['an error', check({ findings: [error, warning] }), 'FILE_CHECK_FAILED', 'FILE_CHECK_FAILED'],
    ['a warning', check({ findings: [warning] }), 'FILE_WARNINGS_OPEN', undefined],
    [
      'a warning that was let pass',
      check({ findings: [warning, warning], accepted: [said('NO_TITLE')] }),
      undefined,
      undefined,
    ],
    [
      'an error that somebody would let pass',
      check({ findings: [error], accepted: [said('SCRIPT')] }),
      'FILE_CHECK_FAILED',
      'FILE_CHECK_FAILED',
    ],
  ])('when %s', (_, record, forPerson, forProgram) => {
    expect(fileCheckFault(record, true)).toBe(forPerson)
    expect(fileCheckFault(record, false)).toBe(forProgram)
  })

  it('is what is open, whatever else was let pass', () => {
    const other = { ...warning, code: 'NO_LANGUAGE' }
    const record = check({ findings: [warning, other], accepted: [said('NO_TITLE')] })
    expect(openFindings(record)).toEqual([other])
  })
})

describe('letting a warning pass', () => {
  const record = check({ findings: [error, warning] })
  it.each<[string, unknown, unknown, string | undefined]>([
    ['with a reason', 'NO_TITLE', 'It is a picture.', undefined],
    ['without one', 'NO_TITLE', undefined, 'FILE_WARNING_NEEDS_REASON'],
    ['with an empty one', 'NO_TITLE', '  ', 'FILE_WARNING_NEEDS_REASON'],
    ['that was not found', 'MACROS', 'So.', 'FILE_WARNING_UNKNOWN'],
    ['that has no code', undefined, 'So.', 'FILE_WARNING_UNKNOWN'],
    ['that is an error', 'SCRIPT', 'So.', 'FILE_ERROR_STAYS'],
  ])('%s', (_, code, reason, fault) => {
    expect(acceptFault(record, code, reason)).toBe(fault)
  })

  it('holds for another list of names, but for what was said of names', () => {
    const names = ['PRIVATE_NAME', 'PRIVATE_NAME_PART'].map(said)
    expect(passedEverywhere([said('NO_TITLE'), ...names])).toEqual([said('NO_TITLE')])
  })
})
