import { type News, type NewsKind, newsKinds } from '../../hooks/rules/mail.ts'
import { formatPartialDate } from '../../hooks/rules/partialDates.ts'
import type { wordsOf } from '../admin/words/index.ts'

/** A mail as it is handed to the adapter of the host. */
export interface Mail {
  subject: string
  text: string
  html?: string | undefined
}

/** One thing that a mail tells of, with where it can be looked at. */
export interface ToldNews extends News {
  /** Its address in the admin; only the path where the address of the host is not known. */
  link?: string
}

type Say = ReturnType<typeof wordsOf<'mail'>>

const escapes: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Text as HTML shows it. */
export const escapeHTML = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => escapes[character]!)

/** Text in one line: a line break would end the subject, and what follows would be taken for another header. */
export const oneLine = (text: string): string =>
  text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/ {2,}/g, ' ')
    .trim()

/** How one thing is called in the list. */
function itemOf({ count = 0, kind, name = '', until }: News, say: Say): string {
  if (kind === 'refusedByHand') return say('attempts', { count })
  const values = { name: oneLine(name) }
  return kind === 'periodEnds' && until
    ? say('ending', { ...values, date: formatPartialDate(until) })
    : say('named', values)
}

function subjectOf(news: ToldNews[], say: Say): string {
  const [first] = news
  const count = news.length
  if (!first || news.some(({ kind }) => kind !== first.kind)) return say('subjectOfMany', { count })
  const heading = say(first.kind)
  return count === 1
    ? say('subjectOfOne', { heading, item: itemOf(first, say) })
    : say('subjectOfKind', { heading, count })
}

/** The mail that tells of some things, in plain text and as HTML. */
export function composeMail(news: ToldNews[], say: Say, publisher: string): Mail {
  const closing = say('closing', { publisher })
  const kinds = newsKinds
    .map((kind): [NewsKind, ToldNews[]] => [kind, news.filter((one) => one.kind === kind)])
    .filter(([, ofKind]) => ofKind.length > 0)

  const text = kinds.map(([kind, ofKind]) =>
    [
      say(kind),
      say(`${kind}Hint`),
      ...ofKind.flatMap((one) => [`- ${itemOf(one, say)}`, ...(one.link ? [`  ${one.link}`] : [])]),
    ].join('\n'),
  )
  const html = kinds.map(([kind, ofKind]) =>
    [
      `<h2>${escapeHTML(say(kind))}</h2>`,
      `<p>${escapeHTML(say(`${kind}Hint`))}</p>`,
      '<ul>',
      ...ofKind.map((one) => `<li>${itemAsHTML(one, say)}</li>`),
      '</ul>',
    ].join('\n'),
  )
  return {
    subject: oneLine(subjectOf(news, say)),
    text: [...text, closing].join('\n\n'),
    html: [...html, `<p>${escapeHTML(closing)}</p>`].join('\n'),
  }
}

/** A path alone leads nowhere from a mail, so that it is shown. */
function itemAsHTML(one: ToldNews, say: Say): string {
  const item = escapeHTML(itemOf(one, say))
  if (!one.link) return item
  const link = escapeHTML(one.link)
  return /^https?:/.test(one.link) ? `<a href="${link}">${item}</a>` : `${item}<br>${link}`
}
