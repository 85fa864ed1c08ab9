/** An edge-to-edge box in fractions of the page as seen: left, top, right, bottom. May lie outside 0 to 1. */
export type Edges = [left: number, top: number, right: number, bottom: number]

/** Red, green, blue and opacity, each from 0 to 255. */
export type Colour = [red: number, green: number, blue: number, alpha: number]

/** Something drawn on a page. Their order is that in which they are drawn. */
export interface Drawn {
  kind: 'text' | 'shape' | 'image' | 'annotation'
  edges: Edges
  /** Of a text or a filled shape; unknown for patterns. */
  colour?: Colour
  /** A shape, an annotation or an image under which something can disappear. */
  covers: boolean
  /** A text that is written with invisible ink, as text recognition does behind a scan. */
  isInvisible: boolean
  /** Its number in the tagged content. */
  contentId?: number
}

/** What somebody put on a page afterwards: a comment, a highlight, a field. */
export interface Annotation {
  kind: 'comment' | 'redaction' | 'link' | 'field' | 'other'
  edges: Edges
  /** Its texts by the key under which the file has them: Contents, T, Subj. */
  texts: Record<string, string>
}

/** How a page looks: one number for each of its points, row by row. */
export interface Picture {
  width: number
  height: number
  points: Uint8Array
}

/** A page, read without judging it. */
export interface PageAsRead {
  /** Counted from 1. */
  number: number
  /** Width and height as seen, in points of 1/72 inch. */
  size: [width: number, height: number]
  text: string
  /** For each character of the text its edges, four numbers each; a line break has no extent. */
  edges: Float32Array
  /** For each character of the text the index of what drew it; -1 for what nobody drew, such as line breaks. */
  drawnBy: Int32Array
  drawn: Drawn[]
  /** More was drawn than is read. */
  isCut: boolean
  annotations: Annotation[]
  tags: Tags
  /** Brightness of the page as everybody sees it. */
  look: () => Picture
  /** How much each point changes, from 0 to 255, when some of what is drawn is taken away. */
  differenceWithout: (drawn: number[]) => Picture
}

/** What the tags of a page say. */
export interface Tags {
  headings: number
  /** Figures without an alternative text, with their place where it is known. */
  bareFigures: (Edges | undefined)[]
  /** Whether any element was found. */
  areThere: boolean
}
