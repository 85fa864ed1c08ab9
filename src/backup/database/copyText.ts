/** The text format of Postgres's COPY: a row a line, values apart by tabs, null as `\N`. */

const escapes: Record<string, string> = {
  '\\': '\\\\',
  '\b': '\\b',
  '\f': '\\f',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '\v': '\\v',
}

export const toCopyLine = (values: (string | null)[]): string =>
  values
    .map((value) => value?.replace(/[\\\b\f\n\r\t\v]/g, (found) => escapes[found]!) ?? '\\N')
    .join('\t')

const letters: Record<string, string> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v' }

export const fromCopyLine = (line: string): (string | null)[] =>
  line
    .split('\t')
    .map((value) =>
      value === '\\N'
        ? null
        : value.replace(/\\(.)/gs, (_, letter: string) => letters[letter] ?? letter),
    )
