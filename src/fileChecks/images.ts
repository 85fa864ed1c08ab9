/** What a picture says of itself: where it was taken, and texts such as its photographer. */
export interface PictureFacts {
  hasLocation: boolean
  /** Names of properties, with their texts. */
  properties: { name: string; value: string }[]
}

const nothing: PictureFacts = { hasLocation: false, properties: [] }

/** Tags of the EXIF standard that hold texts of people. */
const textTags: Record<number, string> = {
  0x010e: 'ImageDescription',
  0x013b: 'Artist',
  0x8298: 'Copyright',
  0x9c9d: 'XPAuthor',
  0x9c9b: 'XPTitle',
  0x9c9c: 'XPComment',
  0xa430: 'CameraOwnerName',
}

const gpsPointer = 0x8825
const exifPointer = 0x8769
/** Latitude, in the directory of the place. */
const latitude = 2

/** Facts of a JPEG, PNG or WebP picture: EXIF is the same block in all of them, and XMP is XML. */
export function pictureFacts(bytes: Uint8Array): PictureFacts {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const exif = exifOf(buffer)
  const facts = exif ? readExif(exif) : nothing
  const xmp = xmpOf(buffer)
  return {
    hasLocation: facts.hasLocation || /exif:GPSLatitude/.test(xmp),
    properties: xmp ? [...facts.properties, { name: 'XMP', value: xmp }] : facts.properties,
  }
}

/** The block that begins with the order of its bytes, wherever the kind of picture has it. */
function exifOf(buffer: Buffer): Buffer | undefined {
  for (const mark of ['Exif\0\0', 'eXIf', 'EXIF']) {
    const at = buffer.indexOf(mark, 0, 'latin1')
    if (at < 0) continue
    const block = buffer.subarray(at + mark.length, at + mark.length + 128 * 1024)
    // WebP counts the bytes between the mark and the block.
    for (const start of [0, 4]) {
      const order = block.toString('latin1', start, start + 4)
      if (order === 'II*\0' || order === 'MM\0*') return block.subarray(start)
    }
  }
  return undefined
}

function xmpOf(buffer: Buffer): string {
  const start = buffer.indexOf('<x:xmpmeta')
  if (start < 0) return ''
  const end = buffer.indexOf('</x:xmpmeta>', start)
  return end < 0 ? '' : buffer.toString('utf8', start, Math.min(end, start + 1024 * 1024))
}

function readExif(block: Buffer): PictureFacts {
  const isLittle = block[0] === 0x49
  const isThere = (at: number, bytes: number) => at >= 0 && at + bytes <= block.length
  const short = (at: number) =>
    isThere(at, 2) ? (isLittle ? block.readUInt16LE(at) : block.readUInt16BE(at)) : 0
  const long = (at: number) =>
    isThere(at, 4) ? (isLittle ? block.readUInt32LE(at) : block.readUInt32BE(at)) : 0
  const facts: PictureFacts = { hasLocation: false, properties: [] }
  const visited = new Set<number>()
  const read = (at: number, isGps: boolean): void => {
    if (visited.has(at) || at + 2 > block.length) return
    visited.add(at)
    const count = Math.min(short(at), 500)
    for (let entry = at + 2; entry < at + 2 + count * 12; entry += 12) {
      if (entry + 12 > block.length) return
      const tag = short(entry)
      if (isGps && tag === latitude) facts.hasLocation = true
      if (tag === gpsPointer || tag === exifPointer) read(long(entry + 8), tag === gpsPointer)
      const name = isGps ? undefined : textTags[tag]
      if (name) facts.properties.push({ name, value: textAt(entry, name.startsWith('XP')) })
    }
  }
  const textAt = (entry: number, isWide: boolean): string => {
    const length = Math.min(long(entry + 4), 4096)
    const at = length > 4 ? long(entry + 8) : entry + 8
    return block
      .toString(isWide ? 'utf16le' : 'utf8', at, Math.min(block.length, at + length))
      .replace(/\0+$/, '')
  }
  read(long(4), false)
  return facts
}
