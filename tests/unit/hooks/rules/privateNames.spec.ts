import { describe, expect, it } from 'vitest'

import { privateNamesFrom, wordsOfFields } from '../../../../hooks/rules/privateNames.ts'

describe('a list of private names', () => {
  it.each([
    ['Jonathan Smith', 'name'],
    ['  Jonathan   Smith ', 'name', 'Jonathan Smith'],
    ['O’Brien-Jones', 'name'],
    ['April', 'name'],
    ['3 April 2015', 'dateOfBirth'],
    ['3rd April 2015', 'dateOfBirth'],
    ['03/04/2015', 'dateOfBirth'],
    ['2015-04-03', 'dateOfBirth'],
    ['12 Acacia Avenue', 'address'],
    ['Flat 3, 12 May Road', 'address'],
    ['AB1 2CD', 'address'],
  ])('knows what “%s” is', (line, kind, value = line) => {
    expect(privateNamesFrom(line)).toEqual([{ kind, value }])
  })

  it('has one to a line, each once', () => {
    expect(privateNamesFrom('\nAnna\r\n\nBen\nAnna\n').map(({ value }) => value)).toEqual([
      'Anna',
      'Ben',
    ])
  })
})

describe('the words of a document', () => {
  const fields = [
    { name: 'name', type: 'text' },
    { name: 'keywords', type: 'text' },
    { name: 'summary', type: 'richText' },
    { name: 'publishedOn', type: 'date' },
    { name: 'file', type: 'upload' },
    {
      name: 'recommendations',
      type: 'array',
      flattenedFields: [
        { name: 'recommendation', type: 'textarea' },
        { name: 'dueBy', type: 'date' },
      ],
    },
    { name: 'publishedBy', type: 'group', flattenedFields: [{ name: 'body', type: 'text' }] },
  ]
  const text = (words: string) => ({ root: { children: [{ children: [{ text: words }] }] } })

  it('are told by field, wherever in it; dates and files are no words', () => {
    const values = {
      name: 'Alan',
      keywords: ['one', 'two'],
      summary: text('What happened'),
      publishedOn: '2026-01-01',
      file: { title: 'not its own' },
      recommendations: [
        { id: 'x', recommendation: 'Do it', dueBy: '2026-01-02' },
        { recommendation: 'And that' },
      ],
      publishedBy: { body: 'Somebody' },
    }
    expect(wordsOfFields(fields, values)).toEqual([
      { path: 'name', words: 'Alan' },
      { path: 'keywords', words: 'one\ntwo' },
      { path: 'summary', words: 'What happened' },
      { path: 'recommendations', words: 'Do it\nAnd that' },
      { path: 'publishedBy', words: 'Somebody' },
    ])
  })

  it('are none where nothing is written', () => {
    expect(wordsOfFields(fields, { name: '', summary: null, recommendations: [] })).toEqual([])
  })
})
