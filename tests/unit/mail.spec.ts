import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { describe, expect, it, test } from 'vitest'

import { keepMail } from '../../src/email.ts'
import { composeMail, escapeHTML, oneLine, type ToldNews } from '../../src/mail/compose.ts'
import { english } from '../helpers/english.ts'

const say = english('mail')
const compose = (...news: ToldNews[]) => composeMail(news, say, 'Our Partnership')

const link = 'https://cms.example/admin/collections/reviews/1'
const asked: ToldNews = { kind: 'asked', about: 'reviews:1', name: 'Alan', link }

describe('a mail', () => {
  it('about one thing says it in its subject', () => {
    const { html, subject, text } = compose(asked)
    expect(subject).toBe('Waiting for your approval: “Alan”')
    expect(text).toContain(`- “Alan”\n  ${link}`)
    expect(text).toContain('Our Partnership')
    expect(html).toContain(`<a href="${link}">“Alan”</a>`)
  })

  test.each<[string, ToldNews[], string]>([
    ['several of a kind', [asked, { ...asked, name: 'Beth' }], 'Waiting for your approval (2)'],
    [
      'several kinds',
      [asked, { kind: 'refused', name: 'Beth' }],
      'Case reviews: 2 things that you should know',
    ],
    [
      'a period',
      [{ kind: 'periodEnds', name: 'Alan', until: '2026-12-24' }],
      'Protection ends soon: “Alan”, protected until the end of 24 December 2026',
    ],
    [
      'attempts by hand',
      [{ kind: 'refusedByHand', count: 2 }],
      'Changes by hand were refused: 2 attempts',
    ],
  ])('about %s', (_, news, subject) => {
    expect(compose(...news).subject).toBe(subject)
  })

  it('says the path where the address is not known', () => {
    const { html, text } = compose({ ...asked, link: '/admin/collections/reviews/1' })
    expect(text).toContain('  /admin/collections/reviews/1')
    expect(html).toContain('“Alan”<br>/admin/collections/reviews/1')
    expect(html).not.toContain('href')
  })

  it('shows a name as it is written, and never as HTML or as a header', () => {
    const name = `<img src=x onerror="alert('1')"> & Co\r\nBcc: all@example.org\u2028end`
    const { html, subject, text } = compose({ ...asked, name })
    expect(html).not.toContain('<img')
    expect(html).toContain('&lt;img src=x onerror=&quot;alert(&#39;1&#39;)&quot;&gt; &amp; Co')
    expect(subject).not.toMatch(/[\r\n\u2028]/)
    expect(text).not.toMatch(/^Bcc/m)
    expect(compose({ ...asked, link: 'https://x.example/"><b>' }).html).not.toContain('"><b>')
  })
})

test('what HTML gives a meaning is escaped', () => {
  expect(escapeHTML(`<a href="x" title='y'>&amp;</a>`)).toBe(
    '&lt;a href=&quot;x&quot; title=&#39;y&#39;&gt;&amp;amp;&lt;/a&gt;',
  )
})

test.each([
  ['Alan', 'Alan'],
  ['  a\tb\r\n\r\nc  ', 'a b c'],
  ['a\u0000b\u0085c\u2029d', 'a b c d'],
])('%j is one line', (text, line) => {
  expect(oneLine(text)).toBe(line)
})

test('without a mail server the last hundred mails can be read by their owner', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'reviews-mail-'))
  const logged: unknown[] = []
  const logger = { info: (line: unknown) => logged.push(line) }
  const { sendEmail } = keepMail(path.join(folder, 'mail'))({ payload: { logger } as never })
  for (let count = 1; count <= 101; count++)
    await sendEmail({ to: 'a@safeguarding.example', subject: `Number ${count}`, text: 'Read me.' })
  const files = (await readdir(path.join(folder, 'mail'))).sort()
  expect(files).toHaveLength(100)
  const all = await Promise.all(
    files.map((file) => readFile(path.join(folder, 'mail', file), 'utf8')),
  )
  expect(all).toContain('To: a@safeguarding.example\nSubject: Number 101\n\nRead me.\n')
  expect((await stat(path.join(folder, 'mail', files[0]!))).mode & 0o777).toBe(0o600)
  expect(logged[0]).toContain('No mail server is configured')
  await rm(folder, { recursive: true })
})
