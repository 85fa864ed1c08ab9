import { readFile } from 'node:fs/promises'

import * as cheerio from 'cheerio'
import type { TestApp } from '../app.ts'

const singleSpaces = (text: string): string => text.replace(/\s+/g, ' ').trim()

interface TextNode {
  text?: string
  children?: TextNode[]
}

const plainText = (node: TextNode): string =>
  (node.text ?? '') + (node.children ?? []).map(plainText).join('')

/** All strings of an answer, one a line; rich text block by block. */
function textLines(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (Array.isArray(value)) return value.flatMap(textLines)
  if (typeof value !== 'object' || value === null) return []
  if ('root' in value) {
    const blocks = (value.root as TextNode).children ?? []
    return blocks.flatMap((block) =>
      block.children?.some((child) => child.children?.length && !('fields' in child))
        ? block.children.map(plainText)
        : [plainText(block)],
    )
  }
  return Object.values(value).flatMap(textLines)
}

/** Everything that a reader without an account gets over REST: reviews, leaflets and the page's text. */
export async function readPublicText(app: TestApp): Promise<string> {
  const answers = [
    await app.rest('GET', '/reviews?depth=0&limit=0&joins=false'),
    await app.rest('GET', '/leaflets?depth=0&limit=0'),
    await app.rest('GET', '/globals/case-reviews-page?depth=0'),
  ]
  const refused = answers.find(({ status }) => status !== 200)
  if (refused) throw new Error(`Answered ${refused.status}: ${JSON.stringify(refused.body)}`)
  return answers
    .flatMap(({ body }) => textLines(body))
    .map(singleSpaces)
    .join('\n')
}

/**
 * The sentences of an HTML page, read without the seed's own parser: paragraphs, items and headings of its
 * main part. Headings over a review are left out, because they become its facts.
 */
export async function pageSentences(file: string): Promise<string[]> {
  const $ = cheerio.load(await readFile(file, 'utf8'))
  const blocks = $('main').find('p,li,h1,h2').toArray()
  return blocks
    .map((block) => singleSpaces($(block).text()))
    .flatMap((text) => text.split(/(?<=[.?!])\s+(?=\p{Lu})/u))
}
