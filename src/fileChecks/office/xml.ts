import { load } from 'cheerio'
import type { ChildNode, Document, Element } from 'domhandler'

/** Elements inside of elements: no document goes deeper. */
const deepest = 500

/** The document that an XML text writes. Names keep their prefixes, as they are written. */
export const readXML = (text: string): Document => load(text, { xml: true }).root()[0] as Document

/** Every element inside of a node, in the order of the text. */
export function elementsIn(node: Document | Element): Element[] {
  const found: Element[] = []
  const visit = (children: ChildNode[], depth: number): void => {
    if (depth > deepest) return
    for (const child of children)
      if (child.type === 'tag') {
        found.push(child)
        visit(child.children, depth + 1)
      }
  }
  visit(node.children, 0)
  return found
}

/** How a kind of document writes words, and what divides them. */
export interface Writing {
  /** Elements that end a paragraph. */
  paragraphs: string[]
  /** Elements that stand for a character. */
  characters: Record<string, string>
  /** Elements of which the content is no text of the document. */
  skipped?: string[]
}

/** The text inside of a node, a line for each paragraph. */
export function textIn(node: Document | Element, writing: Writing): string {
  const pieces: string[] = []
  const visit = (children: ChildNode[], depth: number): void => {
    if (depth > deepest) return
    for (const child of children)
      if (child.type === 'text') pieces.push(child.data)
      else if (child.type === 'tag' && !writing.skipped?.includes(child.name)) {
        pieces.push(writing.characters[child.name] ?? '')
        visit(child.children, depth + 1)
        if (writing.paragraphs.includes(child.name)) pieces.push('\n')
      }
  }
  visit(node.children, 0)
  return pieces.join('')
}

/** Elements that hold a text of their own, with it. */
export const leavesOf = (elements: Element[], writing: Writing) =>
  elements
    .filter(({ children }) => children.some(({ type }) => type === 'text'))
    .map((element) => ({ name: element.name, value: textIn(element, writing).trim() }))

/** Values of attributes in which a person writes something, or a program notes a person or a place. */
export const attributesIn = (elements: Element[], names: string[]): string[] =>
  elements.flatMap(({ attribs }) => names.flatMap((name) => attribs[name] ?? []))
