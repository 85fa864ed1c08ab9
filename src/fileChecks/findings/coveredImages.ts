import type { Drawn, Edges, PageAsRead } from '../asRead.ts'
import { areaOf, boxOf, shared, shareWithin } from '../boxes.ts'
import { type Finding, finding } from '../types.ts'
import { edgesAt } from './hiddenText.ts'
import { coreOf, lookAt } from './pictures.ts'

/** A box that redacts is at least this wide and high, in points of 1/72 inch. */
const smallest = 6

/** As dark as this, of 255, is the ink of a redaction. */
const darkInk = 40

/** What people write on a redaction. */
const redactionWords = /redact|remov|withh?eld|exempt|anonymi|confidential|s\.? ?40/i

/**
 * Black boxes over a part of a picture, which lies under them as it was. A box with something on it, or from
 * one edge of the picture to the other, is a part of the design.
 */
export function coveredImageFindings(page: PageAsRead): Finding[] {
  const images = page.drawn.flatMap(({ kind }, index) => (kind === 'image' ? [index] : []))
  const boxes = page.drawn.flatMap((drawn, index) => (isRedactionBox(page, drawn) ? [index] : []))
  const suspects = boxes.flatMap((box) => {
    const image = images.findLast((image) => image < box && hides(page, box, image))
    return image === undefined ? [] : [{ box, image }]
  })
  if (suspects.length === 0) return []
  const difference = page.differenceWithout(suspects.map(({ image }) => image))
  return suspects.flatMap(({ box, image }) => {
    const both = shared(page.drawn[box]!.edges, page.drawn[image]!.edges)!
    if (lookAt(difference, coreOf(both), 20).share > 0.02) return []
    return finding('REDACTION_COVERS_IMAGE', { page: page.number, box: boxOf(both) })
  })
}

function isRedactionBox({ size }: PageAsRead, { colour, covers, edges, kind }: Drawn): boolean {
  if (!covers || kind === 'image' || !colour) return false
  const [left, top, right, bottom] = edges
  const isLarge = (right - left) * size[0] >= smallest && (bottom - top) * size[1] >= smallest
  return isLarge && colour[3] > 200 && Math.max(...colour.slice(0, 3)) <= darkInk
}

function hides(page: PageAsRead, box: number, image: number): boolean {
  const [over, under] = [page.drawn[box]!.edges, page.drawn[image]!.edges]
  const both = shared(over, under)
  if (!both || areaOf(under) === 0) return false
  const isWhole = shareWithin(under, over) > 0.95
  if (shareWithin(over, under) < 0.6 && !isWhole) return false
  const spansAcross = both[2] - both[0] > 0.95 * (under[2] - under[0])
  const spansDown = both[3] - both[1] > 0.95 * (under[3] - under[1])
  return (isWhole || !(spansAcross || spansDown)) && !isDesigned(page, box)
}

/** Something stands on the box: it is there to be written on. */
function isDesigned(page: PageAsRead, box: number): boolean {
  const { edges } = page.drawn[box]!
  const isOn = (other: Edges) => shareWithin(other, edges) > 0.8
  const onIt = page.drawn.flatMap((drawn, index) =>
    index > box && !drawn.isInvisible && drawn.kind !== 'annotation' && isOn(drawn.edges)
      ? [index]
      : [],
  )
  if (onIt.length === 0) return false
  if (onIt.some((index) => page.drawn[index]!.kind !== 'text')) return true
  const written = [...page.text].filter(
    (_, index) => onIt.includes(page.drawnBy[index]!) && isOn(edgesAt(page, index)),
  )
  return written.length > 0 && !redactionWords.test(written.join(''))
}
