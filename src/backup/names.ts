/** Where the parts of a backup stand in its archive. */
export const MANIFEST = 'manifest.json'
export const DUMPS = { embedded: 'database.sql', server: 'database.dump' } as const
const FILES = 'files/'

export const entryOfFile = (name: string): string => FILES + name

/** The stored file that an entry of the archive holds, if it holds one. */
export const fileOfEntry = (entry: string): string | undefined =>
  entry.startsWith(FILES) ? entry.slice(FILES.length) : undefined

/** A name that stays in its folder on every system, whoever made the archive. */
export const isPlainName = (name: string): boolean =>
  // eslint-disable-next-line no-control-regex
  name.length <= 255 && !/^\.{0,2}$|[/\\:\u0000-\u001f]/.test(name)

/** The archive's own name; its time is UTC, so that names sort in the order of their making. */
export function archiveName(madeAt: Date): string {
  const [date, time] = madeAt.toISOString().split('T') as [string, string]
  return `safeguarding-reviews-${date}-${time.slice(0, 8).replaceAll(':', '')}.tar.gz`
}

const UNITS = ['bytes', 'kB', 'MB', 'GB', 'TB']

/** A size as a person reads it: `3.1 MB`. */
export function sizeInWords(bytes: number): string {
  const unit = Math.min(UNITS.length - 1, Math.floor(Math.log10(Math.max(bytes, 1)) / 3))
  const amount = bytes / 1000 ** unit
  return `${unit === 0 || amount >= 100 ? Math.round(amount) : amount.toFixed(1)} ${UNITS[unit]}`
}

/** The first few of a list, for a sentence. */
export const someOf = (names: string[], few = 3): string =>
  names.length > few
    ? `${names.slice(0, few).join(', ')} and ${names.length - few} more`
    : names.join(', ')

export const counted = (count: number, singular: string): string =>
  `${count} ${singular}${count === 1 ? '' : 's'}`
