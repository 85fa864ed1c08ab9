import { readFile } from 'node:fs/promises'

import { expect, it } from 'vitest'

import { grants } from '../../../src/database/grants.ts'

it('are the ones that the guide gives to whoever runs them by hand', async () => {
  const guide = new URL('../../../docs/operations.md', import.meta.url)
  const [, shown] = /```sql\nbegin;\n([^`]+)commit;\n```/.exec(await readFile(guide, 'utf8'))!
  expect(shown!.split(';\n').slice(0, -1)).toEqual(grants('reviews_app', 'reviews', true))
})
