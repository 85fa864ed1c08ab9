const wholeQuotes: [string, string][] = [
  ['‘', '’'],
  ['“', '”'],
  ["'", "'"],
  ['"', '"'],
  ['`', '`'],
  ['`', "'"],
]

/** Removes one pair of quotes around the whole name; quotes within it (‘Emily’ & ‘Jack’) belong to it. */
function withoutOuterQuotes(name: string): string {
  for (const [open, close] of wholeQuotes) {
    const inner = name.slice(1, -1)
    if (name.length > 2 && name.startsWith(open) && name.endsWith(close)) {
      if (!inner.includes(open) && !inner.includes(close)) return inner.trim()
    }
  }
  return name
}

/** A name as the page gives it, without double spaces, outer quotes and the punctuation around it. */
export function tidyName(words: string): string {
  const name = words
    .replace(/\s+/g, ' ')
    .replace(/`([^`']+)[`']/g, '‘$1’')
    .replace(/^[\s\-–—:|,;.]+|[\s\-–—:|,;.]+$/g, '')
  return withoutOuterQuotes(name)
}

/**
 * What makes two spellings the same name or title: case, quotes, dashes, `&` and spaces do not tell them apart.
 *
 * @example sameName('Carl & Max') === sameName('carl and  Max')
 */
export const sameName = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[‘’“”'"`]/g, '')
    .replace(/[‐-―−-]/g, '-')
    .replace(/&/g, ' and ')
    .replace(/\s+/g, ' ')
    .trim()
