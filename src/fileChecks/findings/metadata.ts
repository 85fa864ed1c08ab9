import { type Finding, finding } from '../types.ts'

/** One thing that a file says of itself. */
export interface Property {
  name: string
  value: string
}

/** Properties that name people. A PDF’s own `Creator` is not among them: it names the software. */
const people = new Set([
  'author',
  'artist',
  'dc:creator',
  'manager',
  'company',
  'cp:lastmodifiedby',
  'meta:initial-creator',
  'meta:printed-by',
  'cameraownername',
])

/** A place in somebody's file system or network. */
const path =
  /(?:\b[a-z]:[\\/]|\\\\[\w.-]+\\|file:\/\/\/?|\/(?:users|home|volumes|mnt|media)\/)[^\s"'<>]/i

const place = (name: string) => `metadata: ${name}`

/** What properties tell of people and of the computers that they work on. The values are not repeated. */
export const propertyFindings = (properties: Property[]): Finding[] =>
  properties.flatMap(({ name, value }) => {
    if (value.trim() === '') return []
    const found: Finding[] = []
    if (people.has(name.toLowerCase()))
      found.push(finding('METADATA_PERSON', { place: place(name) }))
    if (path.test(value)) found.push(finding('METADATA_PATH', { place: place(name) }))
    return found
  })

/** Where photographs were taken. */
export const locationFindings = (places: string[]): Finding[] =>
  places.map((taken) => finding('METADATA_LOCATION', { place: taken }))
