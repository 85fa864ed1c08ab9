import { readFileSync } from 'node:fs'
import path from 'node:path'

import { expect, it } from 'vitest'

import { faults } from '../model/faults/faults.ts'

const edits = faults.flatMap(({ edits = [], name }) => edits.map((edit) => ({ name, ...edit })))

it.each(edits)('the fault “$name” can be planted in $file', ({ file, find }) => {
  const code = readFileSync(path.resolve(import.meta.dirname, '../..', file), 'utf8')
  expect(code.split(find)).toHaveLength(2)
})
