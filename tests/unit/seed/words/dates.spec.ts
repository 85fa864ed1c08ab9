import { describe, expect, it } from 'vitest'

import { findDates } from '../../../../seed/words/dates.ts'

const dated = (text: string) => findDates(text).map(({ date }) => date)

describe('dates in a text', () => {
  it.each([
    ['20 March 2023', '2023-03-20', 'day'],
    ['18th February 2015', '2015-02-18', 'day'],
    ['the 1st of May 2020', '2020-05-01', 'day'],
    ['21 February, 2022', '2022-02-21', 'day'],
    ['March 20th, 2023', '2023-03-20', 'day'],
    ['06/09/2019', '2019-09-06', 'day'],
    ['6.9.2019', '2019-09-06', 'day'],
    ['2023-03-20', '2023-03-20', 'day'],
    ['29 February 2020', '2020-02-29', 'day'],
    ['March 2023', '2023-03', 'month'],
    ['Sept. 2019', '2019-09', 'month'],
    ['Spring 2017', '2017', 'year'],
    ['2019', '2019', 'year'],
    ['O (2018)', '2018', 'year'],
  ])('reads “%s” with the precision it states', (text, date, precision) => {
    expect(findDates(text)).toMatchObject([{ date, precision }])
  })

  it.each([
    '',
    'no date at all',
    '31 February 2020',
    '45/13/2019',
    'room 20190',
    '12 months',
    'aged 19',
  ])('finds none in “%s”', (text) => expect(dated(text)).toEqual([]))

  it('reads several in the order of the text, and none of them twice', () => {
    const text = 'Agreed in March 2022, published 20 March 2023, updated 2024.'
    expect(dated(text)).toEqual(['2022-03', '2023-03-20', '2024'])
  })

  it('says when a year stands for a season', () => {
    expect(findDates('Autumn 2020')[0]).toMatchObject({ season: 'Autumn', precision: 'year' })
  })
})
