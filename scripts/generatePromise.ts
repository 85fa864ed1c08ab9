/** Writes docs/publication-promise.md from the table that the tests run, so that it says what was tried. */
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'

import {
  countCases,
  type Expectation,
  type Group,
  kindsOf,
  type Path,
  triesOf,
} from '../tests/promise/path.ts'
import { database } from '../tests/promise/paths/database.ts'
import { groups } from '../tests/promise/paths/index.ts'

const part = (name: string): string =>
  readFileSync(path.resolve(import.meta.dirname, `promise/${name}.md`), 'utf8').trim()

const all = [...groups, database]

const sentences: Record<Extract<Expectation, string>, string> = {
  refused: 'Refused as long as it is protected',
  refusedInWords: 'Refused as long as it is protected; the answer says so in words',
  changesNothing: 'Without effect on what the public sees',
  tellsNothing: 'The answer holds nothing that was not published',
  newerDraft: 'Saved as a newer draft; the public sees the same as before',
  refusedBySeal: 'Refused by the database itself',
}

/** What the codes of other refusals say. */
const otherwise: Record<string, string> = {
  IN_USE: 'Refused as long as something published refers to it',
  FILE_IS_FIXED: 'Refused: the contents of a stored file never change',
  FILE_TYPE_REFUSED: 'Refused: it is not a file of an accepted kind',
  NOT_SAVED_AS_A_WHOLE: 'It fails as a whole, and nothing of it is kept',
  PUBLISHED_ON_FIXED: 'Refused: the first publication fixed it',
  SLUG_FIXED: 'Refused: the first publication fixed it',
  WITHDRAWAL_KEPT: 'Refused: a withdrawal is kept as it is',
  WITHDRAWAL_NEEDS_ANOTHER: 'Refused: another person must approve it',
  WITHDRAWAL_NEEDS_A_PERSON: 'Refused: only a person can, who is logged in',
  WITHDRAWAL_NOT_IN_ORDER: 'Refused: the withdrawal is over, or was carried out already',
  WITHDRAWAL_NOT_YOURS: 'Refused: it needs the right to withdraw',
  WITHDRAWAL_OPEN: 'Refused: it is asked for already',
  WITHDRAWN: 'Refused: it is withdrawn, and stays so until that is reversed',
  FORBIDDEN: 'Refused: it is not permitted',
  'HTTP 401': 'Refused: it needs an account',
  'HTTP 403': 'Refused: it is not permitted',
  'HTTP 404': 'Refused: there is no such thing here',
  'HTTP 423': 'Refused: another editor has it open',
  'HTTP 500': 'It fails as a whole, and nothing of it is kept',
}

function whatHappens({ expect, id }: Path): string {
  if (typeof expect === 'string') return sentences[expect]
  const sentence = otherwise[expect.refusedWith]
  if (!sentence)
    throw new Error(`${id}: say in generatePromise.ts what ${expect.refusedWith} means.`)
  return sentence
}

const kindNames = {
  reviews: 'reviews',
  leaflets: 'leaflets',
  frameworkDocuments: 'framework documents',
}

const rowOf = (entry: Path): string => {
  const kinds = entry.kinds
    ? ` (${kindsOf(entry)
        .map((kind) => kindNames[kind])
        .join(', ')})`
    : ''
  const through = triesOf(entry).map(([name]) => name)
  return `| ${entry.title}${kinds} | ${through.join(', ')} | ${whatHappens(entry)} |`
}

const sectionOf = ({ note, paths, title }: Group): string =>
  [
    `### ${title}`,
    '',
    ...(note ? [note, ''] : []),
    '| What somebody does | Tried through | What happens |',
    '| --- | --- | --- |',
    ...paths.map(rowOf),
  ].join('\n')

const paths = all.flatMap((group) => group.paths)

const text = `${part('opening')}

## How it is tested

The table below is not a description of the tests: it is what the tests run. Each of its ${paths.length} ways is tried
at a review, a leaflet and a framework document that were just published, unless it says otherwise, through each of
the interfaces by which it is offered. That makes **${countCases(paths)} attempts**,
${countCases(database.paths)} of them past the software at the seal of the database. After an attempt, readers without an
account ask for the document over both public interfaces, one by one and in the list, and fetch its file: they must
get the same as before, to the last byte. A refusal must carry the code \`PUBLICATION_PROTECTED\` and the last day of
the protection, where the table does not name another reason. And every table of the database and every stored file
is compared with what it was: nothing half-written may remain.

\`\`\`sh
npx vitest run --project integration tests/promise
\`\`\`

The interfaces: **REST** is what the editors’ pages use, so each of their buttons is an attempt of this kind;
**GraphQL** is the other public interface; **Local API** is for programs in the same system, which no access rule
stops; **job** is work in the background; **file address** is where readers fetch files; **plugin** is other software
that takes part in an editor’s act; **database** is whoever writes to the database past the software.

## What was tried

${all.map(sectionOf).join('\n\n')}

${part('limits')}
`
writeFileSync(path.resolve(import.meta.dirname, '../docs/publication-promise.md'), text)
