import type { Element } from 'domhandler'

import { once } from '../findings/privateNames.ts'
import { type Finding, finding } from '../types.ts'
import { type Part, placeOf, writing } from './docxParts.ts'
import { textIn } from './xml.ts'

const isOn = (element: Element | undefined): boolean =>
  element !== undefined && !/^(?:0|false|off|none)$/.test(element.attribs['w:val'] ?? '')

const childNamed = (element: Element, name: string): Element | undefined =>
  element.children.find((child): child is Element => child.type === 'tag' && child.name === name)

/** Text that Word is told not to show, or shows black on black. */
export function hiddenTextFindings(parts: Part[]): Finding[] {
  const found = parts
    .filter(({ path }) => path.startsWith('word/') && !path.includes('styles'))
    .flatMap(({ elements, path }) =>
      elements
        .filter(({ name }) => name === 'w:r')
        .flatMap((run) => {
          const style = childNamed(run, 'w:rPr')
          if (!style || !/[\p{L}\p{N}]{2}/u.test(textIn(run, writing))) return []
          const place = placeOf(path)
          if (isOn(childNamed(style, 'w:vanish'))) return finding('TEXT_INVISIBLE', { place })
          if (isBlackOnBlack(style)) return finding('REDACTION_COVERS_TEXT', { place })
          return isWhiteOnWhite(style) ? finding('TEXT_HAS_BACKGROUND_COLOUR', { place }) : []
        }),
    )
  return once(found)
}

/** A highlighter in black blackens letters of no colour of their own; a black ground turns those white. */
function isBlackOnBlack(style: Element): boolean {
  const ink = childNamed(style, 'w:color')?.attribs['w:val'] ?? 'auto'
  const ground = childNamed(style, 'w:shd')?.attribs['w:fill'] ?? 'auto'
  const highlight = childNamed(style, 'w:highlight')?.attribs['w:val']
  if (highlight === 'black') return ink === 'auto' || isDark(ink)
  return ink !== 'auto' && isDark(ink) && ground !== 'auto' && isDark(ground)
}

/** White letters on no ground, where no table or box could give them one, cannot be told from here. */
const isWhiteOnWhite = (style: Element): boolean => {
  const ink = childNamed(style, 'w:color')?.attribs['w:val'] ?? 'auto'
  const ground = childNamed(style, 'w:shd')?.attribs['w:fill']
  return /^f{6}$/i.test(ink) && ground !== undefined && /^f{6}$/i.test(ground)
}

const isDark = (colour: string): boolean =>
  /^[\da-f]{6}$/i.test(colour) && /^(?:[0-3][\da-f]){3}$/i.test(colour)
