import { TooLargeError, unpacked } from './streams.ts'
import { type PdfDictionary, type PdfValue, readValue, skipSpace } from './syntax.ts'

export interface PdfObject {
  number: number
  value: PdfValue
  /** The bytes of its stream as they stand in the file: from, to. */
  stream?: [number, number]
}

/** The objects of a PDF as they stand in its bytes; the engine tells too little of them. */
export interface PdfObjects {
  bytes: Uint8Array
  /** The newest of each number. */
  byNumber: Map<number, PdfObject>
  trailer: PdfDictionary
  root?: PdfDictionary
  /** What the newest version of the document leads to. */
  reachable: PdfObject[]
  /** How many bytes may still be unpacked; below 0 when a stream was larger than that. */
  bytesLeft: number
}

export const isDictionary = (value: PdfValue | undefined): value is PdfDictionary =>
  value instanceof Map

export const nameOf = (value: PdfValue | undefined): string | undefined =>
  typeof value === 'object' && value !== null && 'name' in value ? value.name : undefined

export const textOf = (value: PdfValue | undefined): string | undefined =>
  typeof value === 'object' && value !== null && 'text' in value ? value.text : undefined

const referenceOf = (value: PdfValue | undefined): number | undefined =>
  typeof value === 'object' && value !== null && 'reference' in value ? value.reference : undefined

/** The value itself, when something refers to it by its number. */
export function resolved(
  { byNumber }: Pick<PdfObjects, 'byNumber'>,
  value: PdfValue | undefined,
): PdfValue | undefined {
  let found = value
  for (let hops = 0; hops < 20; hops++) {
    const number = referenceOf(found)
    if (number === undefined) return found
    found = byNumber.get(number)?.value
  }
  return undefined
}

/** A dictionary, whether it stands there or is referred to. */
export const dictionaryAt = (
  objects: Pick<PdfObjects, 'byNumber'>,
  value: PdfValue | undefined,
): PdfDictionary | undefined => {
  const found = resolved(objects, value)
  return isDictionary(found) ? found : undefined
}

/** The object with a stream to which a value refers. */
export const streamAt = (
  { byNumber }: PdfObjects,
  value: PdfValue | undefined,
): PdfObject | undefined => {
  const number = referenceOf(value)
  const object = number === undefined ? undefined : byNumber.get(number)
  return object?.stream ? object : undefined
}

/** The unpacked bytes of an object's stream; undefined when it is packed in a way that is not read here. */
export function streamBytes(
  objects: PdfObjects,
  { stream, value }: PdfObject,
): Uint8Array | undefined {
  if (!stream || !isDictionary(value) || objects.bytesLeft <= 0) return undefined
  try {
    const filters = filtersOf(objects, value)
    const content = unpacked(objects.bytes.subarray(...stream), filters, objects.bytesLeft)
    objects.bytesLeft -= content?.byteLength ?? 0
    return content
  } catch (error) {
    if (!(error instanceof TooLargeError)) throw error
    objects.bytesLeft = -1
    return undefined
  }
}

/** How a stream is packed, the outermost first. */
export function filtersOf(
  objects: Pick<PdfObjects, 'byNumber'>,
  dictionary: PdfDictionary,
): string[] {
  const filter = resolved(objects, dictionary.get('Filter') ?? dictionary.get('F'))
  const filters = Array.isArray(filter) ? filter : [filter]
  return filters.flatMap((entry) => nameOf(resolved(objects, entry)) ?? [])
}

/**
 * Reads every object between the first byte and the last, whatever the table of objects says: that is how a
 * file with a broken table is read, too.
 */
export function readObjects(bytes: Uint8Array, maxBytes: number): PdfObjects {
  const source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  const objects: PdfObjects = {
    bytes,
    byNumber: new Map(),
    trailer: new Map(),
    reachable: [],
    bytesLeft: maxBytes,
  }
  const heading = /(?<!\d)(\d{1,10})[\0\t\n\f\r ]+\d{1,5}[\0\t\n\f\r ]+obj\b|\btrailer\b/g
  for (let match = heading.exec(source); match; match = heading.exec(source)) {
    const cursor = { source, at: heading.lastIndex }
    const value = readValue(cursor)
    if (value === undefined) continue
    heading.lastIndex = Math.max(heading.lastIndex, cursor.at)
    if (match[1] === undefined) noteTrailer(objects, value)
    else {
      const object: PdfObject = { number: Number(match[1]), value }
      const stream = isDictionary(value) && streamRange(source, cursor.at, value)
      if (stream) {
        object.stream = stream
        heading.lastIndex = stream[1]
      }
      objects.byNumber.set(object.number, object)
      if (object.stream) readPackedObjects(objects, object)
    }
  }
  objects.reachable = reachableFrom(objects)
  return objects
}

function noteTrailer(objects: PdfObjects, trailer: PdfValue): void {
  if (isDictionary(trailer)) objects.trailer = new Map([...objects.trailer, ...trailer])
}

function streamRange(
  source: string,
  at: number,
  dictionary: PdfDictionary,
): [number, number] | undefined {
  const cursor = { source, at }
  skipSpace(cursor)
  if (!source.startsWith('stream', cursor.at)) return undefined
  let start = cursor.at + 'stream'.length
  if (source[start] === '\r') start++
  if (source[start] === '\n') start++
  const length = dictionary.get('Length')
  if (typeof length === 'number' && length >= 0) {
    const end = { source, at: start + length }
    skipSpace(end)
    if (source.startsWith('endstream', end.at)) return [start, start + length]
  }
  const end = source.indexOf('endstream', start)
  return [start, end < 0 ? source.length : end]
}

/** Objects may be packed into a stream, and the trailer may be one. */
function readPackedObjects(objects: PdfObjects, object: PdfObject): void {
  const dictionary = object.value as PdfDictionary
  const type = nameOf(dictionary.get('Type'))
  if (type === 'XRef') noteTrailer(objects, dictionary)
  if (type !== 'ObjStm') return
  const content = streamBytes(objects, object)
  const first = dictionary.get('First')
  const count = dictionary.get('N')
  if (!content || typeof first !== 'number' || typeof count !== 'number') return
  const source = Buffer.from(content).toString('latin1')
  const numbers = source.slice(0, first).trim().split(/\s+/).map(Number)
  for (let index = 0; index < Math.min(count, numbers.length / 2); index++) {
    const [number, offset] = [numbers[index * 2]!, numbers[index * 2 + 1]!]
    const value = readValue({ source, at: first + offset })
    if (value !== undefined && Number.isInteger(number))
      objects.byNumber.set(number, { number, value })
  }
}

/** Walks from the trailer; without one everything counts. */
function reachableFrom(objects: PdfObjects): PdfObject[] {
  objects.root = dictionaryAt(objects, objects.trailer.get('Root')) ?? catalogOf(objects)
  if (!objects.root) return [...objects.byNumber.values()]
  const found = new Set<PdfObject>()
  const waiting: PdfValue[] = [objects.root, ...objects.trailer.values()]
  for (let value = waiting.pop(); value !== undefined; value = waiting.pop()) {
    const number = referenceOf(value)
    if (number !== undefined) {
      const object = objects.byNumber.get(number)
      if (object && !found.has(object)) {
        found.add(object)
        waiting.push(object.value)
      }
    } else if (Array.isArray(value) || isDictionary(value))
      for (const inner of value.values()) waiting.push(inner)
  }
  return [...found]
}

const catalogOf = ({ byNumber }: PdfObjects): PdfDictionary | undefined => {
  const catalog = [...byNumber.values()].find(
    ({ value }) => isDictionary(value) && nameOf(value.get('Type')) === 'Catalog',
  )?.value
  return isDictionary(catalog) ? catalog : undefined
}

/** Every dictionary of some objects, those inside of others too. */
export function dictionariesIn(value: PdfValue): PdfDictionary[] {
  if (Array.isArray(value)) return value.flatMap(dictionariesIn)
  if (!isDictionary(value)) return []
  return [value, ...[...value.values()].flatMap(dictionariesIn)]
}
