const body =
  "(?:[\\p{Lu}][\\p{L}'’&-]*\\s+)(?:(?:[\\p{Lu}][\\p{L}'’&-]*|and|of|&|the)\\s+)*?(?:[Bb]oard|[Pp]artnership|[Cc]ouncil|[Pp]artners|LSCB|LSCP)\\b"

const publishedBy = new RegExp(`\\bpublished by (?:the )?(${body})`, 'u')
const safeguardingBody = new RegExp(
  "(?:[\\p{Lu}][\\p{L}'’-]*\\s+)+(?:and [\\p{Lu}][\\p{L}'’-]*\\s+)?Safeguarding (?:Children['’]?s? )?(?:[Bb]oard|[Pp]artnership)",
  'gu',
)

const withoutArticle = (name: string): string => name.replace(/^The\s+/, '')

/** The body by which a text says it was published, in the text's own spelling. */
export const findPublisher = (text: string): string | undefined => publishedBy.exec(text)?.[1]

/** The body whose page this is: the safeguarding board or partnership that it names most often. */
export function findOwnName(text: string): string | undefined {
  const counts = new Map<string, number>()
  for (const [match] of text.matchAll(safeguardingBody)) {
    const name = withoutArticle(match)
    counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0]
}
