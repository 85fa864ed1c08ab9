import { describe, expect, it } from 'vitest'

import { failureOf } from '../../../seed/apply/failureOf.ts'

const refused = (message: string, data?: object) => Object.assign(new Error(message), { data })

describe('why a document was refused', () => {
  it.each<[string, unknown, string]>([
    ['by an error', new Error('It broke.'), 'It broke.'],
    ['by something else', 'no', 'no'],
    [
      'at its fields',
      refused('Invalid.', { errors: [{ path: 'name', message: 'Give it.' }, { message: 'So.' }] }),
      'name: Give it. So.',
    ],
    [
      'for what is in a file',
      refused('The file cannot become public.', {
        findings: [{ code: 'SCRIPT' }, { code: 'REDACTION_COVERS_TEXT', page: 3 }],
      }),
      'The file cannot become public. (SCRIPT, REDACTION_COVERS_TEXT on page 3)',
    ],
    ['for a file of which nothing is known yet', refused('Wait.', { findings: [] }), 'Wait.'],
  ])('%s', (_, error, told) => {
    expect(failureOf(error)).toBe(told)
  })
})
