import { describe, expect, it, test } from 'vitest'

import { type Answers, choices, noAnswers } from '../../../src/admin/GuidedStart/answers.ts'
import { knownDate } from '../../../src/admin/GuidedStart/dates.ts'
import { faultsOf, stepToShow } from '../../../src/admin/GuidedStart/faults.ts'
import { fileNameOf, withProposals } from '../../../src/admin/GuidedStart/proposals.ts'
import { questionsOf, type Step, stepsOf } from '../../../src/admin/GuidedStart/questions.ts'
import { faultInWords } from '../../../src/admin/GuidedStart/sentences.ts'
import { sentence } from '../../../hooks/rules/messages.ts'
import { english } from '../../helpers/english.ts'
import { answered, guide, pdfFile } from '../../helpers/guidedStart.ts'

const say = english('guidedStart')
const empty = (values: Partial<Answers> = {}) =>
  withProposals({ ...noAnswers(guide), ...values }, guide, say)

describe('the steps that follow from what can be published', () => {
  test.each([
    ['fullReport', true],
    ['executiveSummary', true],
    ['elsewhere', false],
    ['nationalRepository', false],
    ['onRequest', false],
    ['delayed', false],
    ['notPublished', false],
  ] as const)('%s: a file is asked for: %s', (choice, isAsked) => {
    expect(stepsOf(answered({ choice })).includes('file')).toBe(isAsked)
  })
})

describe('the questions that follow from the type', () => {
  test.each<[string, Partial<Answers>, string[]]>([
    ['nothing is chosen', {}, ['reviewType', 'name']],
    ['a local review', { reviewType: 'local' }, ['reviewType', 'name']],
    ['one that names its reviewer', { reviewType: 'LCSPR' }, ['reviewType', 'name', 'reviewer']],
    ['one that must name its reviewer', { reviewType: 'SAR' }, ['reviewType', 'name', 'reviewer']],
    ['one of a scheme that is over', { reviewType: 'SCR' }, ['reviewType', 'name', 'wasPublic']],
    [
      'the same, public before',
      { reviewType: 'SCR', wasPublic: 'yes' },
      ['reviewType', 'name', 'wasPublic', 'year', 'previousAddress'],
    ],
    ['a type that is gone', { reviewType: 'XYZ', wasPublic: 'yes' }, ['reviewType', 'name']],
  ])('%s', (_, values, expected) => {
    expect(questionsOf('review', empty(values), guide)).toEqual(expected)
  })
})

describe('what the rules demand in place of a report is asked for', () => {
  test.each<[string, Partial<Answers>, string[]]>([
    ['nothing is chosen', { choice: undefined }, []],
    ['the report', { choice: 'fullReport' }, []],
    ['an executive summary', { choice: 'executiveSummary' }, ['reason']],
    [
      'an executive summary of a statutory review',
      { choice: 'executiveSummary', reviewType: 'LCSPR' },
      ['reason', 'improvements'],
    ],
    ['elsewhere', { choice: 'elsewhere' }, ['link', 'otherBody']],
    ['the repository', { choice: 'nationalRepository' }, ['link']],
    ['on request', { choice: 'onRequest' }, ['reason']],
    ['delayed', { choice: 'delayed', reviewType: 'LCSPR' }, ['reason']],
    ['not published', { choice: 'notPublished' }, ['reason']],
    [
      'a statutory review not published',
      { choice: 'notPublished', reviewType: 'LCSPR' },
      ['reason', 'improvements'],
    ],
  ])('%s', (_, values, expected) => {
    expect(questionsOf('report', answered(values), guide)).toEqual(['choice', ...expected])
  })
})

describe('what has to be answered before the next step', () => {
  const faults = (step: Step, answers: ReturnType<typeof answered>) =>
    faultsOf(step, answers, guide).map(({ field, says }) => [
      field,
      typeof says === 'string' ? says : says.code,
    ])

  test.each<[string, Step, Partial<Answers>, string[][]]>([
    [
      'a type and a name',
      'review',
      { reviewType: undefined, name: '  ' },
      [
        ['reviewType', 'REVIEW_TYPE_REQUIRED'],
        ['name', 'NAME_REQUIRED'],
      ],
    ],
    [
      'a reviewer whom the type demands',
      'review',
      { reviewType: 'SAR' },
      [['reviewer', 'REVIEW_TYPE_DEMANDS']],
    ],
    ['no reviewer whom it only misses', 'review', { reviewType: 'LCSPR' }, []],
    [
      'whether an old one was public',
      'review',
      { reviewType: 'SCR' },
      [['wasPublic', 'wasPublicMissing']],
    ],
    ['no date where it was not', 'review', { reviewType: 'SCR', wasPublic: 'no' }, []],
    ['when it was', 'review', { reviewType: 'SCR', wasPublic: 'yes' }, [['year', 'dateUnknown']]],
    [
      'where it was',
      'review',
      { reviewType: 'SCR', wasPublic: 'yes', year: '2018' },
      [['previousAddress', 'PREVIOUS_ADDRESS_REQUIRED']],
    ],
    [
      'no day to come',
      'review',
      { reviewType: 'SCR', wasPublic: 'yes', year: '2030', previousAddress: 'x' },
      [['year', 'PUBLISHED_IN_FUTURE']],
    ],
    ['a choice', 'report', { choice: undefined }, [['choice', 'choiceMissing']]],
    ['a reason', 'report', { choice: 'delayed' }, [['reason', 'REASON_REQUIRED']]],
    ['no reason that is proposed', 'report', { choice: 'executiveSummary' }, []],
    [
      'a reason in place of one that was emptied',
      'report',
      { choice: 'executiveSummary', reason: '' },
      [['reason', 'REASON_REQUIRED']],
    ],
    ['no reason on request', 'report', { choice: 'onRequest' }, []],
    [
      'improvements',
      'report',
      { choice: 'notPublished', reason: 'a', reviewType: 'SAR' },
      [['improvements', 'IMPROVEMENTS_REQUIRED']],
    ],
    ['a link elsewhere', 'report', { choice: 'elsewhere' }, [['link', 'linkMissing']]],
    [
      'a whole address',
      'report',
      { choice: 'elsewhere', link: 'www.x.example' },
      [['link', 'linkWrong']],
    ],
    [
      'a link to the repository',
      'report',
      { choice: 'nationalRepository' },
      [['link', 'REPOSITORY_LINK_REQUIRED']],
    ],
    ['the file', 'file', { report: undefined }, [['report', 'fileMissing']]],
    ['no file that comes later', 'file', { report: undefined, reportLater: true }, []],
    ['a title that was emptied', 'file', { reportTitle: ' ' }, [['reportTitle', 'titleMissing']]],
    [
      'whether there is a leaflet',
      'leaflet',
      { leaflet: undefined },
      [['leaflet', 'leafletMissing']],
    ],
    ['its file', 'leaflet', { leaflet: 'yes' }, [['leafletFile', 'fileMissing']]],
    ['no file of none', 'leaflet', { leaflet: 'later' }, []],
  ])('%s', (_, step, values, expected) => {
    expect(faults(step, answered(values))).toEqual(expected)
  })

  it('is said with the sentence of the rule', () => {
    const [fault] = faultsOf('report', answered({ choice: 'delayed' }), guide)
    const t = (key: string) => sentence(key.split(':')[1] as never)
    expect(faultInWords(fault!, say, t as never)).toBe(
      'Say why the report is delayed or not published.',
    )
  })
})

describe('the step that is shown', () => {
  const show = (wanted: string, values: Partial<Answers>, isPrepared = false) =>
    stepToShow(wanted, answered(values), guide, isPrepared)

  test.each<[string, Step, string, Partial<Answers>, boolean]>([
    ['the first at the beginning', 'review', '', { name: '' }, false],
    ['the first as long as nobody goes on, though it is answered', 'review', '', {}, false],
    [
      'the first that is not answered, whatever is wanted',
      'report',
      'leaflet',
      { choice: undefined },
      false,
    ],
    ['one that was answered, when it is wanted', 'review', 'review', {}, false],
    ['no summary before the drafts are there', 'leaflet', 'summary', {}, false],
    ['the summary when they are', 'summary', 'summary', {}, true],
    ['no step that is not asked for', 'leaflet', 'file', { choice: 'onRequest' }, false],
    ['no step that is none', 'leaflet', 'nonsense', {}, false],
  ])('%s', (_, expected, wanted, values, isPrepared) => {
    expect(show(wanted, values, isPrepared)).toBe(expected)
  })
})

describe('what a form can know is proposed', () => {
  it('titles follow the name until somebody writes one', () => {
    expect(answered().reportTitle).toBe('Local case review: Child T')
    expect(answered({ choice: 'executiveSummary' }).reportTitle).toBe('Executive summary: Child T')
    expect(answered({ reportTitle: 'Mine' }).reportTitle).toBe('Mine')
    expect(answered().leafletTitle).toBe('Learning leaflet: Child T')
    expect(answered({ kind: 'other' }).leafletTitle).toBe('Learning from Child T')
  })

  it('a file is sent under its title, not under the name that it has on somebody’s disk', () => {
    const file = { name: 'real name FINAL v2.PDF' }
    expect(fileNameOf('Local case review: Child X1/X2', file)).toBe(
      'Local case review: Child X1-X2.PDF',
    )
  })

  it('every choice has its words', () => {
    for (const choice of choices)
      for (const words of [say(choice), say(`${choice}Hint`)]) expect(words).not.toBe('')
  })
})

describe('a date of which only a part is known', () => {
  test.each([
    [
      ['', '', '2018'],
      ['2018-01-01', 'year'],
    ],
    [
      ['', '3', '2018'],
      ['2018-03-01', 'month'],
    ],
    [
      ['20', '3', ' 2018 '],
      ['2018-03-20', 'day'],
    ],
    [
      ['29', '2', '2020'],
      ['2020-02-29', 'day'],
    ],
    [['29', '2', '2019'], undefined],
    [['20', '', '2018'], undefined],
    [['', '13', '2018'], undefined],
    [['', '', '18'], undefined],
    [['', '', ''], undefined],
    [['x', '3', '2018'], undefined],
  ] as const)('%s', ([day, month, year], expected) => {
    const date = knownDate({ day, month, year })
    expect(date && [date.publishedOn, date.publishedOnPrecision]).toEqual(expected)
  })
})

test('a file that was taken has its title asked for', () => {
  expect(questionsOf('file', answered({ report: undefined }), guide)).toEqual(['report'])
  expect(questionsOf('file', answered({ report: pdfFile(1) }), guide)).toEqual([
    'report',
    'reportTitle',
  ])
})
