import { describe, expect, it } from 'vitest'

import { looksLikePseudonym, readHeading } from '../../../../seed/parse/entryHeading.ts'

describe('the heading over a review', () => {
  it.each([
    ['March 2023 - Local Child Safeguarding Practice Review - Alan', 'Alan', 'LCSPR', '2023-03'],
    ['March 2023 – Serious  case review –  Child Q', 'Child Q', 'SCR', '2023-03'],
    ['Serious Case Review: Child G – August 2019', 'Child G', 'SCR', '2019-08'],
    ['Child M (SCR, September 2019)', 'Child M', 'SCR', '2019-09'],
    ['LCSPR – ‘Emily’ & ‘Jack’ – 20th March 2023', '‘Emily’ & ‘Jack’', 'LCSPR', '2023-03-20'],
    ['Child “Joe” | Local case review | 06/09/2019', 'Child “Joe”', 'local', '2019-09-06'],
    [
      'Thematic Review - Babies with Injuries - published 2022',
      'Babies with Injuries',
      'thematic',
      '2022',
    ],
    ['Serious Case Review into the case of Mr D (2018)', 'the case of Mr D', 'SCR', '2018'],
    ['SK - SCR - Spring 2017', 'SK', 'SCR', '2017'],
    [
      'Local Child Safeguarding Practice Review (LCSPR): Carl & Max',
      'Carl & Max',
      'LCSPR',
      undefined,
    ],
    ['Child X1/X2', 'Child X1/X2', undefined, undefined],
  ])('“%s” names %s', (text, name, type, date) => {
    const facts = readHeading(text)
    expect(facts.name).toBe(name)
    expect(facts.types[0]?.value).toBe(type)
    expect(facts.date?.date).toBe(date)
  })

  it.each([
    'Child Y',
    'Child X1/X2',
    'Baby M',
    'Family A',
    'Mr D',
    'Child “Joe”',
    'Child A and Child B',
  ])('takes “%s” for a pseudonym', (name) => expect(looksLikePseudonym(name)).toBe(true))

  it.each(['Child protection procedures', 'Family support in Larchshire', 'Contact us'])(
    'does not take “%s” for one',
    (name) => expect(looksLikePseudonym(name)).toBe(false),
  )
})
