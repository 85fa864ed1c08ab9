import { describe, expect, it } from 'vitest'

import { sameName, tidyName } from '../../../../seed/words/names.ts'

describe('names', () => {
  it.each([
    ['  Alan ', 'Alan'],
    ['- Bella  and Ben', 'Bella and Ben'],
    ['‘Alan’', 'Alan'],
    ['“Alan”', 'Alan'],
    ["'Alan'", 'Alan'],
    ['`Alan`', 'Alan'],
    ["`Alan'", 'Alan'],
    ['‘Emily’ & ‘Jack’', '‘Emily’ & ‘Jack’'],
    ['Child “Joe”', 'Child “Joe”'],
    ['Child X1/X2', 'Child X1/X2'],
    ['Emily-Jane –', 'Emily-Jane'],
    ['Babies with Injuries', 'Babies with Injuries'],
  ])('tidies “%s” to “%s”', (words, name) => expect(tidyName(words)).toBe(name))

  it.each([
    ['Carl & Max', 'carl and  Max'],
    ['‘Emily’ & ‘Jack’', 'Emily and Jack'],
    ['Child “Joe”', 'Child Joe'],
    ['Emily–Jane', 'Emily-Jane'],
  ])('takes “%s” and “%s” for the same', (one, other) =>
    expect(sameName(one)).toBe(sameName(other)),
  )

  it('keeps Child M and Child N apart', () => {
    expect(sameName('Child M')).not.toBe(sameName('Child N'))
  })
})
