import { createHash } from 'node:crypto'

import type { Property } from '../findings/metadata.ts'
import type { PlacedText } from '../findings/privateNames.ts'
import { pictureFacts } from '../images.ts'
import { finding, type Finding } from '../types.ts'
import {
  dictionariesIn,
  dictionaryAt,
  filtersOf,
  isDictionary,
  nameOf,
  type PdfObjects,
  resolved,
  streamAt,
  streamBytes,
  textOf,
} from './objects.ts'
import type { PdfDictionary, PdfValue } from './syntax.ts'

/** What stands in a document beside its pages, as far as the findings need to know. */
export interface DocumentData {
  properties: Property[]
  texts: PlacedText[]
  attachments: { name: string; bytes?: Uint8Array }[]
  /** How many pictures tell where they were taken. */
  picturesWithLocation: number
  title?: string
  language?: string
  isTitleShown: boolean
  hasBookmarks: boolean
  hasHiddenLayers: boolean
}

/** Reads the document's own data from its objects. */
export function readData(objects: PdfObjects): DocumentData {
  const { root } = objects
  const information = dictionaryAt(objects, objects.trailer.get('Info'))
  const properties = [...(information ?? [])].flatMap(([name, value]) => {
    const text = textOf(resolved(objects, value))
    return text ? { name, value: text } : []
  })
  const xmp = xmpOf(objects)
  const preferences = dictionaryAt(objects, root?.get('ViewerPreferences'))
  const outlines = dictionaryAt(objects, root?.get('Outlines'))
  const title = properties.find(({ name }) => name === 'Title')?.value.trim() || xmpTitle(xmp[0])
  const language = textOf(resolved(objects, root?.get('Lang')))?.trim()
  return {
    properties: [...properties, ...xmp.flatMap(xmpProperties)],
    texts: [
      ...properties.map(({ name, value }) => ({ place: `metadata: ${name}`, text: value })),
      ...xmp.map((text) => ({ place: 'metadata: XMP', text: withoutTags(text) })),
      ...textsIn(objects, information),
    ],
    attachments: attachmentsOf(objects),
    picturesWithLocation: picturesWithLocation(objects),
    ...(title && { title }),
    ...(language && { language }),
    isTitleShown: resolved(objects, preferences?.get('DisplayDocTitle')) === true,
    hasBookmarks: outlines?.has('First') ?? false,
    hasHiddenLayers: hasHiddenLayers(objects),
  }
}

const xmpOf = (objects: PdfObjects): string[] =>
  objects.reachable.flatMap((object) => {
    if (!isDictionary(object.value) || nameOf(object.value.get('Type')) !== 'Metadata') return []
    const bytes = streamBytes(objects, object)
    return bytes ? Buffer.from(bytes).toString('utf8') : []
  })

const withoutTags = (xml: string): string =>
  xml.replace(/<[^>]*>/g, (tag) => ` ${(tag.match(/"[^"]*"/g) ?? []).join(' ')} \n• `)

const xmpTitle = (xmp = ''): string | undefined =>
  /<dc:title>.*?<rdf:li[^>]*>([^<]+)/s.exec(xmp)?.[1]?.trim()

/** The creators and paths of an XMP text. */
function xmpProperties(xmp: string): Property[] {
  const creator = /<dc:creator>.*?<rdf:li[^>]*>([^<]+)/s.exec(xmp)?.[1]
  return [
    { name: 'XMP', value: withoutTags(xmp) },
    ...(creator ? [{ name: 'dc:creator', value: creator }] : []),
  ]
}

function hasHiddenLayers(objects: PdfObjects): boolean {
  const layers = dictionaryAt(objects, objects.root?.get('OCProperties'))
  const usual = dictionaryAt(objects, layers?.get('D'))
  const off = resolved(objects, usual?.get('OFF'))
  if (Array.isArray(off) && off.length > 0) return true
  return nameOf(resolved(objects, usual?.get('BaseState'))) === 'OFF'
}

const picturesWithLocation = (objects: PdfObjects): number =>
  objects.reachable.filter(({ stream, value }) => {
    if (!stream || !isDictionary(value)) return false
    const isJpeg = filtersOf(objects, value).join() === 'DCTDecode'
    return isJpeg && pictureFacts(objects.bytes.subarray(...stream)).hasLocation
  }).length

/** A hash for each picture, of its bytes as they stand in the file; of an encrypted file they tell nothing. */
export const picturesOf = ({ bytes, reachable, trailer }: PdfObjects): Set<string> =>
  new Set(
    reachable.flatMap(({ stream, value }) => {
      const isPicture = isDictionary(value) && nameOf(value.get('Subtype')) === 'Image'
      if (!stream || !isPicture || trailer.has('Encrypt')) return []
      return createHash('sha256')
        .update(bytes.subarray(...stream))
        .digest('hex')
    }),
  )

/** Files inside of the file. */
function attachmentsOf(objects: PdfObjects): DocumentData['attachments'] {
  return objects.reachable
    .flatMap(({ value }) => dictionariesIn(value))
    .flatMap((dictionary) => {
      const files = dictionaryAt(objects, dictionary.get('EF'))
      if (!files) return []
      const stream = streamAt(objects, files.get('UF') ?? files.get('F'))
      const name = textOf(resolved(objects, dictionary.get('UF') ?? dictionary.get('F'))) ?? ''
      const bytes = stream && streamBytes(objects, stream)
      return { name, ...(bytes && { bytes }) }
    })
}

/** The places by the keys of the texts there. Texts of annotations are read with their page. */
const places: Record<string, string> = {
  Title: 'bookmark',
  Alt: 'alternative text',
  ActualText: 'alternative text',
  E: 'alternative text',
  V: 'form field',
  DV: 'form field',
  T: 'form field',
  TU: 'form field',
  TM: 'form field',
  Opt: 'form field',
  UF: 'attachment',
  F: 'attachment',
  Desc: 'attachment',
  URI: 'link',
  JS: 'script',
  Name: 'layer',
  Contents: 'comment',
}

const annotationKeys = ['Contents', 'T', 'Subj', 'RC', 'TU', 'V']

/** Every text of the reachable objects except the document's own properties. */
function textsIn(objects: PdfObjects, information: PdfDictionary | undefined): PlacedText[] {
  return objects.reachable.flatMap(({ value }) => {
    if (value === information) return []
    return dictionariesIn(value).flatMap((dictionary) => {
      const isAnnotation = dictionary.has('Rect') && dictionary.has('Subtype')
      return [...dictionary].flatMap(([key, entry]) =>
        key === 'ID' || (isAnnotation && annotationKeys.includes(key))
          ? []
          : ownTexts(entry).map((text) => ({ place: places[key] ?? 'document data', text })),
      )
    })
  })
}

/** Texts of a value and of the lists in it; dictionaries have theirs told by their own keys. */
function ownTexts(value: PdfValue): string[] {
  if (Array.isArray(value)) return value.flatMap(ownTexts)
  const text = textOf(value)
  return text !== undefined && text.length > 2 ? [text] : []
}

/** What a document does by itself: scripts, programs that it starts, media that it plays. */
export function actionFindings(objects: PdfObjects): Finding[] {
  const found = new Map<string, Finding>()
  const note = (one: Finding) => void (found.has(one.code) || found.set(one.code, one))
  for (const { value } of objects.reachable)
    for (const dictionary of dictionariesIn(value)) {
      const action = nameOf(resolved(objects, dictionary.get('S')))
      const subtype = nameOf(resolved(objects, dictionary.get('Subtype')))
      if (action === 'JavaScript' || dictionary.has('JS')) note(finding('SCRIPT'))
      if (action === 'Launch') note(finding('LAUNCHES_PROGRAM'))
      if (subtype && ['RichMedia', '3D', 'Movie', 'Sound', 'Screen'].includes(subtype))
        note(finding('EMBEDDED_MEDIA', { values: { kind: subtype } }))
    }
  if (dictionaryAt(objects, objects.root?.get('AcroForm'))?.has('XFA'))
    note(finding('CANNOT_BE_EXAMINED', { place: 'XFA form' }))
  return [...found.values()]
}
