/** A directory of EXIF with the photographer, and one of the place of the photograph when it is asked for. */
function exif(hasLocation: boolean, artist: string): Buffer {
  const block = Buffer.alloc(160)
  block.write('II*\0', 0, 'latin1')
  block.writeUInt32LE(8, 4)
  const entry = (at: number, tag: number, type: number, count: number, value: number) => {
    block.writeUInt16LE(tag, at)
    block.writeUInt16LE(type, at + 2)
    block.writeUInt32LE(count, at + 4)
    block.writeUInt32LE(value, at + 8)
  }
  block.writeUInt16LE(2, 8)
  if (artist) entry(10, 0x013b, 2, artist.length + 1, 100)
  if (hasLocation) entry(22, 0x8825, 4, 1, 50)
  block.writeUInt16LE(1, 50)
  entry(52, 2, 5, 3, 70)
  block.write(`${artist}\0`, 100, 'latin1')
  return block
}

/** A JPEG of which only the head matters here. */
export function makeJpeg({ artist = '', hasLocation = false } = {}): Buffer {
  const block = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), exif(hasLocation, artist)])
  const length = Buffer.alloc(2)
  length.writeUInt16BE(block.length + 2)
  return Buffer.concat([
    Buffer.from([0xff, 0xd8, 0xff, 0xe1]),
    length,
    block,
    // Tables, one black point of eight by eight, and the end.
    Buffer.from(`${tables}ffd9`, 'hex'),
  ])
}

/** The smallest whole picture in grey. */
const tables =
  'ffdb004300' +
  '01'.repeat(64) +
  'ffc0000b080008000801011100' +
  'ffc4001400010000000000000000000000000000000007' +
  'ffc40014100100000000000000000000000000000000ff' +
  'ffda0008010100003f00' +
  '7f'
