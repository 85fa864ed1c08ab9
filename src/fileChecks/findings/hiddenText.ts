import type { Edges, PageAsRead, Picture } from '../asRead.ts'
import { areaOf, around, boxOf, shareWithin } from '../boxes.ts'
import { type Finding, finding, type FindingCode } from '../types.ts'
import { type CoverMap, coverMapOf } from './covers.ts'
import { coreOf, lookAt } from './pictures.ts'

/** Why a text may be unseen. `recognised` is what text recognition wrote behind a scan. */
type Suspicion = 'covered' | 'recognised' | 'invisible' | 'layer' | 'colour' | 'outside'

const codes: Record<Suspicion, FindingCode> = {
  covered: 'REDACTION_COVERS_TEXT',
  recognised: 'REDACTION_COVERS_TEXT',
  invisible: 'TEXT_INVISIBLE',
  layer: 'TEXT_IN_HIDDEN_LAYER',
  colour: 'TEXT_HAS_BACKGROUND_COLOUR',
  outside: 'TEXT_OUTSIDE_PAGE',
}

/** A change of colour, of 255, that nobody sees. */
const unseenChange = 10

/** Ink as near as this to the colour of the box below it, of 255, may be unseen. */
const nearColour = 24

/** How much of a letter may change when it is taken away although nobody sees it: its neighbours’ edges. */
const unseenShare = 0.02

/** A text of a colour as bright as this, of 255, may be white on white. */
const brightInk = 190

/** Redaction is as dark as this and nothing but dark: a scan that has writing in it is not. */
const darkest = { mean: 70, range: 60 }

/** Fewer letters or digits in a row say nothing. */
const fewestLetters = 2

/** Text recognition finds a letter here and there in dust. */
const fewestRecognisedLetters = 3

/**
 * Text that is in a page and that nobody sees: under a box, in invisible or white ink, in a layer that is
 * switched off, outside of the page. What looks suspicious by how it is drawn is then taken away from the
 * picture of the page: only when the picture stays the same was it unseen.
 *
 * @param hasHiddenLayers the file has layers that are switched off
 */
export function hiddenTextFindings(page: PageAsRead, hasHiddenLayers: boolean): Finding[] {
  const suspicions = suspicionsOf(page, hasHiddenLayers)
  const seen = seeing(page, suspicions)
  return runsOf(page, (index) => {
    const suspicion = suspicions.get(index)
    return suspicion && !seen(index, suspicion) ? suspicion : undefined
  }).map(({ edges, suspicion }) =>
    finding(codes[suspicion], { page: page.number, box: boxOf(edges) }),
  )
}

export const edgesAt = ({ edges }: Pick<PageAsRead, 'edges'>, index: number): Edges =>
  [...edges.subarray(index * 4, index * 4 + 4)] as Edges

const isLetter = /[\p{L}\p{N}]/u

/** By the index of a character, why it may be unseen. */
function suspicionsOf(page: PageAsRead, hasHiddenLayers: boolean): Map<number, Suspicion> {
  const coverAt = coverMapOf(page)
  const suspicions = new Map<number, Suspicion>()
  for (let index = 0; index < page.text.length; index++) {
    if (!isLetter.test(page.text[index]!)) continue
    const suspicion = suspicionOf(page, index, coverAt, hasHiddenLayers)
    if (suspicion) suspicions.set(index, suspicion)
  }
  return suspicions
}

function suspicionOf(
  page: PageAsRead,
  index: number,
  coverAt: CoverMap,
  hasHiddenLayers: boolean,
): Suspicion | undefined {
  const drawnBy = page.drawnBy[index]!
  const ink = page.drawn[drawnBy]
  if (!ink) return undefined
  const edges = edgesAt(page, index)
  // Of a font without this letter nothing is drawn.
  if (areaOf(edges) === 0) return undefined
  if (isOutside(edges)) return 'outside'
  const over = coverAt(edges)
  const cover = over >= 0 ? page.drawn[over] : undefined
  if (ink.isInvisible || ink.colour?.[3] === 0) {
    if (cover && cover.kind !== 'image' && over > drawnBy) return 'covered'
    return page.drawn.some(
      (image) => image.kind === 'image' && shareWithin(edges, image.edges) > 0.8,
    )
      ? 'recognised'
      : 'invisible'
  }
  if (cover && over > drawnBy)
    return cover.kind === 'image' && isPageLike(cover.edges) ? 'recognised' : 'covered'
  const isBright = ink.colour && Math.min(...ink.colour.slice(0, 3)) >= brightInk
  const isLikeGround =
    cover?.colour && ink.colour && colourDistance(cover.colour, ink.colour) <= nearColour
  if (isBright || isLikeGround) return 'colour'
  return hasHiddenLayers ? 'layer' : undefined
}

const isOutside = ([left, top, right, bottom]: Edges): boolean => {
  const [x, y] = [(left + right) / 2, (top + bottom) / 2]
  return x < 0 || y < 0 || x > 1 || y > 1
}

/** A picture of a whole page, or of most of it. */
export const isPageLike = (edges: Edges): boolean => areaOf(edges) > 0.5

const colourDistance = (a: readonly number[], b: readonly number[]): number =>
  Math.max(...[0, 1, 2].map((index) => Math.abs(a[index]! - b[index]!)))

/** Tells whether a suspicious character is seen after all. Draws the page only where that must be asked. */
function seeing(page: PageAsRead, suspicions: Map<number, Suspicion>) {
  const asked = new Set<number>()
  for (const [index, suspicion] of suspicions)
    if (suspicion !== 'outside' && suspicion !== 'recognised') asked.add(page.drawnBy[index]!)
  const difference =
    asked.size > 0 ? page.differenceWithout([...asked, ...repeatsOf(page, asked)]) : undefined
  let look: Picture | undefined
  return (index: number, suspicion: Suspicion): boolean => {
    if (suspicion === 'outside') return false
    const core = coreOf(edgesAt(page, index))
    if (suspicion === 'recognised') return !isBlackedOut((look ??= page.look()), core)
    if (lookAt(difference!, core, unseenChange).share > unseenShare) return true
    // White letters with an outline, which is drawn by itself.
    return suspicion === 'colour' && !isPlain((look ??= page.look()), core)
  }
}

/**
 * Texts that were drawn once more at the same place, for a shadow or to look bold. The engine counts their
 * characters once, as the first one's, though the second may be the one that is seen.
 */
function repeatsOf({ drawn, drawnBy }: PageAsRead, asked: Set<number>): number[] {
  const counted = new Set(drawnBy)
  const originals = [...asked].map((index) => drawn[index]!.edges)
  return drawn.flatMap(({ edges, kind }, index) =>
    kind === 'text' &&
    !counted.has(index) &&
    originals.some((original) => shareWithin(edges, original) > 0.5)
      ? [index]
      : [],
  )
}

function isBlackedOut(picture: Picture, edges: Edges): boolean {
  const { brightest, darkest: dark, mean } = lookAt(picture, edges)
  return mean < darkest.mean && brightest - dark < darkest.range
}

/** Nothing at all is to be seen there. */
function isPlain(picture: Picture, edges: Edges): boolean {
  const { brightest, darkest: dark } = lookAt(picture, edges)
  return brightest - dark < darkest.range
}

interface Run {
  suspicion: Suspicion
  edges: Edges
}

/** Unseen characters next to each other on a line, as one. */
function runsOf(page: PageAsRead, unseen: (index: number) => Suspicion | undefined): Run[] {
  const runs: Run[] = []
  let letters = 0
  let boxes: Edges[] = []
  let current: Suspicion | undefined
  const close = () => {
    const fewest = current === 'recognised' ? fewestRecognisedLetters : fewestLetters
    if (current && letters >= fewest) runs.push({ suspicion: current, edges: around(boxes) })
    letters = 0
    boxes = []
    current = undefined
  }
  for (let index = 0; index < page.text.length; index++) {
    const character = page.text[index]!
    if (!isLetter.test(character)) {
      if (character === '\n') close()
      continue
    }
    const suspicion = unseen(index)
    if (suspicion !== current) close()
    if (!suspicion) continue
    current = suspicion
    letters++
    boxes.push(edgesAt(page, index))
  }
  close()
  return runs
}
