import { describe, expect, it } from 'vitest'

import { readArguments, UsageError } from '../../../seed/arguments.ts'

describe('the command line of the seed', () => {
  it('takes the page and its options in any order', () => {
    expect(
      readArguments(['--json', 'page.html', '--page-address', 'https://a.example/', '--dry-run']),
    ).toEqual({
      source: 'page.html',
      pageAddress: 'https://a.example/',
      dryRun: true,
      json: true,
    })
  })

  it.each([
    [[], /which page/],
    [['a', 'b'], /One page at a time/],
    [['a', '--wet-run'], /--wet-run/],
    [['a', '--page-address', 'a.example'], /https:\/\//],
    [['a', '--page-address'], /--page-address/],
  ])('refuses %j with one sentence', (args, message) => {
    expect(() => readArguments(args)).toThrow(UsageError)
    expect(() => readArguments(args)).toThrow(message)
    expect(() => readArguments(args)).toThrow(/^[^.]*(?:\.\S[^.]*)*\.$/)
  })

  it('asks for nothing when help is wanted', () => {
    expect(readArguments(['--help'])).toBeUndefined()
  })
})
